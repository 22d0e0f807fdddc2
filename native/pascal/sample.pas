// 範例：一次門診，從開啟讀卡機到簽章處方。 / Sample: one visit, from opening the reader to the signed prescription.
//
//   Delphi        dcc32 sample.pas                       （CsHis.dll 放在旁邊 / CsHis.dll beside it）
//   Free Pascal   fpc -Flnative/build/linux-x64 native/pascal/sample.pas
//
// 讀到的欄位印成 name=value（UTF-8）；遇到沒有預期的回傳碼就結束，結束碼 1。
// Prints the fields as name=value in UTF-8; ends with 1 at a return code that it did not expect.
program sample;

{$ifdef fpc}{$mode delphi}{$endif}
{$apptype console}

uses
  {$ifdef unix}cwstring,{$endif}
  cshis;

type
  TBig5 = type AnsiString(950);

var
  Basic, Validity, Grant, Doctor, Care, Items, Signatures: AnsiString;
  Id, Birth, Time: AnsiString;
  Length, Count: SmallInt;
  Code, At: Integer;

procedure Check(const FunctionName: string; Code: Integer);
begin
  if Code = CSHIS_OK then
    Exit;
  Writeln(ErrOutput, FunctionName, ': ', Code);
  csCloseCom;
  Halt(1);
end;

// 緩衝區：空白，長度剛好 / a buffer of blanks, of exactly this length
function Space(Count: Integer): AnsiString;
begin
  Result := StringOfChar(AnsiChar(' '), Count);
end;

// 靠左，補空白到指定長度 / left-aligned, filled with blanks
function Pad(const Text: AnsiString; Width: Integer): AnsiString;
begin
  Result := Text + Space(Width - System.Length(Text));
end;

procedure Print(const Name: string; const Value: AnsiString);
var
  Big5: TBig5;
  Bytes: RawByteString;
begin
  Bytes := Value;
  SetCodePage(Bytes, 950, False);
  Big5 := Bytes;
  Writeln(Name, '=', UTF8Encode(UnicodeString(Big5)));
end;

function Show(const Name: string; const Buffer: AnsiString; From, Width: Integer): AnsiString;
begin
  Result := CsHisField(Buffer, From, Width);
  Print(Name, Result);
end;

function Item(const Time, Kind, Code, Usage, Days, Quantity, Delivery: AnsiString): AnsiString;
begin
  Result := Pad(Time, 13) + Pad(Kind, 1) + Pad(Code, 12) + Pad('', 6) + Pad(Usage, 18) + Pad(Days, 2)
    + Pad(Quantity, 7) + Pad(Delivery, 2);
end;

begin
  Check('csOpenCom', csOpenCom(0));
  // 安全模組與資料中心認證（每天開機一次即可） / once a day is enough
  Check('csVerifySAMDC', csVerifySAMDC);

  // 1.1 基本資料 / basic data
  Basic := Space(BASIC_DATA_LENGTH);
  Length := BASIC_DATA_LENGTH;
  Check('hisGetBasicData', hisGetBasicData(PAnsiChar(Basic), Length));
  Show('cardNo', Basic, BASIC_DATA_CARD_NO_FROM, BASIC_DATA_CARD_NO_LENGTH);
  Show('name', Basic, BASIC_DATA_NAME_FROM, BASIC_DATA_NAME_LENGTH);
  Id := Show('personId', Basic, BASIC_DATA_PERSON_ID_FROM, BASIC_DATA_PERSON_ID_LENGTH);
  Birth := Show('birthDate', Basic, BASIC_DATA_BIRTH_DATE_FROM, BASIC_DATA_BIRTH_DATE_LENGTH);
  Show('sex', Basic, BASIC_DATA_SEX_FROM, BASIC_DATA_SEX_LENGTH);
  Show('issueDate', Basic, BASIC_DATA_ISSUE_DATE_FROM, BASIC_DATA_ISSUE_DATE_LENGTH);
  Show('cancelMark', Basic, BASIC_DATA_CANCEL_MARK_FROM, BASIC_DATA_CANCEL_MARK_LENGTH);
  Show('emergencyTel', Basic, BASIC_DATA_EMERGENCY_TEL_FROM, BASIC_DATA_EMERGENCY_TEL_LENGTH);

  // 1.38 有效期限與可用次數 / validity and visits available
  Validity := Space(REGISTER_BASIC2_LENGTH);
  Length := REGISTER_BASIC2_LENGTH;
  Check('hisGetRegisterBasic2', hisGetRegisterBasic2(PAnsiChar(Validity), Length));
  Show('validUntil', Validity, REGISTER_BASIC2_VALID_UNTIL_FROM, REGISTER_BASIC2_VALID_UNTIL_LENGTH);
  Show('available', Validity, REGISTER_BASIC2_AVAILABLE_FROM, REGISTER_BASIC2_AVAILABLE_LENGTH);

  // 1.53 掛號：01 西醫門診。5010 是提示（同日第二次），5174 是沒有就醫識別碼，資料都在。
  // Register: western outpatient. 5010 tells of a second visit today, 5174 of no identifier: both come with data.
  Grant := Space(VISIT_GRANT_LENGTH);
  Length := VISIT_GRANT_LENGTH;
  Code := hisGetSeqNumber256N1('01', ' ', '1', PAnsiChar(Grant), Length);
  if (Code <> CSHIS_E5010) and (Code <> CSHIS_E5174) then
    Check('hisGetSeqNumber256N1', Code);
  Time := Show('visitTime', Grant, VISIT_GRANT_VISIT_TIME_FROM, VISIT_GRANT_VISIT_TIME_LENGTH);
  Show('seqNumber', Grant, VISIT_GRANT_SEQ_NUMBER_FROM, VISIT_GRANT_SEQ_NUMBER_LENGTH);
  Show('hospId', Grant, VISIT_GRANT_HOSP_ID_FROM, VISIT_GRANT_HOSP_ID_LENGTH);
  Show('signature', Grant, VISIT_GRANT_SIGNATURE_FROM, VISIT_GRANT_SIGNATURE_LENGTH);
  Show('samId', Grant, VISIT_GRANT_SAM_ID_FROM, VISIT_GRANT_SAM_ID_LENGTH);
  Show('sameDay', Grant, VISIT_GRANT_SAME_DAY_FROM, VISIT_GRANT_SAME_DAY_LENGTH);
  Show('treatNum', Grant, VISIT_GRANT_TREAT_NUM_FROM, VISIT_GRANT_TREAT_NUM_LENGTH);

  // 1.47 診斷與費用；診斷碼放在方括號裡是 ICD-10 格式。日期時間用就醫那一刻的，不是電腦的。
  // Diagnoses and fees; brackets mean ICD-10. What is written bears the visit's own time, never the computer's.
  Care := '1[' + Pad('J069', 7) + ']';
  for At := 1 to 5 do
    Care := Care + '[' + Space(7) + ']';
  Care := Care + '00000350' + '00000050' + '00000000' + '0000000' + '0000000';
  Doctor := StringOfChar(AnsiChar(#0), 11);
  Check('hisWriteTreatmentData',
    hisWriteTreatmentData(PAnsiChar(Time), PAnsiChar(Id), PAnsiChar(Birth), PAnsiChar(Care), PAnsiChar(Doctor)));
  Print('doctorId', Copy(Doctor, 1, Pos(AnsiChar(#0), Doctor) - 1));

  // 1.49 兩筆處方，每筆一個簽章 / two items, a signature each
  Items := Item(Time, '1', 'AC12345100', 'TID', '03', '9', '01') + Item(Time, '3', '00109C', '', '', '1', '03');
  Signatures := Space(2 * PRESCRIPTION_SIGNATURE_LENGTH);
  Count := 2;
  Length := 2 * PRESCRIPTION_SIGNATURE_LENGTH;
  Check('hisWriteMultiPrescriptSign',
    hisWriteMultiPrescriptSign(PAnsiChar(Time), PAnsiChar(Id), PAnsiChar(Birth), PAnsiChar(Items), Count,
      PAnsiChar(Signatures), Length));
  Show('signature1', Signatures, 1, PRESCRIPTION_SIGNATURE_LENGTH);
  Show('signature2', Signatures, 1 + PRESCRIPTION_SIGNATURE_LENGTH, PRESCRIPTION_SIGNATURE_LENGTH);

  Check('csCloseCom', csCloseCom);
end.
