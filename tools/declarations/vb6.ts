/**
 * @module native/vb6/CsHis.bas: Visual Basic 6. Its editor reads code page 950 and CRLF, so that is what is written; its
 * lengths and results are Integer, 16 bits; a string handed over ByVal is Big5 for the time of the call.
 */

import { encodeBig5 } from '../../src/codec/index.ts';
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
  if (param.passing === 'value') return `ByVal ${param.name} As ${param.long ? 'Long' : 'Integer'}`;
  if (param.passing === 'cell') return `ByRef ${param.name} As Integer`;
  // Raw bytes would not survive the conversion of a String: hand over the first element of a Byte array.
  return param.binary ? `ByRef ${param.name} As Byte` : `ByVal ${param.name} As String`;
};

const text = (): string => `Attribute VB_Name = "CsHis"
${banner('CsHis.bas', 'Visual Basic 6 宣告', 'declarations for Visual Basic 6')
  .map((line) => `' ${line}`)
  .join('\n')}
'
' 呼叫前先以 Space$(長度) 準備緩衝區，並把長度放進 Integer 變數。
' VB 字串是 Unicode，欄位位置是 Big5 位元組：取欄位請用 CsHisField，不要用 Mid$。
' Give each buffer as Space$(length), its length in an Integer. Strings are Unicode in VB and fields are places of
' Big5 bytes: take a field by CsHisField, not by Mid$.
Option Explicit

${functionsWithoutCase
  .map(
    (one) =>
      `' ${heading(one)}\nPublic Declare Function ${one.name} Lib "CsHis.dll" (${one.params.map(paramOf).join(', ')}) As Integer`,
  )
  .join('\n')}

' 回傳碼 / return codes
${codes.map((code) => `Public Const CSHIS_${codeName(code)} As Integer = ${code.code} ' ${code.zh} / ${code.en}`).join('\n')}

' 緩衝區配置：_FROM 由 1 起算，群組內由該組起點起算 / layouts: _FROM counts from 1, within a group from its beginning
${layouts
  .map(
    (layout) =>
      `' ${layout.zh} / ${layout.en} (${layout.usedBy.join(', ')})\n${constantsOf(layout, 1)
        .map((one) => `Public Const ${one.name} As Integer = ${one.value}`)
        .join('\n')}`,
  )
  .join('\n')}

' 取一個欄位：位置與長度是 Big5 位元組 / one field: place and length are bytes of Big5
Public Function CsHisField(ByVal buffer As String, ByVal first As Integer, ByVal length As Integer) As String
    CsHisField = RTrim$(StrConv(MidB$(StrConv(buffer, vbFromUnicode), first, length), vbUnicode))
End Function
`;

export const vb6Module = (): Uint8Array => encodeBig5(text().replaceAll('\n', '\r\n'), 'refuse');
