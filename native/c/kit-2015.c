/*
 * 健保卡讀卡示範程式：照 2015 年開發套件的寫法，原始檔是 Big5。
 * A reading program as the developers' kit of 2015 had them: its source is Big5, its lengths are short, every function
 * is declared by hand and linked by the import library.
 *
 *   Windows  i686-w64-mingw32-gcc -finput-charset=BIG5 -fexec-charset=BIG5 kit-2015.c CsHis.lib -o kit.exe
 *   Linux    gcc -finput-charset=BIG5 -fexec-charset=BIG5 kit-2015.c -lcshis -o kit
 */
#include <stdio.h>
#include <string.h>

#ifdef _WIN32
#define CALL __stdcall
#else
#define CALL
#endif

int CALL csOpenCom(int Comport);
int CALL csCloseCom(void);
int CALL csVerifySAMDC(void);
int CALL hisGetCardStatus(short CardType);
int CALL hisGetBasicData(char *pBuffer, short *iBufferLen);
int CALL hisGetRegisterBasic2(char *pBuffer, short *iBufferLen);
int CALL csGetHospID(char *pBuffer, short *iBufferLen);

static char szBuffer[8192];
static short nLen;

/* 印出一個欄位，位置由 1 起算 / prints one field, counted from 1 */
static void PrintField(const char *szTitle, int nFrom, int nTo)
{
  printf("%s：%.*s\n", szTitle, nTo - nFrom + 1, szBuffer + nFrom - 1);
}

int main(void)
{
  int nRet;

  /* 「許、功、蓋」的第二個位元組是反斜線 / the second byte of these characters is a backslash */
  printf("許功蓋診所 讀卡程式\n");

  nRet = csOpenCom(0);
  if (nRet != 0) {
    printf("開啟連結埠失敗：%d\n", nRet);
    return 1;
  }
  nRet = csVerifySAMDC();
  if (nRet != 0) {
    printf("安全模組認證失敗：%d\n", nRet);
    csCloseCom();
    return 1;
  }
  printf("卡片狀態：%d\n", hisGetCardStatus(2));

  memset(szBuffer, 0, sizeof(szBuffer));
  nLen = sizeof(szBuffer);
  nRet = hisGetBasicData(szBuffer, &nLen);
  if (nRet != 0) {
    printf("讀取基本資料失敗：%d\n", nRet);
    csCloseCom();
    return 1;
  }
  printf("資料長度：%d\n", nLen);
  PrintField("卡片號碼", 1, 12);
  PrintField("姓名", 13, 32);
  PrintField("身分證號", 33, 42);
  PrintField("出生日期", 43, 49);
  PrintField("性別", 50, 50);
  PrintField("發卡日期", 51, 57);
  PrintField("卡片註銷註記", 58, 58);
  PrintField("緊急聯絡電話", 59, 72);

  nLen = sizeof(szBuffer);
  nRet = hisGetRegisterBasic2(szBuffer, &nLen);
  if (nRet == 0) {
    PrintField("有效期限", 1, 7);
    PrintField("可用次數", 8, 9);
  }

  nLen = sizeof(szBuffer);
  nRet = csGetHospID(szBuffer, &nLen);
  if (nRet == 0)
    PrintField("醫療院所代碼", 1, 10);

  nRet = csCloseCom();
  printf("結束：%d\n", nRet);
  return nRet;
}
