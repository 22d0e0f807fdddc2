/* A HIS's first minutes: version, open, 1.1, 1.38, 1.53, close; one line a call: name, code, length, bytes. */
#include <stdio.h>
#include <string.h>

int csGetVersion(void);
int csGetVersionEx(char *path);
int csOpenCom(int port);
int csCloseCom(void);
int csVerifySAMDC(void);
int hisGetCardStatus(int type);
int hisGetBasicData(char *buffer, short *length);
int hisGetRegisterBasic2(char *buffer, int *length);
int hisGetSeqNumber256N1(char *item, char *baby, char *after, char *buffer, int *length);

static char buffer[512];

static void say(const char *name, int code, int length)
{
  printf("%s\t%d\t%d\t%.*s\n", name, code, length, code == 0 ? length : 0, buffer);
}

int main(void)
{
  short two = 72;
  int four = 9, visit = 316;
  printf("csGetVersion\t%d\n", csGetVersion());
  say("csGetVersionEx", csGetVersionEx(buffer), 0);
  printf("path\t%s\n", buffer);
  printf("csOpenCom\t%d\n", csOpenCom(0));
  say("hisGetBasicData", hisGetBasicData(buffer, &two), two);
  say("hisGetRegisterBasic2", hisGetRegisterBasic2(buffer, &four), four);
  say("hisGetSeqNumber256N1", hisGetSeqNumber256N1("01", " ", "1", buffer, &visit), visit);
  printf("hisGetCardStatus\t%d\n", hisGetCardStatus(2));
  printf("csCloseCom\t%d\n", csCloseCom());
  return 0;
}
