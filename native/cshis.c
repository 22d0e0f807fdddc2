/*
 * libcshis.so, libcshis.dylib, CsHis.dll: the library that a HIS loads. It knows no layouts: it sends a function's name
 * and inputs to the control software of this machine (docs/native-door.md) and copies back a code and outputs.
 *
 * Long, because it is one source that any C99 compiler makes into the library, without a dependency. What the functions
 * are comes from the catalogue: native/generated/, written by `npm run build:native`. Rules that all of it keeps:
 *   - Lengths are two bytes, read and written; integers by value mean their low 16 bits; codes are 16 bits, with sign.
 *   - A caller's memory is read once, up to a parameter's length or its NUL; written only within both the declared
 *     length and the given one, and only when a whole answer with data has been checked.
 *   - The other side is not trusted: its frames are checked as a stranger's.
 *   - No call hangs: 1 s to connect, then 5 s from the last frame that said "working".
 *   - Nothing is held while a call waits: each call has a connection of its own from a pool.
 */
#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#include <winsock2.h>
#include <windows.h>
#include <ws2tcpip.h>
#else
#define _DEFAULT_SOURCE
#define _DARWIN_C_SOURCE
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <pwd.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>
#ifdef __APPLE__
#include <sys/random.h>
#endif
#endif
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#define API __declspec(dllexport) int __stdcall
#else
#define API __attribute__((visibility("default"))) int
#endif

typedef unsigned char byte;

enum {
  CONNECT_MS = 1000,  /* finding the daemon, connecting, both proofs */
  SILENCE_MS = 5000,  /* after the last frame that was heard */
  RETURN_MS = 3000,   /* how long a connection that broke in mid-call is tried anew */
  FRAME_MOST = 1 << 20,
  DISCOVERY_MOST = 65536,
  CHUNK_MOST = 8192,
  IDLE_MOST = 8,
  PATH_MOST = 1024,
  ID_LENGTH = 32
};
enum { HELLO = 1, PROVE, WELCOME, CALL, WORKING, ANSWER, ACK, CANCEL, CHUNK = 13, WRITE = 14 };
enum { VERSION = 1, ROLE_PROGRAM = 1, WITHOUT_WORDS = 128 };

/* ---- what the catalogue says ---- */

typedef enum {
  P_TEXT, P_CHAR, P_RECORD, P_RECORDS, P_BUFFER, P_FIXED_OUT, P_LENGTH, P_INT, P_INT_WIDE, P_INT_OUT, P_INT_IN_OUT, P_TEXT_IN_OUT, P_FILE_IN, P_FILE_OUT, P_UNUSED
} kind;
struct param {
  const char *name;
  kind kind;
  int length; /* its bytes; of one record where they are counted */
  int most;   /* with a marker; number of records; most bytes of a text, NUL included */
  int mark;   /* where a marker's bracket stands, from 0; -1 where there is none */
  int other;  /* the parameter that is its length or its count; -1 */
  int optional;
};
struct function {
  const char *name;
  const struct param *params;
  int count;
  int bad;     /* what a wrong parameter answers */
  int alone;   /* what it answers without a daemon */
  int value;   /* its code is a result: data may come with any */
  int version; /* its own version and path */
};
struct arg { void *p; int i; };

#include "generated/cshis-table.h"

/* ---- the system underneath ---- */

static uint64_t now_ms(void)
{
#ifdef _WIN32
  return GetTickCount64();
#else
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
#endif
}

static void pause_ms(int ms)
{
#ifdef _WIN32
  Sleep((DWORD)ms);
#else
  poll(NULL, 0, ms);
#endif
}

#ifdef _WIN32
typedef SOCKET handle;
#define NO_HANDLE INVALID_SOCKET
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); /* RtlGenRandom, of advapi32 */
static SRWLOCK pool_lock = SRWLOCK_INIT;
static void lock(void) { AcquireSRWLockExclusive(&pool_lock); }
static void unlock(void) { ReleaseSRWLockExclusive(&pool_lock); }
static int chance(void *p, size_t n) { return SystemFunction036(p, (ULONG)n) ? 0 : -1; }
#else
typedef int handle;
#define NO_HANDLE (-1)
static pthread_mutex_t pool_lock = PTHREAD_MUTEX_INITIALIZER;
static void lock(void) { pthread_mutex_lock(&pool_lock); }
static void unlock(void) { pthread_mutex_unlock(&pool_lock); }
#ifndef CSHIS_CHANCE
static int chance(void *p, size_t n) { return getentropy(p, n); }
#else
static int chance(void *p, size_t n) { return CSHIS_CHANCE(p, n); }
#endif
#endif

/* The path of this library, as the system loaded it; 0 where it does not tell. */
static size_t own_path(char *path, size_t room)
{
#ifdef _WIN32
  HMODULE module = NULL;
  DWORD n;
  GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                     (LPCSTR)(void *)&pool_lock, &module);
  n = GetModuleFileNameA(module, path, (DWORD)room);
  if (n == 0) return 0;
  path[room - 1] = 0;
  return strlen(path);
#else
  Dl_info info;
  if (!dladdr((void *)&pool_lock, &info) || info.dli_fname == NULL) return 0;
  snprintf(path, room, "%s", info.dli_fname);
  return strlen(path);
#endif
}

/* ---- SHA-256 and HMAC (FIPS 180-4, RFC 2104) ---- */

struct sha { uint32_t h[8]; byte block[64]; uint64_t n; };

static void sha_block(struct sha *s, const byte *p)
{
  static const uint32_t k[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  };
  uint32_t w[64], v[8];
  int i;
#define ROTATE(x, n) ((x) >> (n) | (x) << (32 - (n)))
  for (i = 0; i < 16; i++)
    w[i] = (uint32_t)p[4 * i] << 24 | (uint32_t)p[4 * i + 1] << 16 | (uint32_t)p[4 * i + 2] << 8 | p[4 * i + 3];
  for (; i < 64; i++)
    w[i] = w[i - 16] + (ROTATE(w[i - 15], 7) ^ ROTATE(w[i - 15], 18) ^ w[i - 15] >> 3) + w[i - 7]
         + (ROTATE(w[i - 2], 17) ^ ROTATE(w[i - 2], 19) ^ w[i - 2] >> 10);
  memcpy(v, s->h, sizeof v);
  for (i = 0; i < 64; i++) {
    uint32_t a = v[7] + (ROTATE(v[4], 6) ^ ROTATE(v[4], 11) ^ ROTATE(v[4], 25)) + ((v[4] & v[5]) ^ (~v[4] & v[6]))
               + k[i] + w[i];
    uint32_t b = (ROTATE(v[0], 2) ^ ROTATE(v[0], 13) ^ ROTATE(v[0], 22)) + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
    memmove(v + 1, v, 7 * sizeof v[0]);
    v[4] += a;
    v[0] = a + b;
  }
  for (i = 0; i < 8; i++) s->h[i] += v[i];
#undef ROTATE
}

static void sha_add(struct sha *s, const void *data, size_t n)
{
  const byte *p = data;
  for (; n > 0; n--) {
    s->block[s->n++ % 64] = *p++;
    if (s->n % 64 == 0) sha_block(s, s->block);
  }
}

static void sha_start(struct sha *s)
{
  static const uint32_t h[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
  memcpy(s->h, h, sizeof h);
  s->n = 0;
}

static void sha_end(struct sha *s, byte out[32])
{
  uint64_t bits = s->n * 8;
  byte length[8];
  int i;
  sha_add(s, "\x80", 1);
  while (s->n % 64 != 56) sha_add(s, "", 1);
  for (i = 0; i < 8; i++) length[i] = (byte)(bits >> (56 - 8 * i));
  sha_add(s, length, 8);
  for (i = 0; i < 32; i++) out[i] = (byte)(s->h[i / 4] >> (24 - 8 * (i % 4)));
}

/* Proof that one side knows the token: HMAC over the side's name and both nonces. */
static void prove(const byte token[32], const char *side, const byte *server, const byte *client, byte out[32])
{
  struct sha s;
  byte pad[64];
  int i;
  sha_start(&s);
  for (i = 0; i < 64; i++) pad[i] = (byte)((i < 32 ? token[i] : 0) ^ 0x36);
  sha_add(&s, pad, 64);
  sha_add(&s, side, strlen(side));
  sha_add(&s, server, 32);
  sha_add(&s, client, 32);
  sha_end(&s, out);
  sha_start(&s);
  for (i = 0; i < 64; i++) pad[i] ^= 0x36 ^ 0x5c;
  sha_add(&s, pad, 64);
  sha_add(&s, out, 32);
  sha_end(&s, out);
}

/* ---- bytes of frames ---- */

struct writer { byte *p; size_t n, room; int bad; };
struct reader { const byte *p; size_t n; int bad; };

static void put(struct writer *w, const void *p, size_t n)
{
  if (n > w->room - w->n) w->bad = 1;
  if (w->bad || n == 0) return;
  memcpy(w->p + w->n, p, n);
  w->n += n;
}
static void put_number(struct writer *w, uint64_t value, int bytes)
{
  while (bytes-- > 0) {
    byte one = (byte)(value >> (8 * bytes));
    put(w, &one, 1);
  }
}
static void put_short(struct writer *w, const char *text)
{
  size_t n = strlen(text);
  if (n > 255) n = 255;
  put_number(w, n, 1);
  put(w, text, n);
}
static void start_frame(struct writer *w, int type)
{
  w->n = 4;
  put_number(w, (uint64_t)type, 1);
}
static void end_frame(struct writer *w)
{
  size_t n = w->n;
  w->n = 0;
  put_number(w, n - 4, 4);
  w->n = n;
}

static const byte *take(struct reader *r, size_t n)
{
  const byte *p = r->p;
  if (r->bad || n > r->n) {
    r->bad = 1;
    return (const byte *)"";
  }
  r->p += n;
  r->n -= n;
  return p;
}
static uint64_t take_number(struct reader *r, int bytes)
{
  uint64_t value = 0;
  const byte *p = take(r, (size_t)bytes);
  if (r->bad) return 0;
  while (bytes-- > 0) value = value << 8 | *p++;
  return value;
}
static int take_id(struct reader *r, const char *wanted)
{
  size_t n = (size_t)take_number(r, 1);
  const byte *p = take(r, n);
  return !r->bad && n == strlen(wanted) && memcmp(p, wanted, n) == 0;
}

/* ---- the discovery file ---- */

struct found {
  byte token[32];
  char native[PATH_MOST];
  char started[32];
  long pid;
  int port;
  int old_line; /* 3.5 */
};

struct json { const char *p, *end; };
static void blank(struct json *j)
{
  while (j->p < j->end && (*j->p == ' ' || *j->p == '\n' || *j->p == '\t' || *j->p == '\r')) j->p++;
}
/* A string's characters; escapes are kept as they stand, as none of the values that are wanted has any but of \ and /. */
static int json_string(struct json *j, char *out, size_t room)
{
  size_t n = 0;
  if (j->p >= j->end || *j->p != '"') return -1;
  for (j->p++; j->p < j->end && *j->p != '"'; j->p++) {
    if (*j->p == '\\' && ++j->p >= j->end) return -1;
    if (n + 1 < room) out[n++] = *j->p;
    else if (room > 0) return -1;
  }
  if (j->p >= j->end) return -1;
  j->p++;
  if (room > 0) out[n] = 0;
  return 0;
}
/* Walks a value; `see` is told of each string or number with the keys that lead to it, joined by a dot. */
static int json_value(struct json *j, const char *key, int depth, struct found *f,
                      void (*see)(struct found *, const char *, const char *))
{
  char text[PATH_MOST], name[128];
  blank(j);
  if (j->p >= j->end || depth > 8) return -1;
  if (*j->p == '"') {
    struct json from = *j;
    if (json_string(j, text, sizeof text) == 0) see(f, key, text);
    else if (*j = from, json_string(j, NULL, 0) != 0) return -1;
    return 0;
  }
  if (*j->p == '{' || *j->p == '[') {
    char close = *j->p == '{' ? '}' : ']';
    j->p++;
    for (;;) {
      blank(j);
      if (j->p < j->end && *j->p == close) break;
      strcpy(name, "[]");
      if (close == '}') {
        if (json_string(j, text, 64) != 0) return -1;
        blank(j);
        if (j->p >= j->end || *j->p++ != ':') return -1;
        snprintf(name, sizeof name, "%.60s%s%.60s", key, *key ? "." : "", text);
      }
      if (json_value(j, name, depth + 1, f, see) != 0) return -1;
      blank(j);
      if (j->p >= j->end) return -1;
      if (*j->p == ',') j->p++;
      else if (*j->p != close) return -1;
    }
    j->p++;
    return 0;
  }
  {
    size_t n = 0;
    while (j->p < j->end && strchr("+-.0123456789abcdefghijklmnopqrstuvwxyzE", *j->p) && *j->p)
      if (n + 1 < 32) text[n++] = *j->p++;
      else return -1;
    if (n == 0) return -1;
    text[n] = 0;
    see(f, key, text);
    return 0;
  }
}

static void see_discovery(struct found *f, const char *key, const char *value)
{
  if (strcmp(key, "native") == 0) snprintf(f->native, sizeof f->native, "%s", value);
  else if (strcmp(key, "started") == 0) snprintf(f->started, sizeof f->started, "%.31s", value);
  else if (strcmp(key, "pid") == 0) f->pid = strtol(value, NULL, 10);
  else if (strcmp(key, "tcp.port") == 0) f->port = (int)strtol(value, NULL, 10);
  else if (strcmp(key, "profile") == 0) f->old_line = strcmp(value, "3.5") == 0;
  else if (strcmp(key, "tokens.program") == 0 && strlen(value) == 64) {
    int i;
    for (i = 0; i < 64; i++) {
      const char *digits = "0123456789abcdef", *at = strchr(digits, value[i]);
      if (at == NULL) return;
      f->token[i / 2] = (byte)(f->token[i / 2] << 4 | (at - digits));
    }
  }
}

static int parse_discovery(const char *text, size_t n, struct found *f)
{
  struct json j;
  byte some = 0;
  size_t i;
  memset(f, 0, sizeof *f);
  j.p = text;
  j.end = text + n;
  if (json_value(&j, "", 0, f, see_discovery) != 0) return -1;
  for (i = 0; i < sizeof f->token; i++) some |= f->token[i];
  return some ? 0 : -1;
}

static volatile int old_line_known; /* the profile that was last seen: what its version is without a daemon */

#ifdef _WIN32
/* The folder's access list is what keeps others out: it lies under the user's own profile. */
static int read_discovery(const wchar_t *folder, struct found *f)
{
  wchar_t path[PATH_MOST];
  char *text;
  DWORD n = 0;
  HANDLE file;
  int bad = -1;
  if (wcslen(folder) + 32 > PATH_MOST) return -1;
  wcscpy(path, folder);
  wcscat(path, L"/run/discovery.json");
  file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) return -1;
  text = malloc(DISCOVERY_MOST);
  if (text && ReadFile(file, text, DISCOVERY_MOST, &n, NULL)) bad = parse_discovery(text, n, f);
  free(text);
  CloseHandle(file);
  if (bad == 0) old_line_known = f->old_line;
  return bad != 0 || f->port < 1 || f->port > 65535 ? -1 : 0;
}

static int find_daemon(struct found *f)
{
  wchar_t folder[PATH_MOST] = L"Z:";
  DWORD n = GetEnvironmentVariableW(L"OPENCSHIS_HOME", folder + 2, PATH_MOST - 64);
  if (n > 0 && n < PATH_MOST - 64) /* Wine shows a Unix path under Z: */
    return read_discovery(folder + 2, f) == 0 || (folder[2] == '/' && read_discovery(folder, f) == 0) ? 0 : -1;
  n = GetEnvironmentVariableW(L"LOCALAPPDATA", folder, PATH_MOST - 64);
  if (n > 0 && n < PATH_MOST - 64 && read_discovery(wcscat(folder, L"\\OpenCSHIS"), f) == 0) return 0;
  n = GetEnvironmentVariableW(L"ProgramData", folder, PATH_MOST - 64);
  return n > 0 && n < PATH_MOST - 64 ? read_discovery(wcscat(folder, L"\\OpenCSHIS"), f) : -1;
}
#else
/* Field 22 of /proc/PID/stat: when a process began. */
static int start_time(long pid, char *out, size_t room)
{
  char path[64], line[1024], *at;
  int field, fd;
  ssize_t n;
  snprintf(path, sizeof path, "/proc/%ld/stat", pid);
  fd = open(path, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return -1;
  n = read(fd, line, sizeof line - 1);
  close(fd);
  if (n <= 0) return -1;
  line[n] = 0;
  at = strrchr(line, ')');
  if (at == NULL || at[1] == 0 || at[2] == 'Z') return -1;
  for (at += 2, field = 3; field < 22; field++) {
    at = strchr(at, ' ');
    if (at == NULL) return -1;
    at++;
  }
  at[strcspn(at, " \n")] = 0;
  snprintf(out, room, "%s", at);
  return 0;
}

static int is_alive(const struct found *f)
{
  char started[32];
  if (f->pid <= 0) return 0;
  if (strcmp(f->started, "?") == 0) return kill((pid_t)f->pid, 0) == 0 || errno == EPERM;
  return start_time(f->pid, started, sizeof started) == 0 && strcmp(started, f->started) == 0;
}

/* What is checked is the file that was opened, not what its path may lead to later. */
static int read_discovery(const char *folder, int of_machine, struct found *f)
{
  char path[PATH_MOST + 32], *text;
  struct stat info;
  ssize_t n = -1;
  int fd, ours, bad = -1;
  snprintf(path, sizeof path, "%.1000s/run/discovery.json", folder);
  fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  if (fd < 0) return -1;
  ours = fstat(fd, &info) == 0 && S_ISREG(info.st_mode)
      && (of_machine ? info.st_uid == 0 && (info.st_mode & 027) == 0 : info.st_uid == getuid() && (info.st_mode & 077) == 0);
  text = ours ? malloc(DISCOVERY_MOST) : NULL;
  if (text) {
    do n = read(fd, text, DISCOVERY_MOST);
    while (n < 0 && errno == EINTR);
    if (n > 0) bad = parse_discovery(text, (size_t)n, f);
    free(text);
  }
  close(fd);
  if (bad == 0) old_line_known = f->old_line;
  return bad == 0 && is_alive(f) ? 0 : -1;
}

/* OPENCSHIS_HOME alone where it is set; else the user's state folder, then the machine's service. */
static int find_daemon(struct found *f)
{
  char folder[PATH_MOST], room[4096];
  const char *home = getenv("OPENCSHIS_HOME"), *state = getenv("XDG_STATE_HOME");
  struct passwd entry, *user = NULL;
  if (home && *home) return read_discovery(home, 0, f);
  home = getenv("HOME");
  if ((home == NULL || !*home) && getpwuid_r(getuid(), &entry, room, sizeof room, &user) == 0 && user) home = user->pw_dir;
#ifdef __APPLE__
  (void)state;
  snprintf(folder, sizeof folder, "%s/Library/Application Support/OpenCSHIS", home ? home : "");
  if (home && read_discovery(folder, 0, f) == 0) return 0;
  return read_discovery("/Library/Application Support/OpenCSHIS", 1, f);
#else
  if (state && *state) snprintf(folder, sizeof folder, "%s/opencshis", state);
  else snprintf(folder, sizeof folder, "%s/.local/state/opencshis", home ? home : "");
  if (((state && *state) || home) && read_discovery(folder, 0, f) == 0) return 0;
  return read_discovery("/var/lib/opencshis", 1, f);
#endif
}
#endif

/* ---- connections ---- */

enum { DONE = 0, BROKEN = -1, SILENT = -2 };

struct connection {
  handle socket;
  struct connection *next;
  int busy;
  byte *in;
  size_t have, room, used; /* `used`: bytes of the frame that was handed out last */
#ifndef _WIN32
  dev_t dev;
  ino_t ino;
#endif
};
static struct connection *connections;

static void close_socket(handle s)
{
#ifdef _WIN32
  closesocket(s);
#else
  close(s);
#endif
}

#ifndef _WIN32
/* A program may close every descriptor and open others: what stands at our number must still be our socket. */
static int same_socket(struct connection *c, int remember)
{
  struct stat info;
  if (fstat(c->socket, &info) != 0 || !S_ISSOCK(info.st_mode)) return 0;
  if (remember) {
    c->dev = info.st_dev;
    c->ino = info.st_ino;
  }
  return c->dev == info.st_dev && c->ino == info.st_ino;
}
#endif

#ifndef CSHIS_WIRE
static int would_block(void)
{
#ifdef _WIN32
  int error = WSAGetLastError();
  return error == WSAEWOULDBLOCK || error == WSAEINPROGRESS;
#else
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINPROGRESS || errno == EINTR;
#endif
}

static int wait_for(handle s, int writing, uint64_t until)
{
  for (;;) {
    uint64_t now = now_ms();
    int left = until > now ? (int)(until - now) : 0, ready;
#ifdef _WIN32
    fd_set set, failed;
    struct timeval time;
    FD_ZERO(&set);
    FD_SET(s, &set);
    failed = set; /* a connection that was refused shows here */
    time.tv_sec = left / 1000;
    time.tv_usec = left % 1000 * 1000;
    ready = select(0, writing ? NULL : &set, writing ? &set : NULL, &failed, &time);
    if (ready < 0) return BROKEN;
#else
    struct pollfd one;
    one.fd = s;
    one.events = writing ? POLLOUT : POLLIN;
    ready = poll(&one, 1, left);
    if (ready < 0 && errno != EINTR && errno != EAGAIN) return BROKEN;
#endif
    if (ready > 0) return DONE;
    if (left == 0) return SILENT;
  }
}

static int wire_send(struct connection *c, const byte *p, size_t n, uint64_t until)
{
  while (n > 0) {
#ifdef _WIN32
    int sent = send(c->socket, (const char *)p, (int)n, 0);
#elif defined(MSG_NOSIGNAL)
    ssize_t sent = send(c->socket, p, n, MSG_NOSIGNAL);
#else
    ssize_t sent = send(c->socket, p, n, 0); /* SO_NOSIGPIPE is set */
#endif
    if (sent > 0) {
      p += sent;
      n -= (size_t)sent;
    } else if (!would_block()) return BROKEN;
    else {
      int waited = wait_for(c->socket, 1, until);
      if (waited != DONE) return waited;
    }
  }
  return DONE;
}

/* At least one byte, before `until`. */
static int wire_receive(struct connection *c, byte *p, size_t room, size_t *n, uint64_t until)
{
  for (;;) {
    int waited = wait_for(c->socket, 0, until);
    if (waited != DONE) return waited;
#ifdef _WIN32
    {
      int got = recv(c->socket, (char *)p, (int)room, 0);
#else
    {
      ssize_t got = recv(c->socket, p, room, 0);
#endif
      if (got > 0) {
        *n = (size_t)got;
        return DONE;
      }
      if (got == 0 || !would_block()) return BROKEN;
    }
  }
}

static handle wire_connect(const struct found *f, uint64_t until)
{
  handle s;
#ifdef _WIN32
  struct sockaddr_in to;
  u_long on = 1;
  BOOL quick = TRUE;
  int failed = 0, length = sizeof failed;
  memset(&to, 0, sizeof to);
  to.sin_family = AF_INET;
  to.sin_port = htons((u_short)f->port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  s = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
  if (s == INVALID_SOCKET) return NO_HANDLE;
  SetHandleInformation((HANDLE)s, HANDLE_FLAG_INHERIT, 0);
  ioctlsocket(s, (long)FIONBIO, &on);
  setsockopt(s, IPPROTO_TCP, TCP_NODELAY, (const char *)&quick, sizeof quick);
  if (connect(s, (struct sockaddr *)&to, sizeof to) == 0
      || (would_block() && wait_for(s, 1, until) == DONE
          && getsockopt(s, SOL_SOCKET, SO_ERROR, (char *)&failed, &length) == 0 && failed == 0))
    return s;
#else
  struct sockaddr_un to;
  int high;
  memset(&to, 0, sizeof to);
  to.sun_family = AF_UNIX;
  if (f->native[0] == 0 || strlen(f->native) >= sizeof to.sun_path) return NO_HANDLE;
  memcpy(to.sun_path, f->native, strlen(f->native));
  s = socket(AF_UNIX, SOCK_STREAM, 0);
  if (s < 0) return NO_HANDLE;
  /* Never 0, 1 or 2: a program that closed those would print into it. */
  high = fcntl(s, F_DUPFD_CLOEXEC, 3);
  close(s);
  if (high < 0) return NO_HANDLE;
  s = high;
  fcntl(s, F_SETFL, O_NONBLOCK);
#ifdef SO_NOSIGPIPE
  high = 1;
  setsockopt(s, SOL_SOCKET, SO_NOSIGPIPE, &high, sizeof high);
#endif
  /* A daemon that is behind with accepting says so by EAGAIN, and cannot be waited for. */
  for (;;) {
    if (connect(s, (struct sockaddr *)&to, sizeof to) == 0 || errno == EISCONN) return s;
    if ((!would_block() && errno != EALREADY) || now_ms() >= until) break;
    pause_ms(5);
  }
#endif
  close_socket(s);
  return NO_HANDLE;
}
#endif

static int send_frame(struct connection *c, struct writer *w, uint64_t until)
{
  end_frame(w);
  return wire_send(c, w->p, w->n, until);
}

/* The next frame's type and body, which stays where it is until the next is asked for. */
static int next_frame(struct connection *c, int *type, struct reader *body, uint64_t until)
{
  if (c->used > 0) {
    memmove(c->in, c->in + c->used, c->have - c->used);
    c->have -= c->used;
    c->used = 0;
  }
  for (;;) {
    size_t n, wanted = 4096;
    int got;
    if (c->have >= 5) {
      size_t length = (size_t)c->in[0] << 24 | (size_t)c->in[1] << 16 | (size_t)c->in[2] << 8 | c->in[3];
      if (length < 1 || length > FRAME_MOST) return BROKEN;
      if (c->have >= 4 + length) {
        *type = c->in[4];
        body->p = c->in + 5;
        body->n = length - 1;
        body->bad = 0;
        c->used = 4 + length;
        return DONE;
      }
      wanted = 4 + length;
    }
    if (c->room < wanted) {
      byte *more = realloc(c->in, wanted);
      if (more == NULL) return BROKEN;
      c->in = more;
      c->room = wanted;
    }
    got = wire_receive(c, c->in + c->have, c->room - c->have, &n, until);
    if (got != DONE) return got;
    c->have += n;
  }
}

static void drop(struct connection *c)
{
  struct connection **at;
  lock();
  for (at = &connections; *at; at = &(*at)->next)
    if (*at == c) {
      *at = c->next;
      break;
    }
  unlock();
  if (c->socket != NO_HANDLE) close_socket(c->socket);
  free(c->in);
  free(c);
}

/* Back among those that wait, or closed where enough wait. */
static void give_back(struct connection *c)
{
  struct connection *one;
  int idle = 0;
  lock();
  for (one = connections; one; one = one->next) idle += !one->busy;
  if (idle < IDLE_MOST) c->busy = 0;
  unlock();
  if (idle >= IDLE_MOST) drop(c);
}

static struct connection *take_idle(void)
{
  for (;;) {
    struct connection *one;
    lock();
    for (one = connections; one && one->busy; one = one->next) {}
    if (one) one->busy = 1;
    unlock();
#ifndef _WIN32
    if (one && !same_socket(one, 0)) {
      one->socket = NO_HANDLE; /* not ours any more: not ours to close */
      drop(one);
      continue;
    }
#endif
    return one;
  }
}

/* All that wait: after one of them broke, the daemon behind them is gone. */
static void drop_idle(void)
{
  struct connection *one;
  while ((one = take_idle()) != NULL) drop(one);
}

#ifndef _WIN32
static long owner; /* the process that the connections belong to */

/* A child has its parent's descriptors, and must not speak in its parent's name. */
static void forget_parent(void)
{
  struct connection *one, *next;
  for (one = connections; one; one = next) {
    next = one->next;
    if (one->socket != NO_HANDLE && same_socket(one, 0)) close(one->socket);
    free(one->in);
    free(one);
  }
  connections = NULL;
  owner = (long)getpid();
}
static void after_fork_in_child(void)
{
  pthread_mutex_init(&pool_lock, NULL);
  forget_parent();
}
static void begin(void)
{
  static int prepared;
  lock();
  if (!prepared) prepared = pthread_atfork(lock, unlock, after_fork_in_child) == 0;
  if (owner != (long)getpid()) forget_parent();
  unlock();
}
#else
static void begin(void)
{
  static volatile LONG prepared;
  WSADATA data;
  HMODULE self;
  if (InterlockedCompareExchange(&prepared, 2, 2) == 2) return;
  lock();
  if (prepared != 2) {
    /* Stays loaded: a thread may be inside while another unloads it. */
    GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN, (LPCSTR)(void *)&pool_lock, &self);
    WSAStartup(MAKEWORD(2, 2), &data);
    InterlockedExchange(&prepared, 2);
  }
  unlock();
}
#endif

/* Who we are, where the system does not tell the other side. */
static void put_process(struct writer *w)
{
  char started[32] = "?", program[PATH_MOST] = "";
  size_t n;
#ifdef _WIN32
  FILETIME made, ended, kernel, user;
  wchar_t wide[PATH_MOST];
  DWORD length = GetModuleFileNameW(NULL, wide, PATH_MOST);
  if (GetProcessTimes(GetCurrentProcess(), &made, &ended, &kernel, &user))
    snprintf(started, sizeof started, "%08lx%08lx", (unsigned long)made.dwHighDateTime, (unsigned long)made.dwLowDateTime);
  WideCharToMultiByte(CP_UTF8, 0, wide, (int)length, program, PATH_MOST - 1, NULL, NULL);
  put_number(w, GetCurrentProcessId(), 4);
#else
  ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
  if (length > 0) program[length] = 0;
  start_time((long)getpid(), started, sizeof started);
  put_number(w, (uint64_t)getpid(), 4);
#endif
  n = strlen(program);
  put_short(w, started);
  put_short(w, n > 200 ? program + n - 200 : program);
}

/* Both sides prove that they know the token; whoever else sits there learns nothing. */
static int greet(struct connection *c, const struct found *f, uint64_t until)
{
  byte frame[1024], server[32], ours[32], proof[32], wrong = 0;
  struct writer w = { frame, 0, sizeof frame, 0 };
  struct reader r;
  int type, i;
  const byte *theirs;
  if (chance(ours, sizeof ours) != 0 || next_frame(c, &type, &r, until) != DONE || type != HELLO) return BROKEN;
  if (take_number(&r, 1) != VERSION) return BROKEN;
  theirs = take(&r, 32);
  if (r.bad) return BROKEN;
  memcpy(server, theirs, 32);
  start_frame(&w, PROVE);
  put_number(&w, VERSION, 1);
  put_number(&w, ROLE_PROGRAM | WITHOUT_WORDS, 1);
  put(&w, ours, 32);
  prove(f->token, "client", server, ours, proof);
  put(&w, proof, 32);
  put_process(&w);
  if (w.bad || send_frame(c, &w, until) != DONE) return BROKEN;
  if (next_frame(c, &type, &r, until) != DONE || type != WELCOME || r.n != 32) return BROKEN;
  theirs = take(&r, 32);
  prove(f->token, "server", server, ours, proof);
  for (i = 0; i < 32; i++) wrong |= (byte)(theirs[i] ^ proof[i]);
  return wrong ? BROKEN : DONE;
}

static struct connection *connect_daemon(uint64_t until)
{
  struct found f;
  struct connection *c;
  if (find_daemon(&f) != 0 || (c = calloc(1, sizeof *c)) == NULL) return NULL;
  c->busy = 1;
  c->socket = wire_connect(&f, until);
  if (c->socket == NO_HANDLE) {
    free(c);
    return NULL;
  }
#ifndef _WIN32
  same_socket(c, 1);
#endif
  lock();
  c->next = connections;
  connections = c;
  unlock();
  if (greet(c, &f, until) == DONE) return c;
  drop(c);
  return NULL;
}

/* ---- files of the caller: opened with its rights, by it, never by their path in the daemon ---- */

#ifdef _WIN32
typedef HANDLE file;
#define NO_FILE INVALID_HANDLE_VALUE
static file open_input(const char *path, uint64_t *size)
{
  LARGE_INTEGER n;
  file f = CreateFileA(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  if (f == NO_FILE) return f;
  if (GetFileType(f) == FILE_TYPE_DISK && GetFileSizeEx(f, &n)) {
    *size = (uint64_t)n.QuadPart;
    return f;
  }
  CloseHandle(f);
  return NO_FILE;
}
static file open_output(const char *path) { return CreateFileA(path, GENERIC_WRITE, 0, NULL, CREATE_NEW, 0, NULL); }
static size_t transfer(file f, uint64_t offset, byte *p, size_t n, int writing)
{
  LARGE_INTEGER to;
  DWORD did = 0;
  to.QuadPart = (LONGLONG)offset;
  if (!SetFilePointerEx(f, to, NULL, FILE_BEGIN)) return 0;
  if (!(writing ? WriteFile(f, p, (DWORD)n, &did, NULL) : ReadFile(f, p, (DWORD)n, &did, NULL))) return 0;
  return did;
}
static int settle(file f, const char *from, const char *to, int keep)
{
  int whole = CloseHandle(f) && keep && MoveFileExA(from, to, MOVEFILE_REPLACE_EXISTING);
  if (!whole) DeleteFileA(from);
  return whole ? 0 : -1;
}
static void close_input(file f) { CloseHandle(f); }
#else
typedef int file;
#define NO_FILE (-1)
/* Not a pipe or a device: those would keep the caller waiting. */
static file open_input(const char *path, uint64_t *size)
{
  struct stat info;
  file f = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (f < 0) return f;
  if (fstat(f, &info) == 0 && S_ISREG(info.st_mode)) {
    *size = (uint64_t)info.st_size;
    return f;
  }
  close(f);
  return NO_FILE;
}
static file open_output(const char *path) { return open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600); }
static size_t transfer(file f, uint64_t offset, byte *p, size_t n, int writing)
{
  size_t done = 0;
  while (done < n) {
    ssize_t one = writing ? pwrite(f, p + done, n - done, (off_t)(offset + done)) : pread(f, p + done, n - done, (off_t)(offset + done));
    if (one < 0 && errno == EINTR) continue;
    if (one <= 0) break;
    done += (size_t)one;
  }
  return done;
}
static int settle(file f, const char *from, const char *to, int keep)
{
  int whole = (!keep || fsync(f) == 0) & (close(f) == 0);
  whole = whole && keep && rename(from, to) == 0;
  if (!whole) unlink(from);
  return whole ? 0 : -1;
}
static void close_input(file f) { close(f); }
#endif

/* ---- a call ---- */

struct call {
  const struct function *f;
  const struct arg *a;
  char id[ID_LENGTH + 1];
  struct writer frame; /* asked again after a broken connection: nothing of the caller is read twice */
  int lengths[PARAMS_MOST]; /* what came in: capacities, and characters of texts that go both ways */
  file in, out;
  int in_at, out_at;   /* the parameters of the files */
  char path[PATH_MOST + 1], beside[PATH_MOST + 32];
};

static int read_two(const void *p)
{
  int16_t value;
  memcpy(&value, p, 2);
  return value;
}
static void write_two(void *p, int value)
{
  int16_t two = (int16_t)value;
  memcpy(p, &two, 2);
}
static size_t until_nul(const char *p, size_t most)
{
  const char *end = memchr(p, 0, most);
  return end ? (size_t)(end - p) : most;
}

static void put_value(struct writer *w, const char *name, int value_kind, uint64_t number, const void *p, size_t n)
{
  put_short(w, name);
  put_number(w, (uint64_t)value_kind, 1);
  if (value_kind == 0) {
    put_number(w, n, 4);
    put(w, p, n);
  } else if (value_kind == 1) put_number(w, number & 0xffffffffu, 4);
  else if (value_kind == 2) put_number(w, number, 8);
}

static const char marker[] = "[XXXXXXX]";

/* Reads the caller's memory, once, into a frame. -1: a parameter is wrong. */
static int gather(struct call *k)
{
  struct writer *w = &k->frame;
  size_t count_at;
  int i;
  start_frame(w, CALL);
  put_short(w, k->id);
  put_short(w, k->f->name);
  count_at = w->n;
  put_number(w, 0, 1);
  for (i = 0; i < k->f->count; i++) {
    const struct param *p = &k->f->params[i];
    void *given = k->a[i].p;
    size_t n = 0;
    int value = 0, what = 0; /* kind of the value on the wire */
    uint64_t size = UINT64_MAX;
    if (p->kind == P_UNUSED) continue;
    if (given == NULL && p->kind != P_INT && p->kind != P_INT_WIDE) {
      if (p->optional) continue;
      return -1;
    }
    switch (p->kind) {
    case P_TEXT:
    case P_CHAR:
      n = p->kind == P_CHAR ? 1 : until_nul(given, (size_t)p->length);
      break;
    case P_RECORD:
      n = until_nul(given, (size_t)p->length);
      if (p->mark >= 0 && n == (size_t)p->length && ((char *)given)[p->mark] == '[') n = until_nul(given, (size_t)p->most);
      break;
    case P_RECORDS:
      if (k->a[p->other].p == NULL) return -1;
      value = read_two(k->a[p->other].p);
      if (value > p->most) return -1;
      n = value < 1 ? 0 : until_nul(given, (size_t)value * (size_t)p->length);
      break;
    case P_BUFFER:
      if (k->a[p->other].p == NULL) return -1;
      k->lengths[i] = read_two(k->a[p->other].p);
      if (k->lengths[i] < 0) return -1;
      if (p->mark < 0 || k->lengths[i] < p->mark + 9 || memcmp((char *)given + p->mark, marker, 9) != 0) continue;
      n = (size_t)p->mark + 9; /* what else is in the buffer is nobody's business */
      break;
    case P_LENGTH:
    case P_INT_IN_OUT:
      value = read_two(given);
      if (p->kind == P_LENGTH && value < 0) return -1;
      what = 1;
      break;
    case P_INT:
      value = (int16_t)k->a[i].i;
      what = 1;
      break;
    case P_INT_WIDE:
      value = k->a[i].i;
      what = 1;
      break;
    case P_TEXT_IN_OUT:
      n = until_nul(given, (size_t)p->most);
      if (n == (size_t)p->most) return -1;
      k->lengths[i] = (int)n;
      break;
    case P_FILE_IN:
    case P_FILE_OUT:
      n = until_nul(given, (size_t)p->most);
      if (n == (size_t)p->most || n > PATH_MOST) return -1;
      memcpy(k->path, given, n);
      k->path[n] = 0;
      if (p->kind == P_FILE_IN) {
        k->in_at = i;
        k->in = open_input(k->path, &size);
        what = 2;
      } else {
        k->out_at = i;
        snprintf(k->beside, sizeof k->beside, "%s.%.8s.part", k->path, k->id);
        what = 3;
      }
      break;
    case P_FIXED_OUT:
    case P_INT_OUT:
    case P_UNUSED:
      continue;
    }
    put_value(w, p->name, what, what == 2 ? size : (uint64_t)(int64_t)value, given, n);
    w->p[count_at]++;
  }
  return w->bad ? -1 : 0;
}

/* The daemon asks for bytes of the caller's file, or gives some: frames 13 and 14. */
static int serve_file(struct connection *c, struct call *k, int type, struct reader *r, uint64_t until)
{
  byte room[CHUNK_MOST + 512];
  struct writer w = { room, 0, sizeof room, 0 };
  int at = type == CHUNK ? k->in_at : k->out_at;
  const char *name = at < 0 ? NULL : k->f->params[at].name;
  uint64_t offset;
  if (name == NULL || !take_id(r, name)) return BROKEN;
  offset = take_number(r, 8);
  start_frame(&w, type);
  put_short(&w, k->id);
  put_short(&w, name);
  if (type == CHUNK) {
    size_t length = (size_t)take_number(r, 4);
    if (r->bad || length > CHUNK_MOST || offset > INT64_MAX - CHUNK_MOST) return BROKEN;
    put_number(&w, offset, 8);
    if (k->in != NO_FILE) w.n += transfer(k->in, offset, w.p + w.n, length, 0);
  } else {
    size_t n = r->n;
    const byte *p = take(r, n);
    if (r->bad || offset > INT64_MAX - FRAME_MOST) return BROKEN;
    if (k->out == NO_FILE) k->out = open_output(k->beside);
    put_number(&w, k->out != NO_FILE && transfer(k->out, offset, (byte *)p, n, 1) == n ? offset + n : UINT64_MAX, 8);
  }
  return w.bad ? BROKEN : send_frame(c, &w, until);
}

static int carries_data(const struct function *f, int code)
{
  size_t i;
  for (i = 0; i < sizeof data_codes / sizeof *data_codes; i++)
    if (data_codes[i] == code) return 1;
  return f->value;
}

/* Checks a whole answer, and only then copies it out. `code` is the function's own. */
static int deliver(struct call *k, struct reader *r, int *code)
{
  const struct function *f = k->f;
  struct { const byte *p; size_t n; int number, there; } got[PARAMS_MOST];
  int i, count, data;
  memset(got, 0, sizeof got);
  *code = (int16_t)take_number(r, 4);
  data = carries_data(f, *code);
  count = (int)take_number(r, 1);
  while (count-- > 0 && !r->bad) {
    size_t length = (size_t)take_number(r, 1), n = 0;
    const char *name = (const char *)take(r, length);
    const byte *p = NULL;
    int value_kind = (int)take_number(r, 1), number = 0;
    if (r->bad || value_kind > 1) return BROKEN;
    if (value_kind == 1) number = (int32_t)(uint32_t)take_number(r, 4);
    else {
      n = (size_t)take_number(r, 4);
      p = take(r, n);
    }
    for (i = 0; i < f->count; i++) {
      const struct param *one = &f->params[i];
      int buffer = one->kind == P_BUFFER || one->kind == P_FIXED_OUT || one->kind == P_TEXT_IN_OUT;
      int integer = one->kind == P_INT_OUT || one->kind == P_INT_IN_OUT;
      if (strlen(one->name) != length || memcmp(one->name, name, length) != 0 || !(buffer || integer)) continue;
      if (buffer != (value_kind == 0)) return BROKEN;
      if (one->kind == P_BUFFER && (n > (size_t)one->most || n > (size_t)k->lengths[i])) return BROKEN;
      if (one->kind == P_FIXED_OUT && n > (size_t)one->length) return BROKEN;
      if (integer && number != (int16_t)number) return BROKEN;
      got[i].p = p;
      got[i].n = n;
      got[i].number = number;
      got[i].there = 1;
    }
  }
  if (r->bad) return BROKEN;
  for (i = 0; data && i < f->count; i++) {
    void *to = k->a[i].p;
    size_t n = got[i].n;
    if (!got[i].there || to == NULL) continue;
    switch (f->params[i].kind) {
    case P_BUFFER:
      memcpy(to, got[i].p, n);
      write_two(k->a[f->params[i].other].p, (int)n);
      break;
    case P_FIXED_OUT:
      if (!f->version) memcpy(to, got[i].p, n);
      break;
    case P_INT_OUT:
    case P_INT_IN_OUT:
      write_two(to, got[i].number);
      break;
    case P_TEXT_IN_OUT:
      /* The text may lie in memory that cannot be written: only what is new, and only where it fits. */
      if (n > (size_t)k->lengths[i] || (n == (size_t)k->lengths[i] && memcmp(to, got[i].p, n) == 0)) break;
      memcpy(to, got[i].p, n);
      if (n < (size_t)k->lengths[i]) ((char *)to)[n] = 0;
      break;
    default:
      break;
    }
  }
  return DONE;
}

/* One connection's part of a call: asks, waits, copies, acknowledges. */
static int talk(struct connection *c, struct call *k, int *code)
{
  byte room[64];
  struct writer ack = { room, 0, sizeof room, 0 };
  uint64_t until = now_ms() + SILENCE_MS;
  int did = wire_send(c, k->frame.p, k->frame.n, until);
  while (did == DONE) {
    struct reader r;
    int type;
    did = next_frame(c, &type, &r, until);
    if (did != DONE) break;
    if (type != WORKING && type != ANSWER && type != CHUNK && type != WRITE) return BROKEN;
    if (!take_id(&r, k->id)) {
      if (r.bad) return BROKEN;
      continue; /* of an earlier call on this connection */
    }
    until = now_ms() + SILENCE_MS;
    if (type == CHUNK || type == WRITE) did = serve_file(c, k, type, &r, until);
    if (type != ANSWER) continue;
    did = deliver(k, &r, code);
    if (did != DONE) break;
    if (k->out_at >= 0 && k->out != NO_FILE) {
      if (settle(k->out, k->beside, k->path, *code == 0) != 0 && *code == 0) *code = FILE_NOT_WRITTEN;
      k->out = NO_FILE;
    }
    /* Only now that the bytes are the caller's. Where this is lost, the same answer comes again. */
    start_frame(&ack, ACK);
    put_short(&ack, k->id);
    if (send_frame(c, &ack, now_ms() + CONNECT_MS) != DONE) return DONE + 1;
    return DONE;
  }
  return did;
}

static int own_version(void) { return old_line_known ? VERSION_OLD_LINE : VERSION_NEW_LINE; }

static int ask(struct call *k)
{
  uint64_t until = now_ms() + CONNECT_MS;
  struct connection *c = take_idle();
  int broke = 0, code = k->f->version ? own_version() : k->f->alone;
  for (;;) {
    int fresh = c == NULL, did;
    while (c == NULL) {
      c = connect_daemon(until);
      if (c == NULL && (!broke || now_ms() >= until)) return k->f->version ? own_version() : k->f->alone;
      if (c == NULL) pause_ms(50);
    }
    did = talk(c, k, &code);
    if (did == DONE) give_back(c);
    else drop(c);
    c = NULL;
    if (did >= DONE) return code;
    if (did == SILENT || broke) break;
    /* Asked again, once, by the same id; one that waited in the pool may have been dead before. */
    broke = fresh;
    drop_idle();
    until = now_ms() + (fresh ? RETURN_MS : CONNECT_MS);
  }
  return k->f->version ? own_version() : k->f->alone;
}

/* Every exported function is this one. */
static int cshis_call(const struct function *f, const struct arg *a)
{
#ifdef _WIN32
  DWORD before = GetLastError();
#else
  int before = errno, cancel;
#endif
  static const char digits[] = "0123456789abcdef";
  byte frame[FRAME_ROOM], random[ID_LENGTH / 2];
  struct call k;
  int i, code = f->bad;
#ifndef _WIN32
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancel);
#endif
  begin();
  memset(&k, 0, sizeof k);
  k.f = f;
  k.a = a;
  k.in = k.out = NO_FILE;
  k.in_at = k.out_at = -1;
  k.frame.p = frame;
  k.frame.room = sizeof frame;
  if (chance(random, sizeof random) == 0) {
    for (i = 0; i < ID_LENGTH; i++) k.id[i] = digits[random[i / 2] >> (i % 2 ? 0 : 4) & 15];
    if (gather(&k) == 0) {
      end_frame(&k.frame);
      code = ask(&k);
      if (f->version && f->count > 0) {
        char path[OWN_PATH_MOST];
        size_t n = own_path(path, sizeof path);
        memcpy(a[0].p, n > 0 ? path : "", n + 1);
      }
    }
  }
  if (k.in != NO_FILE) close_input(k.in);
  if (k.out != NO_FILE) settle(k.out, k.beside, k.path, 0);
#ifdef _WIN32
  SetLastError(before);
#else
  pthread_setcancelstate(cancel, &cancel);
  errno = before;
#endif
  return code;
}

#include "generated/cshis-exports.h"
