/*
 * opencshis.exe, csfsim.exe, csResetFsim.exe: finds the release that current.txt beside it names, and runs it with its own
 * Node. By full paths alone: nothing is looked for in the current folder or in PATH.
 */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#define MOST 32000
static wchar_t line[MOST], folder[MAX_PATH * 2], name[MAX_PATH];

static int fail(const wchar_t *what) {
  fwprintf(stderr, L"opencshis: %ls (%lu)\n", what, GetLastError());
  return 1;
}

/* What stands behind the program's own name, as it was typed. */
static const wchar_t *arguments(void) {
  const wchar_t *at = GetCommandLineW();
  int quoted = 0;
  while (*at && (quoted || (*at != L' ' && *at != L'\t'))) quoted ^= *at++ == L'"';
  while (*at == L' ' || *at == L'\t') at++;
  return at;
}

int wmain(void) {
  char version[64] = { 0 };
  wchar_t current[MAX_PATH * 2 + 20], *slash, *dot;
  const wchar_t *program = L"opencshis.cjs", *first = L"";
  STARTUPINFOW with = { .cb = sizeof with };
  PROCESS_INFORMATION made;
  DWORD code = 1, n = GetModuleFileNameW(NULL, folder, MAX_PATH * 2);
  FILE *f;
  if (n == 0 || n >= MAX_PATH * 2 || (slash = wcsrchr(folder, L'\\')) == NULL) return fail(L"own path");
  wcsncpy(name, slash + 1, MAX_PATH - 1);
  *slash = 0;
  if ((dot = wcsrchr(name, L'.')) != NULL) *dot = 0;
  if (_wcsicmp(name, L"csfsim") == 0) first = L" start --minimised";
  if (_wcsicmp(name, L"csResetFsim") == 0) program = L"csresetfsim.cjs";
  swprintf(current, MAX_PATH * 2 + 20, L"%ls\\current.txt", folder);
  f = _wfopen(current, L"rb");
  if (f == NULL) return fail(L"current.txt");
  n = (DWORD)fread(version, 1, sizeof version - 1, f);
  fclose(f);
  version[strspn(version, "0123456789.")] = 0;
  if (n == 0 || version[0] == 0) return fail(L"current.txt");
  if (swprintf(line, MOST, L"\"%ls\\releases\\%hs\\bin\\node.exe\" \"%ls\\releases\\%hs\\bin\\%ls\"%ls %ls", folder, version,
               folder, version, program, first, arguments()) < 0) return fail(L"arguments");
  swprintf(current, MAX_PATH * 2 + 20, L"%ls\\releases\\%hs\\bin\\node.exe", folder, version);
  SetConsoleCtrlHandler(NULL, TRUE); /* Ctrl-C is the program's */
  if (!CreateProcessW(current, line, NULL, NULL, TRUE, 0, NULL, NULL, &with, &made)) return fail(current);
  WaitForSingleObject(made.hProcess, INFINITE);
  GetExitCodeProcess(made.hProcess, &code);
  return (int)code;
}
