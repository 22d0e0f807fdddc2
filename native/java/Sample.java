// 範例：一次門診，從開啟讀卡機到簽章處方。 / Sample: one visit, from opening the reader to the signed prescription.
//
//   javac -cp jna.jar CsHis.java Sample.java
//   java -cp jna.jar:. -Djna.library.path=../build/linux-x64 Sample
//
// 讀到的欄位印成 name=value；遇到沒有預期的回傳碼就結束，結束碼 1。
// Prints the fields as name=value; ends with 1 at a return code that it did not expect.

import com.sun.jna.ptr.ShortByReference;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

public class Sample {
    private static final CsHis cs = CsHis.load();
    private static PrintStream out;

    private static void check(String function, int code, int... alsoExpected) {
        if (code == CsHis.Code.OK) return;
        for (int expected : alsoExpected) if (code == expected) return;
        System.err.println(function + ": " + code);
        cs.csCloseCom();
        System.exit(1);
    }

    private static String show(String name, byte[] buffer, int at, int length) {
        String value = CsHis.field(buffer, at, length);
        out.println(name + "=" + value);
        return value;
    }

    private static byte[] big5(String text) {
        return (text + "\0").getBytes(CsHis.BIG5);
    }

    private static String item(String time, String type, String code, String usage, String days, String quantity,
            String delivery) {
        return String.format("%-13s%-1s%-12s%-6s%-18s%-2s%-7s%-2s", time, type, code, "", usage, days, quantity, delivery);
    }

    public static void main(String[] arguments) throws Exception {
        out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
        check("csOpenCom", cs.csOpenCom(0));
        // 安全模組與資料中心認證（每天開機一次即可） / once a day is enough
        check("csVerifySAMDC", cs.csVerifySAMDC());

        // 1.1 基本資料 / basic data
        byte[] basic = new byte[CsHis.Layout.BASIC_DATA_LENGTH];
        check("hisGetBasicData", cs.hisGetBasicData(basic, new ShortByReference((short) basic.length)));
        show("cardNo", basic, CsHis.Layout.BASIC_DATA_CARD_NO_AT, CsHis.Layout.BASIC_DATA_CARD_NO_LENGTH);
        show("name", basic, CsHis.Layout.BASIC_DATA_NAME_AT, CsHis.Layout.BASIC_DATA_NAME_LENGTH);
        String id = show("personId", basic, CsHis.Layout.BASIC_DATA_PERSON_ID_AT, CsHis.Layout.BASIC_DATA_PERSON_ID_LENGTH);
        String birth = show("birthDate", basic, CsHis.Layout.BASIC_DATA_BIRTH_DATE_AT, CsHis.Layout.BASIC_DATA_BIRTH_DATE_LENGTH);
        show("sex", basic, CsHis.Layout.BASIC_DATA_SEX_AT, CsHis.Layout.BASIC_DATA_SEX_LENGTH);
        show("issueDate", basic, CsHis.Layout.BASIC_DATA_ISSUE_DATE_AT, CsHis.Layout.BASIC_DATA_ISSUE_DATE_LENGTH);
        show("cancelMark", basic, CsHis.Layout.BASIC_DATA_CANCEL_MARK_AT, CsHis.Layout.BASIC_DATA_CANCEL_MARK_LENGTH);
        show("emergencyTel", basic, CsHis.Layout.BASIC_DATA_EMERGENCY_TEL_AT, CsHis.Layout.BASIC_DATA_EMERGENCY_TEL_LENGTH);

        // 1.38 有效期限與可用次數 / validity and visits available
        byte[] validity = new byte[CsHis.Layout.REGISTER_BASIC2_LENGTH];
        check("hisGetRegisterBasic2", cs.hisGetRegisterBasic2(validity, new ShortByReference((short) validity.length)));
        show("validUntil", validity, CsHis.Layout.REGISTER_BASIC2_VALID_UNTIL_AT, CsHis.Layout.REGISTER_BASIC2_VALID_UNTIL_LENGTH);
        show("available", validity, CsHis.Layout.REGISTER_BASIC2_AVAILABLE_AT, CsHis.Layout.REGISTER_BASIC2_AVAILABLE_LENGTH);

        // 1.53 掛號：01 西醫門診。5010 是提示（同日第二次），5174 是沒有就醫識別碼，資料都在。
        // Register: western outpatient. 5010 tells of a second visit today, 5174 of no identifier: both come with data.
        byte[] grant = new byte[CsHis.Layout.VISIT_GRANT_LENGTH];
        check("hisGetSeqNumber256N1",
                cs.hisGetSeqNumber256N1("01", " ", "1", grant, new ShortByReference((short) grant.length)),
                CsHis.Code.E5010, CsHis.Code.E5174);
        String time = show("visitTime", grant, CsHis.Layout.VISIT_GRANT_VISIT_TIME_AT, CsHis.Layout.VISIT_GRANT_VISIT_TIME_LENGTH);
        show("seqNumber", grant, CsHis.Layout.VISIT_GRANT_SEQ_NUMBER_AT, CsHis.Layout.VISIT_GRANT_SEQ_NUMBER_LENGTH);
        show("hospId", grant, CsHis.Layout.VISIT_GRANT_HOSP_ID_AT, CsHis.Layout.VISIT_GRANT_HOSP_ID_LENGTH);
        show("signature", grant, CsHis.Layout.VISIT_GRANT_SIGNATURE_AT, CsHis.Layout.VISIT_GRANT_SIGNATURE_LENGTH);
        show("samId", grant, CsHis.Layout.VISIT_GRANT_SAM_ID_AT, CsHis.Layout.VISIT_GRANT_SAM_ID_LENGTH);
        show("sameDay", grant, CsHis.Layout.VISIT_GRANT_SAME_DAY_AT, CsHis.Layout.VISIT_GRANT_SAME_DAY_LENGTH);
        show("treatNum", grant, CsHis.Layout.VISIT_GRANT_TREAT_NUM_AT, CsHis.Layout.VISIT_GRANT_TREAT_NUM_LENGTH);

        // 1.47 診斷與費用；診斷碼放在方括號裡是 ICD-10 格式。日期時間用就醫那一刻的，不是電腦的。
        // Diagnoses and fees; brackets mean ICD-10. What is written bears the visit's own time, never the computer's.
        StringBuilder care = new StringBuilder("1");
        for (String code : new String[] {"J069", "", "", "", "", ""}) care.append(String.format("[%-7s]", code));
        care.append("00000350").append("00000050").append("00000000").append("0000000").append("0000000");
        byte[] doctor = new byte[11];
        check("hisWriteTreatmentData", cs.hisWriteTreatmentData(time, id, birth, big5(care.toString()), doctor));
        out.println("doctorId=" + new String(doctor, CsHis.BIG5).replace("\0", ""));

        // 1.49 兩筆處方，每筆一個簽章 / two items, a signature each
        String items = item(time, "1", "AC12345100", "TID", "03", "9", "01") + item(time, "3", "00109C", "", "", "1", "03");
        int size = CsHis.Layout.PRESCRIPTION_SIGNATURE_LENGTH;
        byte[] signatures = new byte[2 * size];
        check("hisWriteMultiPrescriptSign",
                cs.hisWriteMultiPrescriptSign(time, id, birth, big5(items), new ShortByReference((short) 2), signatures,
                        new ShortByReference((short) signatures.length)));
        show("signature1", signatures, 0, size);
        show("signature2", signatures, size, size);

        check("csCloseCom", cs.csCloseCom());
    }
}
