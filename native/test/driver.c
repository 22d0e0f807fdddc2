/*
 * A program that loads the library as a HIS may, and does what it is told on standard input, a command a line; each is
 * answered by a line. argv[1] is the library.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static void *library;
static char buffer[8192];
static short length;
static int opened[64];

typedef int any();
static any *find(const char *name)
{
  any *f;
  *(void **)&f = dlsym(library, name);
  if (f == NULL) printf("no %s\n", name);
  return f;
}

static int verify_pin(void) { return find("csVerifyHCPIN")(); }
static int verify_sam(void) { return find("csVerifySAMDC")(); }
static int status(int type) { return find("hisGetCardStatus")(type); }
static int basic(void)
{
  length = 72;
  memset(buffer, '#', sizeof buffer);
  return find("hisGetBasicData")(buffer, &length);
}

/* A call in a thread of its own, joined later. */
static pthread_t thread;
static any *slow;
static int slow_code;
static void *in_thread(void *nothing)
{
  slow_code = slow();
  return nothing;
}

static void on_alarm(int number) { (void)number; }

int main(int argc, char **argv)
{
  char line[2048], word[64];
  if (argc < 2 || (library = dlopen(argv[1], RTLD_NOW)) == NULL) return 2;
  setvbuf(stdout, NULL, _IOLBF, 0);
  for (;;) {
    if (fgets(line, sizeof line, stdin) == NULL) {
      if (!ferror(stdin) || errno != EINTR) break;
      clearerr(stdin);
      continue;
    }
    int n = 0, a = 0, code = 0;
    line[strcspn(line, "\n")] = 0;
    sscanf(line, "%63s%n", word, &n);
    char *rest = line[n] ? line + n + 1 : line + n;
    sscanf(rest, "%d", &a);
    errno = 77;
    length = 0;
    if (!strcmp(word, "open")) code = find("csOpenCom")(a);
    else if (!strcmp(word, "close")) code = find("csCloseCom")();
    else if (!strcmp(word, "basic")) code = basic();
    else if (!strcmp(word, "status")) code = status(a);
    else if (!strcmp(word, "sam")) code = verify_sam();
    else if (!strcmp(word, "pin")) code = verify_pin();
    else if (!strcmp(word, "version")) code = find("csGetVersion")();
    else if (!strcmp(word, "visit")) {
      length = 316;
      code = find("hisGetSeqNumber256N1")("01", " ", "1", buffer, &length);
    } else if (!strcmp(word, "upload") || !strcmp(word, "upload-read-only")) {
      /* upload PATH SIZE COUNT */
      char *path = strtok(rest, " "), *size = strtok(NULL, " "), *count = strtok(NULL, " ");
      length = 50;
      if (!strcmp(word, "upload")) {
        code = find("csUploadData")(path, size, count, buffer, &length);
        printf("texts %s %s\n", size, count);
      } else code = find("csUploadData")(path, "7", "1", buffer, &length);
    } else if (!strcmp(word, "download")) {
      /* download PATH SAM INSTITUTION COUNT SENT RECEIVED RANDOM */
      char *path = strtok(rest, " "), *given[6];
      for (n = 0; n < 6; n++) given[n] = strtok(NULL, " ");
      code = find("csDownloadData")(given[0], given[1], given[2], given[3], given[4], given[5], path);
    } else if (!strcmp(word, "begin")) {
      /* begin pin|sam: in a thread, until "end" */
      slow = !strcmp(rest, "pin") ? verify_pin : verify_sam;
      code = pthread_create(&thread, NULL, in_thread, NULL);
    } else if (!strcmp(word, "end")) {
      pthread_join(thread, NULL);
      code = slow_code;
    } else if (!strcmp(word, "unload")) {
      code = dlclose(library);
    } else if (!strcmp(word, "load")) {
      library = dlopen(argv[1], RTLD_NOW);
    } else if (!strcmp(word, "fork")) {
      /* the child asks, then its parent */
      int pipes[2], child, state = 0, theirs = -77;
      if (pipe(pipes)) return 3;
      fflush(stdout);
      child = fork();
      if (child == 0) {
        int answer = basic();
        code = (int)write(pipes[1], &answer, sizeof answer);
        _exit(0);
      }
      waitpid(child, &state, 0);
      if (read(pipes[0], &theirs, sizeof theirs) != (int)sizeof theirs || state != 0) theirs = -99;
      close(pipes[0]);
      close(pipes[1]);
      printf("child %d\n", theirs);
      code = basic();
    } else if (!strcmp(word, "take-descriptors")) {
      /* closes every descriptor, as daemons do, and opens a file at each of the first numbers */
      int i;
      for (i = 3; i < 1024; i++) close(i);
      for (i = 0; i < 40; i++) opened[i] = open(rest, O_RDWR | O_CREAT | O_APPEND, 0600);
    } else if (!strcmp(word, "alarms")) {
      struct itimerval every = { { 0, 500 }, { 0, 500 } };
      struct sigaction action;
      memset(&action, 0, sizeof action);
      action.sa_handler = on_alarm; /* without SA_RESTART */
      sigaction(SIGALRM, &action, NULL);
      setitimer(ITIMER_REAL, &every, NULL);
    } else if (!strcmp(word, "repeat")) {
      int bad = 0;
      for (; a > 0; a--) bad += basic() != 0;
      code = bad;
    } else if (!strcmp(word, "null-basic")) {
      code = find("hisGetBasicData")(NULL, &length);
    }
    printf("%s %d %d%s\n", word, code, length, errno == 77 || !strcmp(word, "take-descriptors") ? "" : " errno");
  }
  return 0;
}
