// 範例：一次門診，從開啟讀卡機到簽章處方。 / Sample: one visit, from opening the reader to the signed prescription.
//
//   Windows  csc CsHis.cs Sample.cs                      （CsHis.dll 放在旁邊 / CsHis.dll beside it）
//   Mono     mcs CsHis.cs Sample.cs -out:Sample.exe      LD_LIBRARY_PATH=../build/linux-x64 mono Sample.exe
//   .NET 5 以後：程式開頭先呼叫 Encoding.RegisterProvider(CodePagesEncodingProvider.Instance)。
//   .NET 5 and later: first call Encoding.RegisterProvider(CodePagesEncodingProvider.Instance).
//
// 讀到的欄位印成 name=value；遇到沒有預期的回傳碼就結束，結束碼 1。
// Prints the fields as name=value; ends with 1 at a return code that it did not expect.
using System;
using System.IO;
using System.Text;

public static class Sample
{
    private static readonly Encoding Big5 = Encoding.GetEncoding(950);
    private static TextWriter output;

    private static void Check(string function, int code, params int[] alsoExpected)
    {
        if (code == CsHis.OK || Array.IndexOf(alsoExpected, code) >= 0) return;
        Console.Error.WriteLine("{0}: {1}", function, code);
        CsHis.csCloseCom();
        Environment.Exit(1);
    }

    private static string Show(string name, byte[] buffer, int at, int length)
    {
        string value = CsHis.Field(buffer, at, length);
        output.WriteLine("{0}={1}", name, value);
        return value;
    }

    private static string Item(string time, string type, string code, string usage, string days, string quantity, string delivery)
    {
        return time.PadRight(13) + type.PadRight(1) + code.PadRight(12) + "".PadRight(6) + usage.PadRight(18)
            + days.PadRight(2) + quantity.PadRight(7) + delivery.PadRight(2);
    }

    public static void Main()
    {
        output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        Check("csOpenCom", CsHis.csOpenCom(0));
        // 安全模組與資料中心認證（每天開機一次即可） / once a day is enough
        Check("csVerifySAMDC", CsHis.csVerifySAMDC());

        // 1.1 基本資料 / basic data
        byte[] basic = new byte[CsHis.BASIC_DATA_LENGTH];
        short length = (short)basic.Length;
        Check("hisGetBasicData", CsHis.hisGetBasicData(basic, ref length));
        Show("cardNo", basic, CsHis.BASIC_DATA_CARD_NO_AT, CsHis.BASIC_DATA_CARD_NO_LENGTH);
        Show("name", basic, CsHis.BASIC_DATA_NAME_AT, CsHis.BASIC_DATA_NAME_LENGTH);
        string id = Show("personId", basic, CsHis.BASIC_DATA_PERSON_ID_AT, CsHis.BASIC_DATA_PERSON_ID_LENGTH);
        string birth = Show("birthDate", basic, CsHis.BASIC_DATA_BIRTH_DATE_AT, CsHis.BASIC_DATA_BIRTH_DATE_LENGTH);
        Show("sex", basic, CsHis.BASIC_DATA_SEX_AT, CsHis.BASIC_DATA_SEX_LENGTH);
        Show("issueDate", basic, CsHis.BASIC_DATA_ISSUE_DATE_AT, CsHis.BASIC_DATA_ISSUE_DATE_LENGTH);
        Show("cancelMark", basic, CsHis.BASIC_DATA_CANCEL_MARK_AT, CsHis.BASIC_DATA_CANCEL_MARK_LENGTH);
        Show("emergencyTel", basic, CsHis.BASIC_DATA_EMERGENCY_TEL_AT, CsHis.BASIC_DATA_EMERGENCY_TEL_LENGTH);

        // 1.38 有效期限與可用次數 / validity and visits available
        byte[] validity = new byte[CsHis.REGISTER_BASIC2_LENGTH];
        length = (short)validity.Length;
        Check("hisGetRegisterBasic2", CsHis.hisGetRegisterBasic2(validity, ref length));
        Show("validUntil", validity, CsHis.REGISTER_BASIC2_VALID_UNTIL_AT, CsHis.REGISTER_BASIC2_VALID_UNTIL_LENGTH);
        Show("available", validity, CsHis.REGISTER_BASIC2_AVAILABLE_AT, CsHis.REGISTER_BASIC2_AVAILABLE_LENGTH);

        // 1.53 掛號：01 西醫門診。5010 是提示（同日第二次），5174 是沒有就醫識別碼，資料都在。
        // Register: western outpatient. 5010 tells of a second visit today, 5174 of no identifier: both come with data.
        byte[] grant = new byte[CsHis.VISIT_GRANT_LENGTH];
        length = (short)grant.Length;
        Check("hisGetSeqNumber256N1", CsHis.hisGetSeqNumber256N1("01", " ", "1", grant, ref length), CsHis.E5010, CsHis.E5174);
        string time = Show("visitTime", grant, CsHis.VISIT_GRANT_VISIT_TIME_AT, CsHis.VISIT_GRANT_VISIT_TIME_LENGTH);
        Show("seqNumber", grant, CsHis.VISIT_GRANT_SEQ_NUMBER_AT, CsHis.VISIT_GRANT_SEQ_NUMBER_LENGTH);
        Show("hospId", grant, CsHis.VISIT_GRANT_HOSP_ID_AT, CsHis.VISIT_GRANT_HOSP_ID_LENGTH);
        Show("signature", grant, CsHis.VISIT_GRANT_SIGNATURE_AT, CsHis.VISIT_GRANT_SIGNATURE_LENGTH);
        Show("samId", grant, CsHis.VISIT_GRANT_SAM_ID_AT, CsHis.VISIT_GRANT_SAM_ID_LENGTH);
        Show("sameDay", grant, CsHis.VISIT_GRANT_SAME_DAY_AT, CsHis.VISIT_GRANT_SAME_DAY_LENGTH);
        Show("treatNum", grant, CsHis.VISIT_GRANT_TREAT_NUM_AT, CsHis.VISIT_GRANT_TREAT_NUM_LENGTH);

        // 1.47 診斷與費用；診斷碼放在方括號裡是 ICD-10 格式。日期時間用就醫那一刻的，不是電腦的。
        // Diagnoses and fees; brackets mean ICD-10. What is written bears the visit's own time, never the computer's.
        string care = "1";
        foreach (string code in new[] { "J069", "", "", "", "", "" }) care += "[" + code.PadRight(7) + "]";
        care += "00000350" + "00000050" + "00000000" + "0000000" + "0000000" + "\0";
        byte[] doctor = new byte[11];
        Check("hisWriteTreatmentData", CsHis.hisWriteTreatmentData(time, id, birth, Big5.GetBytes(care), doctor));
        output.WriteLine("doctorId={0}", Encoding.ASCII.GetString(doctor).TrimEnd('\0'));

        // 1.49 兩筆處方，每筆一個簽章 / two items, a signature each
        string items = Item(time, "1", "AC12345100", "TID", "03", "9", "01") + Item(time, "3", "00109C", "", "", "1", "03");
        const int size = CsHis.PRESCRIPTION_SIGNATURE_LENGTH;
        byte[] signatures = new byte[2 * size];
        short count = 2;
        length = (short)signatures.Length;
        Check("hisWriteMultiPrescriptSign",
            CsHis.hisWriteMultiPrescriptSign(time, id, birth, Big5.GetBytes(items + "\0"), ref count, signatures, ref length));
        Show("signature1", signatures, 0, size);
        Show("signature2", signatures, size, size);

        Check("csCloseCom", CsHis.csCloseCom());
    }
}
