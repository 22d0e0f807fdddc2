/** @module native/pascal/cshis.pas: Delphi and Free Pascal. No case, so one spelling of each name. */

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

const paramOf = (param: DeclaredParam): string => {
  if (param.passing === 'value') return `${param.name}: ${param.long ? 'LongInt' : 'Integer'}`;
  return param.passing === 'cell' ? `var ${param.name}: SmallInt` : `${param.name}: PAnsiChar`;
};
const paramsOf = (params: readonly DeclaredParam[]): string =>
  params.length === 0 ? '' : `(${params.map(paramOf).join('; ')})`;

export const pascalUnit = (): string => `${banner(
  'cshis.pas',
  'Delphi、Free Pascal 宣告',
  'declarations for Delphi and Free Pascal',
)
  .map((line) => `// ${line}`)
  .join('\n')}
unit cshis;

{$ifdef fpc}{$mode delphi}{$endif}

interface

const
{$ifdef mswindows}
  CsHisLibrary = 'CsHis.dll';
{$else}
  CsHisLibrary = 'cshis'; // libcshis.so
{$endif}

// 回傳碼 / return codes
${codes.map((code) => `  CSHIS_${codeName(code)} = ${code.code}; // ${code.zh} / ${code.en}`).join('\n')}

// 緩衝區配置：_FROM 由 1 起算（Copy 可直接用），群組內由該組起點起算 / layouts: _FROM counts from 1, as Copy does
${layouts
  .map(
    (layout) =>
      `// ${layout.zh} / ${layout.en} (${layout.usedBy.join(', ')})\n${constantsOf(layout, 1)
        .map((one) => `  ${one.name} = ${one.value};`)
        .join('\n')}`,
  )
  .join('\n')}

${functionsWithoutCase
  .map(
    (one) =>
      `// ${heading(one)}\nfunction ${one.name}${paramsOf(one.params)}: Integer; {$ifdef mswindows}stdcall{$else}cdecl{$endif}; external CsHisLibrary name '${one.name}';`,
  )
  .join('\n')}

// 取一個欄位，位置由 1 起算 / one field, from 1
function CsHisField(const Buffer: AnsiString; From, Length: Integer): AnsiString;

implementation

function CsHisField(const Buffer: AnsiString; From, Length: Integer): AnsiString;
var
  Last: Integer;
begin
  Result := Copy(Buffer, From, Length);
  Last := System.Length(Result);
  while (Last > 0) and (Result[Last] = ' ') do
    Dec(Last);
  SetLength(Result, Last);
end;

end.
`;
