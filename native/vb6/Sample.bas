Attribute VB_Name = "Sample"
' 範例：一次門診，從開啟讀卡機到簽章處方。 / Sample: one visit, from opening the reader to the signed prescription.
'
' 專案加入 CsHis.bas 與本檔，啟動物件設為 Sub Main；CsHis.dll 放在程式旁邊。
' Add CsHis.bas and this file to a project whose startup object is Sub Main; CsHis.dll beside the program.
'
' 讀到的欄位以 name=value 寫到 visit.txt（Big5）；遇到沒有預期的回傳碼就結束，結束碼 1。
' Writes the fields as name=value to visit.txt (Big5); ends with 1 at a return code that it did not expect.
Option Explicit

Private Declare Sub ExitProcess Lib "kernel32" (ByVal code As Long)

Private Sub Check(ByVal functionName As String, ByVal code As Integer)
    If code = CSHIS_OK Then Exit Sub
    Print #1, functionName & ": " & code
    Close #1
    csCloseCom
    ExitProcess 1
End Sub

Private Function Show(ByVal label As String, ByVal buffer As String, ByVal first As Integer, ByVal length As Integer) As String
    Show = CsHisField(buffer, first, length)
    Print #1, label & "=" & Show
End Function

' 靠左，補空白到指定長度（ASCII） / left-aligned, filled with blanks
Private Function Pad(ByVal text As String, ByVal size As Integer) As String
    Pad = Left$(text & Space$(size), size)
End Function

Private Function Item(ByVal visitTime As String, ByVal kind As String, ByVal code As String, ByVal usage As String, _
        ByVal days As String, ByVal quantity As String, ByVal delivery As String) As String
    Item = Pad(visitTime, 13) & Pad(kind, 1) & Pad(code, 12) & Pad("", 6) & Pad(usage, 18) & Pad(days, 2) _
        & Pad(quantity, 7) & Pad(delivery, 2)
End Function

Public Sub Main()
    Dim basic As String, validity As String, grant As String, doctor As String, care As String, signatures As String
    Dim id As String, birth As String, visitTime As String
    Dim length As Integer, count As Integer, code As Integer, at As Integer

    Open "visit.txt" For Output As #1
    Check "csOpenCom", csOpenCom(0)
    ' 安全模組與資料中心認證（每天開機一次即可） / once a day is enough
    Check "csVerifySAMDC", csVerifySAMDC()

    ' 1.1 基本資料 / basic data
    length = BASIC_DATA_LENGTH
    basic = Space$(length)
    Check "hisGetBasicData", hisGetBasicData(basic, length)
    Show "cardNo", basic, BASIC_DATA_CARD_NO_FROM, BASIC_DATA_CARD_NO_LENGTH
    Show "name", basic, BASIC_DATA_NAME_FROM, BASIC_DATA_NAME_LENGTH
    id = Show("personId", basic, BASIC_DATA_PERSON_ID_FROM, BASIC_DATA_PERSON_ID_LENGTH)
    birth = Show("birthDate", basic, BASIC_DATA_BIRTH_DATE_FROM, BASIC_DATA_BIRTH_DATE_LENGTH)
    Show "sex", basic, BASIC_DATA_SEX_FROM, BASIC_DATA_SEX_LENGTH
    Show "issueDate", basic, BASIC_DATA_ISSUE_DATE_FROM, BASIC_DATA_ISSUE_DATE_LENGTH
    Show "cancelMark", basic, BASIC_DATA_CANCEL_MARK_FROM, BASIC_DATA_CANCEL_MARK_LENGTH
    Show "emergencyTel", basic, BASIC_DATA_EMERGENCY_TEL_FROM, BASIC_DATA_EMERGENCY_TEL_LENGTH

    ' 1.38 有效期限與可用次數 / validity and visits available
    length = REGISTER_BASIC2_LENGTH
    validity = Space$(length)
    Check "hisGetRegisterBasic2", hisGetRegisterBasic2(validity, length)
    Show "validUntil", validity, REGISTER_BASIC2_VALID_UNTIL_FROM, REGISTER_BASIC2_VALID_UNTIL_LENGTH
    Show "available", validity, REGISTER_BASIC2_AVAILABLE_FROM, REGISTER_BASIC2_AVAILABLE_LENGTH

    ' 1.53 掛號：01 西醫門診。5010 是提示（同日第二次），5174 是沒有就醫識別碼，資料都在。
    ' Register: western outpatient. 5010 tells of a second visit today, 5174 of no identifier: both come with data.
    length = VISIT_GRANT_LENGTH
    grant = Space$(length)
    code = hisGetSeqNumber256N1("01", " ", "1", grant, length)
    If code <> CSHIS_E5010 And code <> CSHIS_E5174 Then Check "hisGetSeqNumber256N1", code
    visitTime = Show("visitTime", grant, VISIT_GRANT_VISIT_TIME_FROM, VISIT_GRANT_VISIT_TIME_LENGTH)
    Show "seqNumber", grant, VISIT_GRANT_SEQ_NUMBER_FROM, VISIT_GRANT_SEQ_NUMBER_LENGTH
    Show "hospId", grant, VISIT_GRANT_HOSP_ID_FROM, VISIT_GRANT_HOSP_ID_LENGTH
    Show "signature", grant, VISIT_GRANT_SIGNATURE_FROM, VISIT_GRANT_SIGNATURE_LENGTH
    Show "samId", grant, VISIT_GRANT_SAM_ID_FROM, VISIT_GRANT_SAM_ID_LENGTH
    Show "sameDay", grant, VISIT_GRANT_SAME_DAY_FROM, VISIT_GRANT_SAME_DAY_LENGTH
    Show "treatNum", grant, VISIT_GRANT_TREAT_NUM_FROM, VISIT_GRANT_TREAT_NUM_LENGTH

    ' 1.47 診斷與費用；診斷碼放在方括號裡是 ICD-10 格式。日期時間用就醫那一刻的，不是電腦的。
    ' Diagnoses and fees; brackets mean ICD-10. What is written bears the visit's own time, never the computer's.
    care = "1[" & Pad("J069", 7) & "]"
    For at = 1 To 5
        care = care & "[" & Space$(7) & "]"
    Next at
    care = care & "00000350" & "00000050" & "00000000" & "0000000" & "0000000"
    doctor = String$(11, vbNullChar)
    Check "hisWriteTreatmentData", hisWriteTreatmentData(visitTime, id, birth, care, doctor)
    Print #1, "doctorId=" & Left$(doctor, InStr(doctor, vbNullChar) - 1)

    ' 1.49 兩筆處方，每筆一個簽章 / two items, a signature each
    count = 2
    length = 2 * PRESCRIPTION_SIGNATURE_LENGTH
    signatures = Space$(length)
    Check "hisWriteMultiPrescriptSign", hisWriteMultiPrescriptSign(visitTime, id, birth, _
        Item(visitTime, "1", "AC12345100", "TID", "03", "9", "01") & Item(visitTime, "3", "00109C", "", "", "1", "03"), _
        count, signatures, length)
    Show "signature1", signatures, 1, PRESCRIPTION_SIGNATURE_LENGTH
    Show "signature2", signatures, 1 + PRESCRIPTION_SIGNATURE_LENGTH, PRESCRIPTION_SIGNATURE_LENGTH

    Check "csCloseCom", csCloseCom()
    Close #1
End Sub
