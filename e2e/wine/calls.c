/*
 * Calls every entry of a table (entries.h, made by the test) with zeros for all its arguments, and measures what it
 * takes off the stack: by the standard calling convention exactly its arguments. 32 bits alone.
 * Then what becomes of programs that call by the C convention by mistake.
 */
#include <stdio.h>
#include <string.h>
#include <windows.h>

struct entry {
  const char *name;
  int ordinal;
  int bytes;
};
static const struct entry entries[] = {
#include "entries.h"
};

/* Bytes that the callee left on the stack: 0 by the standard convention, all its arguments by the C convention. */
static int left_behind(void *function, int words)
{
  int result, left;
  __asm__ volatile("movl %%esp, %%edi\n"
                   "1: testl %%edx, %%edx\n\t"
                   "jz 2f\n\t"
                   "pushl $0\n\t"
                   "decl %%edx\n\t"
                   "jmp 1b\n"
                   "2: call *%%esi\n\t"
                   "movl %%edi, %%ecx\n\t"
                   "subl %%esp, %%ecx\n\t"
                   "movl %%edi, %%esp"
                   : "=a"(result), "=c"(left), "+d"(words)
                   : "S"(function)
                   : "edi", "memory", "cc");
  (void)result;
  return left;
}

/* The mistake: pointers without WINAPI. Each call has a frame of its own, as a foreign-function interface gives it. */
typedef int (*wrong_none)(void);
typedef int (*wrong_int)(int);
typedef int (*wrong_reading)(char *, short *);
static __attribute__((noinline)) int wrongly(wrong_reading call, char *buffer, short *length) { return call(buffer, length); }
static __attribute__((noinline)) int wrongly_int(wrong_int call, int value) { return call(value); }

int main(int count, char **words)
{
  HMODULE library = LoadLibraryA("CsHis.dll");
  size_t i;
  struct {
    char before[16];
    char data[72];
    char after[16];
  } buffer;
  short length = 72;
  int code = 0, round;
  if (library == NULL)
    return 1;
  for (i = 0; count == 1 && i < sizeof entries / sizeof *entries; i++) {
    void *function = (void *)GetProcAddress(library, MAKEINTRESOURCEA(entries[i].ordinal));
    void *named = (void *)GetProcAddress(library, entries[i].name);
    if (function == NULL || function != named)
      printf("%s: BROKEN, ordinal %d is another entry\n", entries[i].name, entries[i].ordinal);
    else
      printf("%s=%d\n", entries[i].name, left_behind(function, entries[i].bytes / 4));
    fflush(stdout);
  }
  if (count == 1 || strcmp(words[1], "wrongly") != 0)
    return 0;
  memset(&buffer, 0x5a, sizeof buffer);
  for (round = 0; round < 1000; round++) {
    wrongly_int((wrong_int)(void *)GetProcAddress(library, "csOpenCom"), 0);
    length = 72;
    code = wrongly((wrong_reading)(void *)GetProcAddress(library, "hisGetBasicData"), buffer.data, &length);
  }
  for (i = 0; i < 16; i++)
    if (buffer.before[i] != 0x5a || buffer.after[i] != 0x5a)
      printf("by the C convention: BROKEN beside the buffer\n");
  printf("wrongly=%d,%d\n", (short)code, length);
  return 0;
}
