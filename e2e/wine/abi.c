/*
 * A Windows program as HIS programs are: loads the library at run time, keeps its lengths in 16 bits as Visual Basic
 * does, and looks what became of the memory beside them. Prints name=value; a line with "BROKEN" is a fault.
 */
#include <stdio.h>
#include <string.h>
#include <windows.h>

typedef int(WINAPI *no_args)(void);
typedef int(WINAPI *one_int)(int);
typedef int(WINAPI *reading)(char *, short *);
typedef int(WINAPI *registering)(const char *, const char *, const char *, char *, short *);
typedef int(WINAPI *card_number)(int, char *, short *);

enum { MOST = 512, GUARD = 64 };
/* A length as Visual Basic has it among other variables, and a buffer with something on either side. */
static struct {
  unsigned short before[8];
  short length;
  unsigned short after[8];
} cell;
static unsigned char memory[GUARD + MOST + GUARD];
static char *const buffer = (char *)memory + GUARD;

static void prepare(short length)
{
  memset(&cell, 0xc5, sizeof cell);
  memset(memory, 0xa7, sizeof memory);
  cell.length = length;
}

/* All but the cell and `used` bytes of the buffer must be as it was. */
static void inspect(const char *what, int used)
{
  size_t i;
  for (i = 0; i < 8; i++)
    if (cell.before[i] != 0xc5c5 || cell.after[i] != 0xc5c5)
      printf("%s: BROKEN beside the length\n", what);
  for (i = 0; i < sizeof memory; i++)
    if ((i < GUARD || i >= (size_t)GUARD + used) && memory[i] != 0xa7) {
      printf("%s: BROKEN at byte %d\n", what, (int)i - GUARD);
      return;
    }
}

static void report(const char *name, int code, int length)
{
  int ok = code == 0 || code == 5010;
  printf("%s=%d,%d,%.*s\n", name, (short)code, cell.length, ok ? cell.length : 0, buffer);
  inspect(name, ok ? length : 0);
}

static void read_all(const char *name, reading call, short length)
{
  int code;
  prepare(length);
  report(name, call(buffer, &cell.length), length);
  /* One byte too short: nothing is written, the length stays. */
  prepare(length - 1);
  code = call(buffer, &cell.length);
  printf("%s.short=%d,%d\n", name, (short)code, cell.length);
  inspect(name, 0);
  /* Longer than needed: the rest stays as it was. */
  prepare(length + 100);
  code = call(buffer, &cell.length);
  printf("%s.long=%d,%d\n", name, (short)code, cell.length);
  inspect(name, length);
}

static void *entry(HMODULE library, const char *name, int ordinal)
{
  void *by_name = (void *)GetProcAddress(library, name);
  if (by_name == NULL || (ordinal && by_name != (void *)GetProcAddress(library, MAKEINTRESOURCEA(ordinal))))
    printf("%s: BROKEN, not one entry by name and by ordinal\n", name);
  return by_name;
}

int main(int count, char **words)
{
  HMODULE library = LoadLibraryA(count > 1 ? words[1] : "CsHis.dll");
  registering grant;
  int code;
  if (library == NULL) {
    printf("LoadLibrary: BROKEN %lu\n", GetLastError());
    return 1;
  }
  printf("csOpenCom=%d\n", ((one_int)entry(library, "csOpenCom", 32))(0));
  printf("csVerifySAMDC=%d\n", ((no_args)entry(library, "csVerifySAMDC", 34))());
  /* Of an integer only the low 16 bits mean anything. */
  printf("hisGetCardStatus=%d\n", ((one_int)entry(library, "hisGetCardStatus", 47))(0x7bcd0002));
  read_all("hisGetBasicData", (reading)entry(library, "hisGetBasicData", 48), 72);
  read_all("hisGetRegisterBasic2", (reading)entry(library, "hisGetRegisterBasic2", 56), 9);
  read_all("csGetHospID", (reading)entry(library, "csGetHospID", 69), 10);
  grant = (registering)entry(library, "hisGetSeqNumber256N1", 0);
  prepare(316);
  code = grant("01", " ", "1", buffer, &cell.length);
  report("hisGetSeqNumber256N1", code, 316);
  prepare(12);
  report("csGetCardNo", ((card_number)entry(library, "csGetCardNo", 51))(2, buffer, &cell.length), 12);
  printf("csCloseCom=%d\n", ((no_args)entry(library, "csCloseCom", 33))());
  FreeLibrary(library);
  return 0;
}
