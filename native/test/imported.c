/* Bound to the library by its import library, as the kit's samples are. */
#include <stdio.h>
#ifndef _WIN32
#define __stdcall
#endif
int __stdcall csOpenCom(int port);
int __stdcall hisGetBasicData(char *buffer, short *length);
int __stdcall csCloseCom(void);

int main(void)
{
  char buffer[72];
  short length = 72;
  int opened = csOpenCom(0), code = hisGetBasicData(buffer, &length);
  printf("%d %d %d\n", opened, code, length);
  return csCloseCom();
}
