/*
 * A HIS that reads basic data again and again: one line for each reading, its time in microseconds.
 * Built with the library of the machine, or by mingw for Wine.
 */
#include <stdio.h>
#include <stdlib.h>

#include "cshis.h"

#ifdef _WIN32
#include <windows.h>
static double now(void)
{
  LARGE_INTEGER count, second;
  QueryPerformanceCounter(&count);
  QueryPerformanceFrequency(&second);
  return (double)count.QuadPart * 1e6 / (double)second.QuadPart;
}
#else
#include <time.h>
static double now(void)
{
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return (double)at.tv_sec * 1e6 + (double)at.tv_nsec / 1e3;
}
#endif

int main(int count, char **words)
{
  int rounds = count > 1 ? atoi(words[1]) : 100, round;
  double *times = malloc(sizeof *times * (size_t)rounds);
  char buffer[CSHIS_BASIC_DATA_LENGTH];
  if (times == NULL || csOpenCom(0) != 0)
    return 1;
  for (round = 0; round < rounds; round++) {
    short length = sizeof buffer;
    double start = now();
    if (hisGetBasicData(buffer, &length) != 0)
      return 2;
    times[round] = now() - start;
  }
  for (round = 0; round < rounds; round++)
    printf("%.1f\n", times[round]);
  free(times);
  return csCloseCom();
}
