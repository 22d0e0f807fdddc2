/*
 * libcshis.so, libcshis.dylib, CsHis.dll: the library that a HIS loads. It knows no layouts: it sends a function's name
 * and inputs to the control software of this machine (docs/native-door.md) and copies back a code and outputs.
 *
 * Long, because it is one source that any C99 compiler makes into the library, without a dependency. What the functions
 * are comes from the catalogue: native/generated/, written by `npm run build:native`. Rules that all of it keeps:
 *   - Lengths are two bytes, read and written; integers by value mean their low 16 bits; codes are 16 bits, with sign.
 *   - A caller's memory is read once, up to a parameter's length or its NUL; written only within both the declared
 *     length and the given one, and only when a whole answer with data has been checked.
 *   - The other side is not trusted. No call hangs: 1 s to connect, then 5 s from the last frame that was heard.
 *   - Nothing is held while a call waits: each call has a connection of its own, from a pool.
 */
#define _GNU_SOURCE
#define _DARWIN_C_SOURCE
#define _FILE_OFFSET_BITS 64
#ifdef _WIN32
#include <winsock2.h>
#include <windows.h>
#include <ws2tcpip.h>
#define API __declspec(dllexport) int __stdcall
#else
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <pwd.h>
#include <signal.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>
#define API __attribute__((visibility("default"))) int
#endif
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef unsigned char byte;
enum {
  CONNECT_MS = 1000, /* finding the daemon, connecting, both proofs */
  SILENCE_MS = 5000, /* after the last frame that was heard */
  RETURN_MS = 3000,  /* how long a daemon that went in mid-call is waited for */
  FRAME_MOST = 32768, DISCOVERY_MOST = 65536, CHUNK_MOST = 8192, PATH_MOST = 1024, ID_LENGTH = 32
};
enum { F_HELLO = 1, F_PROVE, F_WELCOME, F_CALL, F_WORKING, F_ANSWER, F_ACK, F_CHUNK = 13, F_WRITE };
enum { VERSION = 1, ROLE_PROGRAM = 1, WITHOUT_WORDS = 128 };
enum { DONE = 0, BROKEN = -1, SILENT = -2 };

#include "generated/cshis-table.h" /* what the catalogue says: struct function, struct param, struct arg */

/* ---- the system underneath ---- */
#ifdef _WIN32
typedef SOCKET handle;
typedef int length;
#define NO_HANDLE INVALID_SOCKET
#define ENTER DWORD before = GetLastError();
#define LEAVE SetLastError(before);
#define FROM_ADDRESS GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS
static SRWLOCK pool_lock = SRWLOCK_INIT;
static void lock(void) { AcquireSRWLockExclusive(&pool_lock); }
static void unlock(void) { ReleaseSRWLockExclusive(&pool_lock); }
static uint64_t now_ms(void) { return GetTickCount64(); }
static void pause_ms(int ms) { Sleep((DWORD)ms); }
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); /* RtlGenRandom, of advapi32 */
static int chance(void *p, size_t n) { return SystemFunction036(p, (ULONG)n) ? 0 : -1; }
/* The path of this library, as the system loaded it. */
static void own_path(char *path, int room) {
  HMODULE self = NULL;
  GetModuleHandleExA(FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT, (LPCSTR)(void *)&pool_lock, &self);
  memset(path, 0, (size_t)room);
  GetModuleFileNameA(self, path, (DWORD)room - 1);
}
#else
typedef int handle;
typedef size_t length;
#define NO_HANDLE (-1)
#define ENTER int before = errno, cancelling, cancel_is = pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancelling);
#define LEAVE (void)(cancel_is == 0 && pthread_setcancelstate(cancelling, &cancelling)); errno = before;
static pthread_mutex_t pool_lock = PTHREAD_MUTEX_INITIALIZER;
static void lock(void) { pthread_mutex_lock(&pool_lock); }
static void unlock(void) { pthread_mutex_unlock(&pool_lock); }
static uint64_t now_ms(void) {
  struct timespec t;
  return clock_gettime(CLOCK_MONOTONIC, &t) == 0 ? (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000 : 0;
}
static void pause_ms(int ms) { poll(NULL, 0, ms); }
static int chance(void *p, size_t n) { return getentropy(p, n); }
static void own_path(char *path, int room) {
  Dl_info info;
  int known = dladdr((void *)&pool_lock, &info) && info.dli_fname;
  snprintf(path, (size_t)room, "%s", known ? info.dli_fname : "");
}
#endif

/* ---- SHA-256 and HMAC (FIPS 180-4, RFC 2104) of the few bytes of a hello ---- */
static void sha256(const byte *data, size_t n, byte out[32]) {
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
  uint32_t h[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
  byte block[256] = { 0 };
  size_t all = (n + 9 + 63) / 64 * 64, from;
  int i;
  if (all > sizeof block) return;
  memcpy(block, data, n);
  block[n] = 0x80;
  for (i = 0; i < 4; i++) block[all - 1 - (size_t)i] = (byte)(n * 8 >> (8 * i));
#define ROTATE(x, by) ((x) >> (by) | (x) << (32 - (by)))
  for (from = 0; from < all; from += 64) {
    const byte *p = block + from;
    uint32_t w[64], v[8];
    for (i = 0; i < 16; i++, p += 4) w[i] = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
    for (; i < 64; i++)
      w[i] = w[i - 16] + (ROTATE(w[i - 15], 7) ^ ROTATE(w[i - 15], 18) ^ w[i - 15] >> 3) + w[i - 7]
           + (ROTATE(w[i - 2], 17) ^ ROTATE(w[i - 2], 19) ^ w[i - 2] >> 10);
    memcpy(v, h, sizeof v);
    for (i = 0; i < 64; i++) {
      uint32_t a = v[7] + (ROTATE(v[4], 6) ^ ROTATE(v[4], 11) ^ ROTATE(v[4], 25)) + ((v[4] & v[5]) ^ (~v[4] & v[6])) + k[i] + w[i];
      uint32_t b = (ROTATE(v[0], 2) ^ ROTATE(v[0], 13) ^ ROTATE(v[0], 22)) + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
      memmove(v + 1, v, 7 * sizeof v[0]);
      v[4] += a;
      v[0] = a + b;
    }
    for (i = 0; i < 8; i++) h[i] += v[i];
  }
#undef ROTATE
  for (i = 0; i < 32; i++) out[i] = (byte)(h[i / 4] >> (24 - 8 * (i % 4)));
}

/* Proof that one side knows the token: HMAC over the side's name and both nonces. */
static void prove(const byte token[32], const char side[6], const byte *server, const byte *client, byte out[32]) {
  byte inner[64 + 6 + 64], outer[64 + 32];
  int i;
  for (i = 0; i < 64; i++) outer[i] = (byte)((inner[i] = (byte)((i < 32 ? token[i] : 0) ^ 0x36)) ^ 0x36 ^ 0x5c);
  memcpy(inner + 64, side, 6);
  memcpy(inner + 70, server, 32);
  memcpy(inner + 102, client, 32);
  sha256(inner, sizeof inner, outer + 64);
  sha256(outer, sizeof outer, out);
}

/* ---- bytes of frames ---- */
struct writer { byte *p; size_t n, room; int bad; };
struct reader { const byte *p; size_t n; int bad; };
static void put(struct writer *w, const void *p, size_t n) {
  if (n > w->room - w->n) w->bad = 1;
  if (w->bad || n == 0) return;
  memcpy(w->p + w->n, p, n);
  w->n += n;
}
static void put_number(struct writer *w, uint64_t value, int bytes) {
  byte big[8];
  int i;
  for (i = 0; i < bytes; i++) big[i] = (byte)(value >> (8 * (bytes - 1 - i)));
  put(w, big, (size_t)bytes);
}
static void put_short(struct writer *w, const char *text) {
  put_number(w, strlen(text), 1);
  put(w, text, strlen(text));
}
static void start_frame(struct writer *w, int type) {
  w->n = 4;
  put_number(w, (uint64_t)type, 1);
}
static const byte *take(struct reader *r, size_t n) {
  const byte *p = r->p;
  if (n > r->n) r->bad = 1;
  if (r->bad) return NULL;
  r->p += n;
  r->n -= n;
  return p;
}
static uint64_t take_number(struct reader *r, int bytes) {
  uint64_t value = 0;
  const byte *p = take(r, (size_t)bytes);
  while (p && bytes-- > 0) value = value << 8 | *p++;
  return value;
}
static int take_same(struct reader *r, const char *wanted) {
  size_t n = (size_t)take_number(r, 1);
  const byte *p = take(r, n);
  return p && n == strlen(wanted) && memcmp(p, wanted, n) == 0;
}

/* ---- the discovery file ---- */
struct found {
  char native[PATH_MOST], started[32];
  byte token[32];
  long pid, port;
  int version;
};
/* What stands behind `"key":`. Inside of a string of JSON no quote is bare, so that it can only be a key. */
static const char *value_of(const char *text, const char *key) {
  char quoted[40];
  snprintf(quoted, sizeof quoted, "\"%s\"", key);
  while (text && (text = strstr(text, quoted)) != NULL) {
    text += strlen(quoted);
    if (text[strspn(text, " \t\r\n")] == ':') return strchr(text, ':') + 1;
  }
  return NULL;
}
/* A string, or a number's digits. */
static const char *text_of(const char *text, const char *key, char *out, size_t room) {
  const char *p = value_of(text, key), *end = "\"";
  size_t n = 0;
  if (p) p += strspn(p, " \t\r\n");
  if (p && *p++ != '"') end = ",} \t\r\n", p--;
  for (; p && *p && strchr(end, *p) == NULL && n + 1 < room; p++) {
    if (*p == '\\' && *++p == 0) break;
    out[n++] = *p;
  }
  out[p && *p && strchr(end, *p) ? n : 0] = 0;
  return out;
}
static int parse_discovery(const char *text, struct found *f) {
  static const char digits[] = "0123456789abcdef";
  char token[72], text_room[16];
  int i;
  memset(f, 0, sizeof *f);
  text_of(text, "native", f->native, sizeof f->native);
  text_of(text, "started", f->started, sizeof f->started);
  text_of(value_of(text, "tokens"), "program", token, sizeof token);
  f->pid = strtol(text_of(text, "pid", text_room, sizeof text_room), NULL, 10);
  f->port = strtol(text_of(value_of(text, "tcp"), "port", text_room, sizeof text_room), NULL, 10);
  if (strlen(token) != 64) return -1;
  for (i = 0; i < 64; i++) {
    const char *at = strchr(digits, token[i]);
    if (at == NULL) return -1;
    f->token[i / 2] = (byte)(f->token[i / 2] << 4 | (at - digits));
  }
  f->version = strcmp(text_of(text, "profile", text_room, sizeof text_room), "3.5") == 0 ? VERSION_OLD_LINE : VERSION_NEW_LINE;
  return 0;
}
static int read_file(FILE *file, char *text, size_t room) {
  size_t n = file && text ? fread(text, 1, room - 1, file) : 0;
  if (text) text[n] = 0;
  if (file) fclose(file);
  return n > 0 ? 0 : -1;
}

#ifdef _WIN32
/* The folder's access list is what keeps others out: it lies in the user's own profile. */
static int read_discovery(const wchar_t *folder, struct found *f) {
  wchar_t path[PATH_MOST];
  char *text = malloc(DISCOVERY_MOST);
  int bad;
  swprintf(path, PATH_MOST, L"%.900ls/run/discovery.json", folder);
  bad = read_file(_wfopen(path, L"rbN"), text, DISCOVERY_MOST) != 0 || parse_discovery(text, f) != 0;
  free(text);
  return bad || f->port <= 0 || f->port > 65535 ? -1 : 0;
}
/* OPENCSHIS_HOME alone where it is set; else the user's own folder, then the machine's service. */
static int find_daemon(struct found *f) {
  wchar_t folder[PATH_MOST] = L"Z:", *place = folder + 2; /* where Wine shows a Unix path */
  const wchar_t *places[] = { L"LOCALAPPDATA", L"ProgramData" };
  const DWORD room = 900;
  DWORD n = GetEnvironmentVariableW(L"OPENCSHIS_HOME", place, room);
  int i;
  if (n > 0 && n < room) return read_discovery(place, f) == 0 || (*place == '/' && read_discovery(folder, f) == 0) ? 0 : -1;
  for (i = 0; i < 2; i++) {
    n = GetEnvironmentVariableW(places[i], place, room);
    if (n > 0 && n < room && read_discovery(wcscat(place, L"\\OpenCSHIS"), f) == 0) return 0;
  }
  return -1;
}
#else
/* Field 22 of /proc/PID/stat: when a process began. A zombie has ended. */
static int start_time(long pid, char out[32]) {
  char path[40], line[1024], *at;
  int field;
  snprintf(path, sizeof path, "/proc/%ld/stat", pid);
  if (read_file(fopen(path, "re"), line, sizeof line) != 0) return -1;
  at = strrchr(line, ')');
  if (at == NULL || at[1] == 0 || at[2] == 'Z') return -1;
  for (at += 2, field = 3; field < 22; field++, at++)
    if ((at = strchr(at, ' ')) == NULL) return -1;
  snprintf(out, 32, "%.*s", (int)strcspn(at, " \n"), at);
  return 0;
}
static int is_alive(const struct found *f) {
  char started[32];
  if (f->pid <= 0) return 0;
  if (strcmp(f->started, "?") == 0) return kill((pid_t)f->pid, 0) == 0 || errno == EPERM;
  return start_time(f->pid, started) == 0 && strcmp(started, f->started) == 0;
}
/* What is checked is the file that was opened, not what its path may lead to later. */
static int read_discovery(int of_machine, struct found *f, const char *folder, const char *rest) {
  char path[2 * PATH_MOST], *text = malloc(DISCOVERY_MOST);
  struct stat info, place;
  int bad = 1, fd; /* the machine's is root's, or his to whom root gave the folder */
  uid_t owner = !of_machine ? getuid() : lstat(folder, &place) == 0 && S_ISDIR(place.st_mode) ? place.st_uid : 0;
  snprintf(path, sizeof path, "%.1000s%.100s/run/discovery.json", folder, rest);
  fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
  if (fd >= 0 && (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode) || (info.st_uid != owner && !(of_machine && info.st_uid == 0))
                  || (info.st_mode & (of_machine ? 027 : 077)) != 0)) close(fd);
  else if (fd >= 0) bad = read_file(fdopen(fd, "r"), text, DISCOVERY_MOST) != 0 || parse_discovery(text, f) != 0;
  free(text);
  return !bad && is_alive(f) ? 0 : -1;
}

static int find_daemon(struct found *f) {
#ifdef __APPLE__
  const char *state = NULL, own[] = "/Library/Application Support/OpenCSHIS", *machine = own;
#else
  const char *state = getenv("XDG_STATE_HOME"), own[] = "/.local/state/opencshis", *machine = "/var/lib/opencshis";
#endif
  const char *home = getenv("OPENCSHIS_HOME");
  struct passwd entry, *user = NULL;
  char room[4096];
  if (home && *home) return read_discovery(0, f, home, "");
  home = getenv("HOME");
  if ((!home || !*home) && getpwuid_r(getuid(), &entry, room, sizeof room, &user) == 0 && user) home = user->pw_dir;
  if ((state && *state ? read_discovery(0, f, state, "/opencshis") : read_discovery(0, f, home ? home : "", own)) == 0) return 0;
  return read_discovery(1, f, machine, "");
}
#endif

/* ---- connections ---- */
struct connection {
  handle socket;
  struct connection *next;
  int busy;
  size_t have, used; /* bytes in `in`; of the frame that was handed out last */
  byte in[FRAME_MOST];
  struct stat info; /* which socket it is */
};
static struct connection *connections;
static int version_known = VERSION_NEW_LINE; /* of the line that was last seen; both are read and written under the lock */

#ifdef _WIN32
static void close_socket(handle s) { closesocket(s); }
static int same_socket(struct connection *c, int remember) { return c && remember < 2; }
#else
static void close_socket(handle s) { close(s); }
/* A program may close every descriptor and open others: what stands at our number must still be our socket. */
static int same_socket(struct connection *c, int remember) {
  struct stat info;
  if (fstat(c->socket, &info) != 0 || !S_ISSOCK(info.st_mode)) return 0;
  if (remember) c->info = info;
  return c->info.st_dev == info.st_dev && c->info.st_ino == info.st_ino;
}
#endif
#ifndef CSHIS_WIRE
#ifdef _WIN32
#define poll WSAPoll
static int would_block(void) { return WSAGetLastError() == WSAEWOULDBLOCK; }
#else
static int would_block(void) { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }
#endif
static int wait_for(handle s, short events, uint64_t until) {
  for (;;) {
    struct pollfd one = { .fd = s, .events = events };
    uint64_t now = now_ms();
    int n = now < until ? poll(&one, 1, (int)(until - now)) : 0;
    if (n > 0) return DONE;
    if (n < 0 && !would_block()) return BROKEN;
    if (now >= until) return SILENT;
  }
}

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0 /* SO_NOSIGPIPE, or no such signal */
#endif
static int wire_send(struct connection *c, const byte *p, size_t n, uint64_t until) {
  while (n > 0) {
    int waited, sent = (int)send(c->socket, (const void *)p, (length)n, MSG_NOSIGNAL);
    if (sent > 0) {
      p += sent;
      n -= (size_t)sent;
    } else if (!would_block()) return BROKEN;
    else if ((waited = wait_for(c->socket, POLLOUT, until)) != DONE) return waited;
  }
  return DONE;
}
/* Nothing to hear from one that waits, not even its end. */
static int wire_rests(struct connection *c) {
  char one;
  return recv(c->socket, &one, 1, MSG_PEEK) < 0 && would_block();
}
/* At least one byte, before `until`. */
static int wire_receive(struct connection *c, byte *p, size_t room, size_t *n, uint64_t until) {
  for (;;) {
    int got, waited = wait_for(c->socket, POLLIN, until);
    if (waited != DONE) return waited;
    got = (int)recv(c->socket, (void *)p, (length)room, 0);
    *n = (size_t)got;
    if (got > 0) return DONE;
    if (got == 0 || !would_block()) return BROKEN;
  }
}

#ifdef _WIN32
static handle wire_connect(const struct found *f, uint64_t until) {
  struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons((u_short)f->port) };
  u_long on = 1;
  BOOL quick = TRUE;
  int failed = 0, room = sizeof failed;
  handle s = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (s == NO_HANDLE) return s;
  SetHandleInformation((HANDLE)s, HANDLE_FLAG_INHERIT, 0);
  ioctlsocket(s, (long)FIONBIO, &on);
  setsockopt(s, IPPROTO_TCP, TCP_NODELAY, (const char *)&quick, sizeof quick);
  if (connect(s, (struct sockaddr *)&to, sizeof to) == 0
      || (would_block() && wait_for(s, POLLOUT, until) == DONE
          && getsockopt(s, SOL_SOCKET, SO_ERROR, (char *)&failed, &room) == 0 && failed == 0))
    return s;
  close_socket(s);
  return NO_HANDLE;
}
#else
static handle wire_connect(const struct found *f, uint64_t until) {
  struct sockaddr_un to = { .sun_family = AF_UNIX };
  handle low = socket(AF_UNIX, SOCK_STREAM, 0), s = low < 0 ? -1 : fcntl(low, F_DUPFD_CLOEXEC, 3);
  if (low >= 0) close(low); /* never 0, 1 or 2: a program that closed those would print into it */
  if (s < 0) return NO_HANDLE;
  snprintf(to.sun_path, sizeof to.sun_path, "%.100s", f->native);
  fcntl(s, F_SETFL, O_NONBLOCK);
#ifdef SO_NOSIGPIPE
  low = 1;
  setsockopt(s, SOL_SOCKET, SO_NOSIGPIPE, &low, sizeof low);
#endif
  /* A daemon that is behind with accepting says so by EAGAIN, and cannot be waited for. */
  for (; strlen(f->native) < sizeof to.sun_path; pause_ms(5)) {
    if (connect(s, (struct sockaddr *)&to, sizeof to) == 0 || errno == EISCONN) return s;
    if ((!would_block() && errno != EINPROGRESS && errno != EALREADY) || now_ms() >= until) break;
  }
  close_socket(s);
  return NO_HANDLE;
}
#endif
#endif

static int send_frame(struct connection *c, struct writer *w, uint64_t until) {
  struct writer head = { w->p, 0, 4, 0 };
  put_number(&head, w->n - 4, 4);
  return w->bad ? BROKEN : wire_send(c, w->p, w->n, until);
}

/* The next frame's type and body, which stays where it is until the next is asked for. */
static int next_frame(struct connection *c, int *type, struct reader *body, uint64_t until) {
  memmove(c->in, c->in + c->used, c->have - c->used);
  c->have -= c->used;
  c->used = 0;
  for (;;) {
    size_t n, wanted = 0;
    int got;
    if (c->have >= 4) {
      struct reader head = { c->in, 4, 0 };
      wanted = 4 + (size_t)take_number(&head, 4);
      if (wanted < 5 || wanted > sizeof c->in) return BROKEN;
    }
    if (wanted > 0 && c->have >= wanted) {
      struct reader whole = { c->in + 5, wanted - 5, 0 };
      *type = c->in[4];
      *body = whole;
      c->used = wanted;
      return DONE;
    }
    got = wire_receive(c, c->in + c->have, sizeof c->in - c->have, &n, until);
    if (got != DONE) return got;
    c->have += n;
  }
}
static void drop(struct connection *c) {
  struct connection **at;
  lock();
  for (at = &connections; *at && *at != c; at = &(*at)->next) {}
  if (*at) *at = c->next;
  unlock();
  if (c->socket != NO_HANDLE) close_socket(c->socket);
  free(c);
}
/* One that waits; one that broke while it waited is dropped, and the next is looked at. */
static struct connection *take_idle(void) {
  struct connection *one;
  lock();
  for (one = connections; one && one->busy; one = one->next) {}
  if (one) one->busy = 1;
  unlock();
  if (one == NULL || (same_socket(one, 0) && wire_rests(one))) return one;
  if (!same_socket(one, 0)) one->socket = NO_HANDLE; /* not ours any more: not ours to close */
  drop(one);
  return take_idle();
}

#ifdef _WIN32
static void begin(void) {
  static LONG begun;
  WSADATA data;
  HMODULE self;
  lock();
  if (!begun) {
    /* Stays loaded: a thread may be inside while another unloads it. */
    GetModuleHandleExA(FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_PIN, (LPCSTR)(void *)&pool_lock, &self);
    begun = WSAStartup(MAKEWORD(2, 2), &data) == 0;
  }
  unlock();
}
#else
static pid_t owner; /* the process that the connections belong to */

/* A child has its parent's descriptors, and must not speak in its parent's name. */
static void forget_parent(void) {
  struct connection *one, *next;
  for (one = connections; one; one = next) {
    next = one->next;
    if (one->socket != NO_HANDLE && same_socket(one, 0)) close(one->socket);
    free(one);
  }
  connections = NULL;
  owner = getpid();
}
static void in_child(void) {
  pthread_mutex_init(&pool_lock, NULL);
  forget_parent();
}
static void begin(void) {
  static int begun;
  lock();
  if (!begun) begun = pthread_atfork(lock, unlock, in_child) == 0;
  if (owner != getpid()) forget_parent();
  unlock();
}
#endif

/* Who we are, where the system does not tell the other side. */
static void put_process(struct writer *w) {
  char started[32] = "?", program[PATH_MOST] = "";
  size_t n;
#ifdef _WIN32
  FILETIME made, ended, kernel, user;
  wchar_t wide[PATH_MOST] = L"";
  GetModuleFileNameW(NULL, wide, PATH_MOST - 1);
  if (GetProcessTimes(GetCurrentProcess(), &made, &ended, &kernel, &user))
    snprintf(started, sizeof started, "%08lx%08lx", (unsigned long)made.dwHighDateTime, (unsigned long)made.dwLowDateTime);
  WideCharToMultiByte(CP_UTF8, 0, wide, -1, program, PATH_MOST - 1, NULL, NULL);
  put_number(w, GetCurrentProcessId(), 4);
#else
  if (readlink("/proc/self/exe", program, sizeof program - 1) < 0) program[0] = 0;
  start_time((long)getpid(), started);
  put_number(w, (uint64_t)getpid(), 4);
#endif
  n = strlen(program);
  put_short(w, started);
  put_short(w, n > 200 ? program + n - 200 : program);
}
/* Both sides prove that they know the token; whoever else sits there learns nothing. */
static int greet(struct connection *c, const struct found *f, uint64_t until) {
  byte frame[512], server[32], ours[32], proof[32], wrong = 0;
  struct writer w = { frame, 0, sizeof frame, 0 };
  struct reader r;
  const byte *theirs;
  int type, i;
  if (chance(ours, sizeof ours) != 0 || next_frame(c, &type, &r, until) != DONE || type != F_HELLO) return BROKEN;
  if (take_number(&r, 1) != VERSION || (theirs = take(&r, 32)) == NULL) return BROKEN;
  memcpy(server, theirs, 32);
  prove(f->token, "client", server, ours, proof);
  start_frame(&w, F_PROVE);
  put_number(&w, VERSION, 1);
  put_number(&w, ROLE_PROGRAM | WITHOUT_WORDS, 1);
  put(&w, ours, 32);
  put(&w, proof, 32);
  put_process(&w);
  if (send_frame(c, &w, until) != DONE || next_frame(c, &type, &r, until) != DONE || type != F_WELCOME || r.n != 32) return BROKEN;
  prove(f->token, "server", server, ours, proof);
  for (i = 0; i < 32; i++) wrong |= (byte)(r.p[i] ^ proof[i]);
  return wrong ? BROKEN : DONE;
}
static struct connection *connect_daemon(uint64_t until) {
  struct found f = { .version = 0 };
  struct connection *c = find_daemon(&f) == 0 ? calloc(1, sizeof *c) : NULL;
  if (c) {
    c->busy = 1;
    c->socket = wire_connect(&f, until);
    if (c->socket != NO_HANDLE) same_socket(c, 1);
  }
  lock();
  if (f.version) version_known = f.version; /* also of one that is gone */
  if (c) c->next = connections;
  if (c) connections = c;
  unlock();
  if (c == NULL || (c->socket != NO_HANDLE && greet(c, &f, until) == DONE)) return c;
  drop(c);
  return NULL;
}

/* ---- files of the caller: opened with its rights, by it, never by their path in the daemon ---- */
#ifdef _WIN32
#define FILE_MODE(how) how "bN"
#define fsync(number) 0
#define replace_file(from, to) (MoveFileExA(from, to, MOVEFILE_REPLACE_EXISTING) != 0)
#else
#define FILE_MODE(how) how "be"
#define replace_file(from, to) (rename(from, to) == 0)
#endif
/* Not a pipe or a device: those would keep the caller waiting. */
static FILE *open_input(const char *path, uint64_t *size) {
  struct stat info;
  FILE *f = stat(path, &info) == 0 && S_ISREG(info.st_mode) ? fopen(path, FILE_MODE("r")) : NULL;
  if (f) *size = (uint64_t)info.st_size;
  return f;
}
static int close_output(FILE *f, const char *from, const char *to, int keep) {
  int whole = fflush(f) == 0 && fsync(fileno(f)) == 0;
  if (fclose(f) == 0 && whole && keep && replace_file(from, to)) return 1;
  remove(from);
  return 0;
}

/* ---- a call ---- */
struct call {
  const struct function *f;
  const struct arg *a;
  char id[ID_LENGTH + 1];
  struct writer frame;      /* kept for asking again: nothing of the caller's is read twice */
  int lengths[PARAMS_MOST]; /* capacities; characters of texts that go both ways */
  FILE *in, *out;
  int in_at, out_at;        /* the parameters of the files; -1 */
  char path[PATH_MOST + 8], beside[PATH_MOST + 32];
};
static int read_two(const void *p) {
  int16_t two;
  memcpy(&two, p, 2);
  return two;
}
static void write_two(void *p, int value) {
  int16_t two = (int16_t)value;
  memcpy(p, &two, 2);
}
static size_t until_nul(const char *p, int most) {
  const char *end = memchr(p, 0, (size_t)most);
  return end ? (size_t)(end - p) : (size_t)most;
}

/* Reads what one parameter gives. 1: it is sent; 0: it is not; -1: it is wrong. */
static int gather_one(struct call *k, int i, int *value, uint64_t *size, size_t *n) {
  const struct param *p = &k->f->params[i];
  const char *given = k->a[i].p;
  const void *other = p->other < 0 ? NULL : k->a[p->other].p;
  if (p->kind == P_UNUSED) return 0;
  if (p->kind == P_INT || p->kind == P_INT_WIDE) {
    *value = p->kind == P_INT ? (int16_t)k->a[i].i : k->a[i].i;
    return 1;
  }
  if (given == NULL) return p->optional ? 0 : -1;
  if (p->other >= 0 && other == NULL) return -1;
  switch (p->kind) {
  case P_CHAR: *n = 1; return 1;
  case P_TEXT: *n = until_nul(given, p->length); return 1;
  case P_LENGTH:
  case P_INT_IN_OUT: *value = read_two(given); return p->kind == P_LENGTH && *value < 0 ? -1 : 1;
  case P_RECORD:
    *n = until_nul(given, p->length);
    if (p->mark >= 0 && *n == (size_t)p->length && given[p->mark] == '[') *n = until_nul(given, p->most);
    return 1;
  case P_RECORDS:
    *value = read_two(other);
    *n = *value < 1 || *value > p->most ? 0 : until_nul(given, *value * p->length);
    return *value > p->most ? -1 : 1;
  case P_BUFFER: /* what it holds besides a marker is nobody's business */
    k->lengths[i] = read_two(other);
    *n = (size_t)p->mark + 9;
    if (k->lengths[i] < 0) return -1;
    return p->mark >= 0 && k->lengths[i] >= p->mark + 9 && memcmp(given + p->mark, "[XXXXXXX]", 9) == 0;
  case P_TEXT_IN_OUT:
    *n = until_nul(given, p->most);
    k->lengths[i] = (int)*n;
    return *n < (size_t)p->most ? 1 : -1;
  case P_FILE_IN:
  case P_FILE_OUT:
    *n = until_nul(given, p->most);
    if (*n >= (size_t)p->most || *n > PATH_MOST) return -1;
    memcpy(k->path, given, *n);
    *(p->kind == P_FILE_IN ? &k->in_at : &k->out_at) = i;
    if (p->kind == P_FILE_IN) k->in = open_input(k->path, size);
    else snprintf(k->beside, sizeof k->beside, "%s.%.8s.part", k->path, k->id);
    return 1;
  default: return 0; /* out only */
  }
}

/* Reads the caller's memory, once, into a frame. -1: a parameter is wrong. */
static int gather(struct call *k) {
  struct writer *w = &k->frame;
  size_t count_at;
  int i;
  start_frame(w, F_CALL);
  put_short(w, k->id);
  put_short(w, k->f->name);
  count_at = w->n;
  put_number(w, 0, 1);
  for (i = 0; i < k->f->count; i++) {
    enum kind kind = k->f->params[i].kind;
    int value = 0, given, integer = kind == P_LENGTH || kind == P_INT || kind == P_INT_WIDE || kind == P_INT_IN_OUT;
    uint64_t size = UINT64_MAX; /* of a file that cannot be opened */
    size_t n = 0;
    given = gather_one(k, i, &value, &size, &n);
    if (given < 0) return -1;
    if (given == 0) continue;
    put_short(w, k->f->params[i].name);
    put_number(w, kind == P_FILE_IN ? 2 : kind == P_FILE_OUT ? 3 : (uint64_t)integer, 1);
    if (kind == P_FILE_IN) put_number(w, size, 8);
    else if (integer) put_number(w, (uint32_t)value, 4);
    else if (kind != P_FILE_OUT) {
      put_number(w, n, 4);
      put(w, k->a[i].p, n);
    }
    w->p[count_at]++;
  }
  return w->bad ? -1 : 0;
}

/* The daemon asks for bytes of the caller's file, or gives some. */
static int serve_file(struct connection *c, struct call *k, int type, struct reader *r, uint64_t until) {
  byte room[CHUNK_MOST + 512];
  struct writer w = { room, 0, sizeof room, 0 };
  int at = type == F_CHUNK ? k->in_at : k->out_at;
  const char *name = at < 0 ? NULL : k->f->params[at].name;
  uint64_t offset;
  if (name == NULL || !take_same(r, name)) return BROKEN;
  offset = take_number(r, 8);
  if (r->bad || offset > INT64_MAX - FRAME_MOST) return BROKEN;
  start_frame(&w, type);
  put_short(&w, k->id);
  put_short(&w, name);
  if (type == F_CHUNK) {
    size_t wanted = (size_t)take_number(r, 4);
    if (r->bad || wanted > CHUNK_MOST) return BROKEN;
    put_number(&w, offset, 8);
    if (k->in && fseeko(k->in, (off_t)offset, SEEK_SET) == 0) w.n += fread(w.p + w.n, 1, wanted, k->in);
  } else {
    if (k->out == NULL) k->out = fopen(k->beside, FILE_MODE("w"));
    if (k->out && fseeko(k->out, (off_t)offset, SEEK_SET) == 0 && fwrite(r->p, 1, r->n, k->out) == r->n) offset += r->n;
    else offset = UINT64_MAX;
    put_number(&w, offset, 8);
  }
  return send_frame(c, &w, until);
}
static int carries_data(const struct function *f, int code) {
  int i = 0;
  while (i < DATA_CODES && data_codes[i] != code) i++;
  return f->value || i < DATA_CODES;
}
/* A program may give a text in memory that cannot be written: the system is asked to do it, which then refuses. */
static void write_if_allowed(void *to, const void *p, size_t n) {
#ifdef _WIN32
  const DWORD may = PAGE_READWRITE | PAGE_WRITECOPY | PAGE_EXECUTE_READWRITE | PAGE_EXECUTE_WRITECOPY;
  MEMORY_BASIC_INFORMATION of;
  if (VirtualQuery(to, &of, sizeof of) && (of.Protect & may)) memcpy(to, p, n);
#else
  int ends[2];
  if (pipe(ends) != 0) return;
  if (write(ends[1], p, n) == (ssize_t)n && read(ends[0], to, n) != (ssize_t)n) errno = EFAULT;
  close(ends[0]);
  close(ends[1]);
#endif
}
struct output { const byte *p; size_t n; int number, there; };
/* Copies one output; the answer has been checked. */
static void copy_out(struct call *k, int i, const struct output *got) {
  const struct param *p = &k->f->params[i];
  byte *to = k->a[i].p;
  size_t n = got->n, came = (size_t)k->lengths[i];
  if (p->kind == P_INT_OUT || p->kind == P_INT_IN_OUT) write_two(to, got->number);
  if (p->kind == P_FIXED_OUT && !k->f->version) memcpy(to, got->p, n);
  if (p->kind == P_BUFFER) {
    memcpy(to, got->p, n);
    write_two(k->a[p->other].p, (int)n);
  }
  /* Only what is new, and only where it fits: the NUL that stands behind the text stays where it is. */
  if (p->kind == P_TEXT_IN_OUT && n <= came && (n < came || memcmp(to, got->p, n) != 0)) {
    byte text[TEXT_MOST] = { 0 };
    memcpy(text, got->p, n);
    write_if_allowed(to, text, n < came ? n + 1 : n);
  }
}
/* Checks a whole answer, and only then copies it out. */
static int deliver(struct call *k, struct reader *r, int *code) {
  struct output got[PARAMS_MOST] = { { NULL, 0, 0, 0 } };
  int i, count, answered = (int16_t)take_number(r, 4);
  for (count = (int)take_number(r, 1); count > 0 && !r->bad; count--) {
    struct output one = { NULL, 0, 0, 1 };
    size_t named = (size_t)take_number(r, 1);
    const byte *name = take(r, named);
    uint64_t integer = take_number(r, 1);
    if (integer == 1) one.number = (int32_t)(uint32_t)take_number(r, 4);
    else one.p = take(r, one.n = (size_t)take_number(r, 4));
    if (r->bad || integer > 1) return BROKEN;
    for (i = 0; i < k->f->count; i++) {
      const struct param *p = &k->f->params[i];
      int bytes = p->kind == P_BUFFER || p->kind == P_FIXED_OUT || p->kind == P_TEXT_IN_OUT;
      if (!bytes && p->kind != P_INT_OUT && p->kind != P_INT_IN_OUT) continue;
      if (strlen(p->name) != named || memcmp(p->name, name, named) != 0) continue;
      if (bytes == (int)integer || one.number != (int16_t)one.number || (p->kind == P_FIXED_OUT && one.n > (size_t)p->length)
          || (p->kind == P_BUFFER && (one.n > (size_t)p->most || one.n > (size_t)k->lengths[i]))) return BROKEN;
      got[i] = one;
    }
  }
  if (r->bad) return BROKEN;
  *code = answered;
  for (i = 0; carries_data(k->f, answered) && i < k->f->count; i++)
    if (got[i].there && k->a[i].p) copy_out(k, i, &got[i]);
  return DONE;
}

/* One connection's part of a call: asks, waits, copies, acknowledges. `answered` as soon as the answer is the caller's. */
static int talk(struct connection *c, struct call *k, int *code, int *answered) {
  uint64_t until = now_ms() + SILENCE_MS;
  int type, did = send_frame(c, &k->frame, until);
  while (did == DONE) {
    struct reader r;
    did = next_frame(c, &type, &r, until);
    if (did != DONE) break;
    if (type != F_WORKING && type != F_ANSWER && type != F_CHUNK && type != F_WRITE) return BROKEN;
    if (!take_same(&r, k->id)) { /* of an earlier call on this connection */
      did = r.bad ? BROKEN : DONE;
      continue;
    }
    until = now_ms() + SILENCE_MS;
    if (type == F_CHUNK || type == F_WRITE) did = serve_file(c, k, type, &r, until);
    if (type == F_ANSWER) {
      byte room[64];
      struct writer ack = { room, 0, sizeof room, 0 };
      if (deliver(k, &r, code) != DONE) return BROKEN;
      *answered = 1;
      if (k->out && !close_output(k->out, k->beside, k->path, *code == 0) && *code == 0) *code = FILE_NOT_WRITTEN;
      k->out = NULL;
      /* Only now that the bytes are the caller's. Where this is lost, the same answer comes again. */
      start_frame(&ack, F_ACK);
      put_short(&ack, k->id);
      return send_frame(c, &ack, until);
    }
  }
  return did;
}
static int ask(struct call *k) {
  struct connection *c = take_idle();
  uint64_t until = now_ms() + CONNECT_MS;
  int code, answered = 0, broke = 0, did;
  for (;;) {
    while (c == NULL && (c = connect_daemon(until)) == NULL && broke && now_ms() < until) pause_ms(50);
    if (c == NULL) break;
    did = talk(c, k, &code, &answered);
    lock();
    c->busy = did != DONE;
    unlock();
    if (did != DONE) drop(c);
    if (answered) return code;
    if (did == SILENT || broke) break;
    /* Asked again, once, by the same id. */
    while ((c = take_idle()) != NULL) drop(c);
    broke = 1;
    until = now_ms() + RETURN_MS;
  }
  lock();
  code = k->f->version ? version_known : k->f->alone;
  unlock();
  return code;
}

/* Every exported function is this one. */
static int cshis_call(const struct function *f, const struct arg *a) {
  ENTER /* what the system last said, and whether this thread may be cancelled, is as before when we leave */
  static const char digits[] = "0123456789abcdef";
  byte frame[FRAME_ROOM], random[ID_LENGTH / 2];
  struct call k = { .f = f, .a = a, .in_at = -1, .out_at = -1, .frame = { frame, 0, sizeof frame, 0 } };
  int i, code = f->bad;
  begin();
  if (chance(random, sizeof random) != 0) code = f->alone;
  else {
    for (i = 0; i < ID_LENGTH; i++) k.id[i] = digits[random[i / 2] >> (i % 2 ? 0 : 4) & 15];
    if (gather(&k) == 0) {
      code = ask(&k);
      if (f->version && f->count > 0) {
        char path[OWN_PATH_MOST];
        own_path(path, sizeof path);
        memcpy(a[0].p, path, strlen(path) + 1);
      }
    }
  }
  if (k.in) fclose(k.in);
  if (k.out) close_output(k.out, k.beside, k.path, 0);
  LEAVE
  return code;
}

#include "generated/cshis-exports.h"
