/*
 * For a fuzzer led by coverage: what the other side of the connection says, and what stands in a discovery file. The
 * outside is replaced: the wire is the fuzzer's bytes, chance is zeros. Each buffer has exactly its bytes, so that the
 * address sanitiser sees the first one too many.
 */
#define CSHIS_WIRE
#define getentropy no_chance
#include <stddef.h>
static int no_chance(void *p, size_t n);
static int would_block(void) { return 1; }
struct connection;
struct found;
static int wire_send(struct connection *c, const unsigned char *p, size_t n, unsigned long until);
static int wire_receive(struct connection *c, unsigned char *p, size_t room, size_t *n, unsigned long until);
static int wire_rests(struct connection *c);
static int wire_connect(const struct found *f, unsigned long until);
#include "cshis.c"

static int no_chance(void *p, size_t n)
{
  memset(p, 0, n);
  return 0;
}

static const uint8_t *feed;
static size_t feed_left;
static int wrapped; /* each piece of the feed becomes a frame of the call that runs */

static int wire_send(struct connection *c, const byte *p, size_t n, unsigned long until)
{
  (void)c, (void)until;
  for (; n > 0; n--) (void)*(const volatile byte *)p++;
  return DONE;
}
static int wire_rests(struct connection *c) { return c != NULL; }
static int wire_connect(const struct found *f, unsigned long until)
{
  (void)f, (void)until, (void)would_block;
  return NO_HANDLE;
}
static int wire_receive(struct connection *c, byte *p, size_t room, size_t *n, unsigned long until)
{
  (void)c, (void)until;
  if (feed_left == 0) return BROKEN;
  if (wrapped && room >= 1024 && feed_left >= 2) {
    /* a byte of type, a byte of length, so many bytes behind the id */
    size_t length = feed[1] < feed_left - 2 ? feed[1] : feed_left - 2;
    struct writer w = { p, 0, room, 0 };
    put_number(&w, 1 + 1 + ID_LENGTH + length, 4);
    put_number(&w, feed[0], 1);
    put_number(&w, ID_LENGTH, 1);
    memset(p + w.n, '0', ID_LENGTH);
    w.n += ID_LENGTH;
    put(&w, feed + 2, length);
    feed += 2 + length;
    feed_left -= 2 + length;
    *n = w.n;
    return DONE;
  }
  *n = 1 + *feed++; /* in pieces: a byte says how long the next is */
  if (*n > --feed_left) *n = feed_left;
  if (*n > room) *n = room;
  if (*n == 0) return BROKEN;
  memcpy(p, feed, *n);
  feed += *n;
  feed_left -= *n;
  return DONE;
}

static void fuzz_call(int number, int room)
{
  const struct function *f = &functions[number % (int)(sizeof functions / sizeof *functions)];
  struct arg a[PARAMS_MOST];
  void *made[PARAMS_MOST] = { NULL };
  byte frame[FRAME_ROOM];
  struct connection *c = calloc(1, sizeof *c);
  struct call k = { .f = f, .a = a, .in_at = -1, .out_at = -1, .frame = { frame, 0, sizeof frame, 0 } };
  int i, code = 0, answered = 0;
  memset(k.id, '0', ID_LENGTH);
  for (i = 0; i < f->count; i++) {
    const struct param *p = &f->params[i];
    int n = p->kind == P_BUFFER ? (room & 1 ? p->most : room * 8) : p->kind == P_RECORDS ? p->length : p->length > 2 ? p->length : 2;
    a[i].i = room;
    a[i].p = made[i] = malloc((size_t)n + 1);
    memset(made[i], p->kind == P_FILE_IN || p->kind == P_FILE_OUT ? 0 : '1', (size_t)n + 1);
    if (p->kind == P_BUFFER || p->kind == P_FIXED_OUT) made[i] = a[i].p = realloc(made[i], (size_t)(n > 0 ? n : 1));
    if (p->kind == P_BUFFER && p->mark >= 0 && n >= 9 && room & 2) memcpy(made[i], "[XXXXXXX]", 9);
    if (p->kind == P_TEXT_IN_OUT) ((char *)made[i])[room % p->most] = 0;
  }
  for (i = 0; i < f->count; i++) {
    const struct param *p = &f->params[i];
    if (p->kind == P_LENGTH) write_two(made[i], room & 1 ? f->params[p->other].most : room * 8);
    if (p->kind == P_INT_IN_OUT) write_two(made[i], 1);
  }
  if (gather(&k) == 0) talk(c, &k, &code, &answered);
  if (code != (int16_t)code) abort();
  if (k.in) fclose(k.in);
  if (k.out) close_output(k.out, k.beside, k.path, 0);
  for (i = 0; i < f->count; i++) free(made[i]);
  free(c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  struct found f;
  if (size < 4) return 0;
  feed = data + 3;
  feed_left = size - 3;
  wrapped = data[0] % 4 == 2;
  if (data[0] % 4 == 0) {
    char *text = malloc(feed_left + 1);
    memcpy(text, feed, feed_left);
    text[feed_left] = 0;
    if (parse_discovery(text, &f) == 0 && strlen(f.native) >= sizeof f.native) abort();
    free(text);
  } else if (data[0] % 4 == 1) {
    struct connection *c = calloc(1, sizeof *c);
    memset(&f, 0, sizeof f);
    greet(c, &f, 1);
    free(c);
  } else fuzz_call(data[1], data[2]);
  return 0;
}
