/*
 * A HIS in small: asks for the library by its bare name and prints which file the loader gave it, or the error. Prints the
 * search path that it has, too. name=value.
 */
#include <stdio.h>
#include <windows.h>

int main(int argc, char **argv)
{
  static char text[32768];
  const char *name = argc > 1 ? argv[1] : "CsHis.dll";
  GetModuleFileNameA(NULL, text, sizeof text);
  printf("program=%s\n", text);
  GetEnvironmentVariableA("PATH", text, sizeof text);
  printf("PATH=%s\n", text);
  GetWindowsDirectoryA(text, sizeof text);
  printf("SystemRoot=%s\n", text);
  HMODULE library = LoadLibraryA(name);
  if (library == NULL) {
    printf("error=%lu\n", GetLastError());
    return 0;
  }
  GetModuleFileNameA(library, text, sizeof text);
  printf("library=%s\n", text);
  return 0;
}
