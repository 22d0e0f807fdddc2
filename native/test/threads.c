/* Many threads, each a HIS of its own: opens, reads, asks for a state, a version, closes. threads THREADS ROUNDS */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int csOpenCom(int port);
int csCloseCom(void);
int csGetVersionEx(char *path);
int hisGetBasicData(char *buffer, short *length);
int hisGetCardStatus(int type);

static int rounds;

static void *his(void *given)
{
  long bad = 0;
  int i;
  (void)given;
  for (i = 0; i < rounds; i++) {
    char buffer[72], path[260];
    short length = 72;
    bad += csOpenCom(0) != 0;
    bad += hisGetBasicData(buffer, &length) != 0 || length != 72 || buffer[0] != '9';
    bad += hisGetCardStatus(2) != 2;
    bad += csGetVersionEx(path) != 5153 || strlen(path) == 0;
    bad += csCloseCom() != 0;
  }
  return (void *)bad;
}

int main(int argc, char **argv)
{
  pthread_t threads[64];
  int n = argc > 1 ? atoi(argv[1]) : 8, i;
  long bad = 0;
  rounds = argc > 2 ? atoi(argv[2]) : 20;
  for (i = 0; i < n && i < 64; i++) pthread_create(&threads[i], NULL, his, NULL);
  for (i = 0; i < n && i < 64; i++) {
    void *result = NULL;
    pthread_join(threads[i], &result);
    bad += (long)result;
  }
  printf("bad %ld\n", bad);
  return bad != 0;
}
