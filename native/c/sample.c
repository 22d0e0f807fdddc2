/*
 * 範例：一次門診，從開啟讀卡機到簽章處方。 / Sample: one visit, from opening the reader to the signed prescription.
 *
 *   Linux    gcc -I native/include native/c/sample.c -L native/build/linux-x64 -lcshis -o sample
 *   Windows  i686-w64-mingw32-gcc -I native/include native/c/sample.c -L native/build/win32 -lcshis -o sample.exe
 *
 * 讀到的欄位印成 name=value（UTF-8）；遇到沒有預期的回傳碼就結束，結束碼 1。
 * Prints the fields as name=value in UTF-8; ends with 1 at a return code that it did not expect.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cshis.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <iconv.h>
#endif

/* Big5 轉 UTF-8；欄位以空白補滿，所以去掉尾端空白 / from Big5 to UTF-8, without the blanks that fill a field */
static void show(const char *name, const char *big5, size_t length)
{
  char text[1024];
  while (length > 0 && big5[length - 1] == ' ')
    length--;
  memset(text, 0, sizeof text);
#ifdef _WIN32
  {
    wchar_t wide[512];
    int count = MultiByteToWideChar(950, 0, big5, (int)length, wide, 512);
    WideCharToMultiByte(CP_UTF8, 0, wide, count, text, sizeof text - 1, NULL, NULL);
  }
#else
  {
    iconv_t converter = iconv_open("UTF-8", "CP950");
    char *from = (char *)big5, *to = text;
    size_t space = sizeof text - 1;
    if (converter != (iconv_t)-1) {
      iconv(converter, &from, &length, &to, &space);
      iconv_close(converter);
    }
  }
#endif
  printf("%s=%s\n", name, text);
}

#define SHOW(buffer, record, field, name) \
  show(name, buffer + CSHIS_##record##_##field##_AT, CSHIS_##record##_##field##_LENGTH)

static void check(const char *function, int code)
{
  if (code == CSHIS_OK)
    return;
  fprintf(stderr, "%s: %d\n", function, code);
  csCloseCom();
  exit(1);
}

int main(void)
{
  char basic[CSHIS_BASIC_DATA_LENGTH], validity[CSHIS_REGISTER_BASIC2_LENGTH], grant[CSHIS_VISIT_GRANT_LENGTH];
  char id[11], birth[8], time[14], doctor[11];
  char care[CSHIS_TREATMENT_DATA_ICD10_LENGTH + 1];
  char items[2 * CSHIS_PRESCRIPTION_ITEM_LENGTH + 1], signatures[2 * CSHIS_PRESCRIPTION_SIGNATURE_LENGTH];
  short length, count = 2;
  int code, at;

  check("csOpenCom", csOpenCom(0));
  /* 安全模組與資料中心認證（每天開機一次即可） / once a day is enough */
  check("csVerifySAMDC", csVerifySAMDC());

  /* 1.1 基本資料 / basic data */
  length = sizeof basic;
  check("hisGetBasicData", hisGetBasicData(basic, &length));
  SHOW(basic, BASIC_DATA, CARD_NO, "cardNo");
  SHOW(basic, BASIC_DATA, NAME, "name");
  SHOW(basic, BASIC_DATA, PERSON_ID, "personId");
  SHOW(basic, BASIC_DATA, BIRTH_DATE, "birthDate");
  SHOW(basic, BASIC_DATA, SEX, "sex");
  SHOW(basic, BASIC_DATA, ISSUE_DATE, "issueDate");
  SHOW(basic, BASIC_DATA, CANCEL_MARK, "cancelMark");
  SHOW(basic, BASIC_DATA, EMERGENCY_TEL, "emergencyTel");

  /* 1.38 有效期限與可用次數 / validity and visits available */
  length = sizeof validity;
  check("hisGetRegisterBasic2", hisGetRegisterBasic2(validity, &length));
  SHOW(validity, REGISTER_BASIC2, VALID_UNTIL, "validUntil");
  SHOW(validity, REGISTER_BASIC2, AVAILABLE, "available");

  /* 1.53 掛號：01 西醫門診、不是新生兒、正常就醫。5010 是提示（同日第二次），5174 是沒有就醫識別碼，資料都在。 */
  /* Register: western outpatient. 5010 tells of a second visit today, 5174 of no identifier: both come with data. */
  length = sizeof grant;
  code = hisGetSeqNumber256N1("01", " ", "1", grant, &length);
  if (code != CSHIS_E5010 && code != CSHIS_E5174)
    check("hisGetSeqNumber256N1", code);
  SHOW(grant, VISIT_GRANT, VISIT_TIME, "visitTime");
  SHOW(grant, VISIT_GRANT, SEQ_NUMBER, "seqNumber");
  SHOW(grant, VISIT_GRANT, HOSP_ID, "hospId");
  SHOW(grant, VISIT_GRANT, SIGNATURE, "signature");
  SHOW(grant, VISIT_GRANT, SAM_ID, "samId");
  SHOW(grant, VISIT_GRANT, SAME_DAY, "sameDay");
  SHOW(grant, VISIT_GRANT, TREAT_NUM, "treatNum");

  /* 寫入要用就醫那一刻的日期時間，不是電腦的 / what is written bears the visit's own time, never the computer's */
  sprintf(time, "%.13s", grant + CSHIS_VISIT_GRANT_VISIT_TIME_AT);
  sprintf(id, "%.10s", basic + CSHIS_BASIC_DATA_PERSON_ID_AT);
  sprintf(birth, "%.7s", basic + CSHIS_BASIC_DATA_BIRTH_DATE_AT);

  /* 1.47 診斷與費用；診斷碼放在方括號裡是 ICD-10 格式 / diagnoses and fees; brackets mean ICD-10 */
  memset(care, ' ', sizeof care - 1);
  care[sizeof care - 1] = 0;
  care[0] = '1';
  for (at = 1; at <= 46; at += 9) {
    care[at] = '[';
    care[at + 8] = ']';
  }
  memcpy(care + CSHIS_TREATMENT_DATA_ICD10_MAIN_CODE_AT, "J069", 4);
  memcpy(care + CSHIS_TREATMENT_DATA_ICD10_OUTPATIENT_FEE_AT, "00000350" "00000050" "00000000" "0000000" "0000000", 38);
  memset(doctor, 0, sizeof doctor);
  check("hisWriteTreatmentData", hisWriteTreatmentData(time, id, birth, care, doctor));
  show("doctorId", doctor, strlen(doctor));

  /* 1.49 兩筆處方，每筆一個簽章 / two items, a signature each */
  sprintf(items, "%-13s%-1s%-12s%-6s%-18s%-2s%-7s%-2s%-13s%-1s%-12s%-6s%-18s%-2s%-7s%-2s",
          time, "1", "AC12345100", "", "TID", "03", "9", "01", time, "3", "00109C", "", "", "", "1", "03");
  length = sizeof signatures;
  check("hisWriteMultiPrescriptSign", hisWriteMultiPrescriptSign(time, id, birth, items, &count, signatures, &length));
  show("signature1", signatures, CSHIS_PRESCRIPTION_SIGNATURE_LENGTH);
  show("signature2", signatures + CSHIS_PRESCRIPTION_SIGNATURE_LENGTH, CSHIS_PRESCRIPTION_SIGNATURE_LENGTH);

  check("csCloseCom", csCloseCom());
  return 0;
}
