/*
 * Every exported function with at least `cases` inputs that are wrong in some way. Each buffer lies between two pages
 * that nobody may touch, once at the end of its room and once at the start; what lies around it must stay as it was,
 * and on a code without data so must the buffer itself.
 *
 *   hard CASES SEED FOLDER [FUNCTION]
 */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include "generated/cshis-table.h"
#include "generated/entries.h"

enum { PAGE = 4096, ROOM = 10 * PAGE, SPARE = 40960 };

struct room {
  unsigned char *at, *p;
  int n, read_only, writable; /* bytes; bytes that an answer with data may change */
};
static struct room rooms[PARAMS_MOST];
static unsigned char before[PARAMS_MOST][ROOM];
static uint64_t state;
static const char *folder;
static int faults;

static uint32_t chance(uint32_t below)
{
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (uint32_t)(state >> 33) % below;
}

static void open_rooms(void)
{
  int i;
  for (i = 0; i < PARAMS_MOST; i++) {
    unsigned char *map = mmap(NULL, ROOM + 2 * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (map == MAP_FAILED || mprotect(map + PAGE, ROOM, PROT_READ | PROT_WRITE) != 0) exit(3);
    rooms[i].at = map + PAGE;
  }
}

/* Room `i` holds these bytes, at its end or at its start. */
static void *hold(int i, const void *bytes, int n, int at_end, int writable)
{
  struct room *r = &rooms[i];
  if (r->read_only) mprotect(r->at, ROOM, PROT_READ | PROT_WRITE);
  r->read_only = 0;
  memset(r->at, 0xA5, ROOM);
  r->p = at_end ? r->at + ROOM - n : r->at;
  r->n = n;
  r->writable = writable;
  if (bytes) memcpy(r->p, bytes, (size_t)n);
  return r->p;
}
static void seal(int i)
{
  rooms[i].read_only = 1;
  mprotect(rooms[i].at, ROOM, PROT_READ);
}

/* A value that a counter would give. */
static const char *sensible(const char *name)
{
  static const char *const known[][2] = {
    { "cTreatItem", "01" }, { "cBabyTreat", " " }, { "cTreatAfterCheck", "1" }, { "pPatientID", "A123456789" },
    { "pPatientBirthDate", "0800101" }, { "pDateTime", "1150101120000" }, { "pHospID", "3501200000" },
    { "pUnTreatDate", "1150101120000" }, { "pNewBornDate", "1150101" }, { "IN", "A0101" },
  };
  size_t i;
  for (i = 0; i < sizeof known / sizeof *known; i++)
    if (!strcmp(known[i][0], name)) return known[i][1];
  return "1";
}

/* How many forms a parameter of this kind can take; form 0 is the sensible one. */
static int forms(const struct param *p)
{
  switch (p->kind) {
  case P_TEXT: return 10;
  case P_CHAR: return 4;
  case P_RECORD: return 9;
  case P_RECORDS: return 5;
  case P_BUFFER: return 4;
  case P_LENGTH: return 11;
  case P_INT: case P_INT_WIDE: return 12;
  case P_INT_OUT: return 3;
  case P_INT_IN_OUT: return 10;
  case P_FIXED_OUT: return 2;
  case P_TEXT_IN_OUT: return 7;
  case P_FILE_IN: return 9;
  case P_FILE_OUT: return 7;
  default: return 2;
  }
}

static short cell_value(const struct function *f, int i, int form)
{
  const struct param *buffer = &f->params[f->params[i].other];
  int full = buffer->most;
  int values[11] = { full, 0, 1, buffer->length, full - 1, full + 1, -1, -32768, 32767, 9, 8 };
  return (short)values[form];
}

static const int integers[12] = { 1, 0, 2, 3, -1, 32767, -32768, 65537, 65536, INT_MAX, INT_MIN, 60 };
static const short counts[10] = { 1, 0, 60, 61, -1, 32767, -32768, 2, 20, 59 };

/* Lays out parameter `i` in the given form. Lengths are laid out before what they are of: see below. */
static void lay(const struct function *f, struct arg *a, int i, const int *form, int at_end)
{
  const struct param *p = &f->params[i];
  static unsigned char bytes[SPARE];
  int n = 0, shape = form[i], sealed = 0;
  memset(bytes, ' ', sizeof bytes);
  a[i].p = NULL;
  a[i].i = 0;
  switch (p->kind) {
  case P_TEXT: {
    const char *good = sensible(p->name);
    n = (int)strlen(good) + 1;
    memcpy(bytes, good, (size_t)n);
    if (shape == 1) return;
    if (shape == 2) { n = 1; bytes[0] = 0; }
    if (shape == 3) { n = 2; memcpy(bytes, "X", 2); }
    if (shape == 4) { n = p->length; memset(bytes, '7', (size_t)n); }
    if (shape == 5) { n = p->length + 4000; memset(bytes, '8', (size_t)n); }
    if (shape == 6) { n = p->length; memset(bytes, 0xff, (size_t)n); }
    if (shape == 7) { n = p->length; memset(bytes, 'A', (size_t)n); bytes[n - 1] = 0xa4; }
    if (shape == 8) { n = p->length < 6 ? p->length : 6; memcpy(bytes, "%n%s%n", (size_t)n); if (n < p->length) bytes[n++] = 0; }
    sealed = shape != 5;
    break;
  }
  case P_CHAR:
    if (shape == 1) return;
    n = 1;
    bytes[0] = (unsigned char)(shape == 2 ? 0 : shape == 3 ? 0xff : sensible(p->name)[0]);
    sealed = 1;
    break;
  case P_RECORD:
    if (shape == 1) return;
    n = p->length;
    memset(bytes, '0', (size_t)n);
    if (shape == 2) { n = 1; bytes[0] = 0; }
    if (shape == 3) { n = p->length; bytes[n - 1] = 0; }
    if (shape == 4 && p->mark >= 0) { n = p->most; bytes[p->mark] = '['; }
    if (shape == 5 && p->mark >= 0) { n = p->length; bytes[p->mark] = '['; bytes[n - 1] = 0; }
    if (shape == 6) memset(bytes, 0xff, (size_t)n);
    if (shape == 7) { n = p->most + 3000; memset(bytes, '[', (size_t)n); }
    if (shape == 8) memset(bytes, 0x01, (size_t)n);
    sealed = 1;
    break;
  case P_RECORDS: {
    int count = form[p->other] >= 0 ? counts[form[p->other]] : 1;
    if (shape == 1) return;
    n = count > 0 && count <= p->most ? count * p->length : 1;
    memset(bytes, '0', (size_t)n);
    if (shape == 2) { n = 1; bytes[0] = 0; }
    if (shape == 3) bytes[n / 2] = 0, n = n / 2 + 1;
    if (shape == 4) memset(bytes, 0xff, (size_t)n);
    sealed = 1;
    break;
  }
  case P_BUFFER: {
    int room = form[p->other] >= 0 ? cell_value(f, p->other, form[p->other]) : 0;
    if (shape == 1) return;
    n = room < 0 ? 0 : room;
    if (shape == 2) memset(bytes, 0, (size_t)n);
    if (shape == 3 && p->mark >= 0 && n >= p->mark + 9) memcpy(bytes + p->mark, "[XXXXXXX]", 9);
    a[i].p = hold(i, bytes, n, at_end, n < p->most ? n : p->most);
    return;
  }
  case P_LENGTH: {
    short two = cell_value(f, i, shape);
    a[i].p = hold(i, &two, 2, at_end, 2);
    return;
  }
  case P_INT:
  case P_INT_WIDE:
    a[i].i = integers[shape];
    return;
  case P_INT_OUT:
    if (shape == 1) return;
    a[i].p = hold(i, bytes, 2, at_end, 2);
    return;
  case P_INT_IN_OUT:
    a[i].p = hold(i, &counts[shape], 2, at_end, 2);
    return;
  case P_FIXED_OUT:
    if (shape == 1) return;
    a[i].p = hold(i, NULL, p->length, at_end, p->length);
    return;
  case P_TEXT_IN_OUT: {
    static const char *const texts[7] = { "7", NULL, "", "99999999999999999999", NULL, "7", "abc" };
    if (shape == 1) return;
    n = shape == 4 ? p->most : (int)strlen(texts[shape]) + 1;
    if (shape == 4) memset(bytes, '1', (size_t)n);
    else memcpy(bytes, texts[shape], (size_t)n);
    a[i].p = hold(i, bytes, n, at_end, n - 1);
    if (shape == 5) seal(i);
    return;
  }
  case P_FILE_IN:
  case P_FILE_OUT: {
    static const char *const names[9] = { "file", NULL, "", "missing/x", "", "fifo", "/dev/zero", "", "empty" };
    if (shape == 1) return;
    if (shape == 4) { n = p->most; memset(bytes, 'p', (size_t)n); }
    else if (shape == 7) { n = p->most; memset(bytes, 'q', (size_t)n); bytes[n - 1] = 0; }
    else if (shape == 2) { n = 1; bytes[0] = 0; }
    else n = 1 + snprintf((char *)bytes, 1000, "%s%s%s", names[shape][0] == '/' ? "" : folder, names[shape][0] == '/' ? "" : "/", names[shape]);
    sealed = 1;
    break;
  }
  default: /* never looked at */
    if (shape == 1) return;
    a[i].p = hold(i, bytes, 1, at_end, 0);
    a[i].i = -1;
    return;
  }
  a[i].p = hold(i, bytes, n, at_end, 0);
  if (sealed) seal(i);
}

static void *thread_call(void *given)
{
  void **both = given;
  const struct entry *e = both[0];
  int *code = both[2];
  errno = 77;
  *code = e->call(both[1]);
  if (errno != 77) *code = INT_MIN;
  return NULL;
}

static int has_data(const struct function *f, int code)
{
  size_t i;
  for (i = 0; i < sizeof data_codes / sizeof *data_codes; i++)
    if (data_codes[i] == code) return 1;
  return f->value;
}

static void try_one(const struct entry *e, const int *form, int at_end, int elsewhere, int number)
{
  const struct function *f = e->f;
  struct arg a[PARAMS_MOST];
  int i, code = 0, used[PARAMS_MOST];
  void *both[3];
  for (i = 0; i < f->count; i++) {
    lay(f, a, i, form, at_end);
    used[i] = a[i].p != NULL;
    if (used[i]) memcpy(before[i], rooms[i].at, ROOM);
  }
  both[0] = (void *)e;
  both[1] = a;
  both[2] = &code;
  if (elsewhere) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, thread_call, both) == 0) pthread_join(thread, NULL);
  } else thread_call(both);
  if (code != (int16_t)code) {
    printf("FAULT %s case %d: code %d\n", e->name, number, code);
    faults++;
  }
  for (i = 0; i < f->count; i++) {
    const struct room *r = &rooms[i];
    long start = r->p - r->at, changed;
    int allowed = has_data(f, code) ? r->writable : 0;
    if (!used[i]) continue;
    for (changed = 0; changed < ROOM; changed++) {
      if (r->at[changed] == before[i][changed] || (changed >= start && changed < start + allowed)) continue;
      printf("FAULT %s case %d: code %d, %s changed at byte %ld of %d\n", e->name, number, code, f->params[i].name, changed - start, r->n);
      faults++;
      break;
    }
  }
}

int main(int argc, char **argv)
{
  size_t e;
  int cases = argc > 1 ? atoi(argv[1]) : 40, number, calls = 0;
  char path[1200];
  FILE *file;
  state = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
  folder = argc > 3 ? argv[3] : "/tmp";
  snprintf(path, sizeof path, "%s/file", folder);
  if ((file = fopen(path, "w")) != NULL) { fputs("<a></a>", file); fclose(file); }
  snprintf(path, sizeof path, "%s/empty", folder);
  if ((file = fopen(path, "w")) != NULL) fclose(file);
  snprintf(path, sizeof path, "%s/fifo", folder);
  mkfifo(path, 0600);
  open_rooms();
  /* Case by case over all functions, so that each stands in ever other company: before and after opening, a PIN, a reset. */
  for (number = 0; number < cases || number < 40; number++) {
    for (e = 0; e < sizeof entries / sizeof *entries; e++) {
      const struct function *f = entries[e].f;
      int form[PARAMS_MOST] = { 0 }, i, left = number - 1;
      if (argc > 4 && strcmp(argv[4], entries[e].name)) continue;
      /* The sensible call, then one parameter wrong in each form, then chance. */
      for (i = 0; i < f->count && number > 0; i++) {
        int more = forms(&f->params[i]) - 1;
        if (left < more) break;
        left -= more;
      }
      if (number > 0 && i < f->count) form[i] = left + 1;
      else if (number > 0)
        for (i = 0; i < f->count; i++) form[i] = chance(3) ? (int)chance((uint32_t)forms(&f->params[i])) : 0;
      try_one(&entries[e], form, 1, number % 5 == 4, number);
      try_one(&entries[e], form, 0, number % 7 == 6, number);
      calls += 2;
    }
  }
  printf("calls %d faults %d functions %d\n", calls, faults, (int)(sizeof entries / sizeof *entries));
  return faults ? 1 : 0;
}
