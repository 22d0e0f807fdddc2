/** @module native/csharp/CsHis.cs: .NET Framework, .NET and Mono. `cshis` is CsHis.dll to Windows and libcshis.so elsewhere. */

import {
  banner,
  codeName,
  codes,
  constantsOf,
  type DeclaredParam,
  functionsWithoutCase,
  heading,
  layouts,
} from './model.ts';

const types = {
  value: 'int',
  text: 'string',
  record: 'byte[]',
  buffer: '[In, Out] byte[]',
  cell: 'ref short',
} as const;
const paramOf = (param: DeclaredParam): string => `${types[param.passing]} ${param.name}`;

export const csharpClass = (): string => `${banner('CsHis.cs', 'C# 宣告', 'declarations for C#')
  .map((line) => `// ${line}`)
  .join('\n')}
using System.Runtime.InteropServices;
using System.Text;

/// <summary>文字是 Big5 / text is Big5</summary>
public static class CsHis
{
    private const string Library = "cshis";
    private const CallingConvention Std = CallingConvention.StdCall;

${functionsWithoutCase
  .map(
    (one) =>
      `    // ${heading(one)}\n    [DllImport(Library, CallingConvention = Std, CharSet = CharSet.Ansi)]\n    public static extern int ${one.name}(${one.params.map(paramOf).join(', ')});`,
  )
  .join('\n')}

    // 回傳碼 / return codes
${codes.map((code) => `    public const int ${codeName(code)} = ${code.code}; // ${code.zh} / ${code.en}`).join('\n')}

    // 緩衝區配置：_AT 由 0 起算，群組內由該組起點起算 / layouts: _AT counts from 0, within a group from its beginning
${layouts
  .map(
    (layout) =>
      `    // ${layout.zh} / ${layout.en} (${layout.usedBy.join(', ')})\n${constantsOf(layout, 0)
        .map((one) => `    public const int ${one.name} = ${one.value};`)
        .join('\n')}`,
  )
  .join('\n')}

    private static readonly Encoding Big5 = Encoding.GetEncoding(950);

    // 取一個欄位 / one field
    public static string Field(byte[] buffer, int at, int length)
    {
        return Big5.GetString(buffer, at, length).TrimEnd(' ');
    }
}
`;
