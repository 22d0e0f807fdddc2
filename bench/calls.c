/*
 * A HIS that makes one call again and again: one line for each, its time in microseconds.
 *
 *   calls basic 100          1.1
 *   calls prescriptions 100  1.10, all four buffers (a professional card is in a reader, its PIN is asked for once)
 *   calls items 100          1.49 with 60 items, for a visit that it registers first
 *
 * Built with the library of the machine, or by mingw for Wine.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

#define ITEMS CSHIS_PRESCRIPTIONS_ITEMS_COUNT

static char outpatient[CSHIS_PRESCRIPTIONS_LENGTH], long_term[CSHIS_LONG_TERM_PRESCRIPTIONS_LENGTH];
static char important[CSHIS_IMPORTANT_ORDERS_LENGTH], allergies[CSHIS_ALLERGIES_LENGTH];
static char signatures[CSHIS_PRESCRIPTION_SIGNATURES_LENGTH], basic_data[CSHIS_BASIC_DATA_LENGTH];
static char visit_time[14], person[11], birth[8], items[CSHIS_PRESCRIPTIONS_LENGTH + 1];

static int basic(void)
{
  short length = sizeof basic_data;
  return hisGetBasicData(basic_data, &length);
}

static int prescriptions(void)
{
  short one = sizeof outpatient, two = sizeof long_term, three = sizeof important, four = sizeof allergies;
  return hisReadPrescription(outpatient, &one, long_term, &two, important, &three, allergies, &four);
}

static int write_items(void)
{
  short count = ITEMS, length = sizeof signatures;
  return hisWriteMultiPrescriptSign(visit_time, person, birth, items, &count, signatures, &length);
}

/* A visit to write for: its time and its person, and sixty drugs. */
static int visit(void)
{
  char grant[CSHIS_VISIT_GRANT_LENGTH];
  short length = sizeof grant;
  int code = basic(), item;
  if (code == 0)
    code = hisGetSeqNumber256N1("00", " ", "1", grant, &length);
  /* A second visit on one day (5010) is one, too. */
  if (code != 0 && code != 5010)
    return code;
  memcpy(visit_time, grant, 13);
  memcpy(person, basic_data + CSHIS_BASIC_DATA_PERSON_ID_AT, 10);
  memcpy(birth, basic_data + CSHIS_BASIC_DATA_BIRTH_DATE_AT, 7);
  for (item = 0; item < ITEMS; item++)
    sprintf(items + item * CSHIS_PRESCRIPTIONS_ITEMS_STEP, "%.13s1AC%05d100%8s%-18s07%-7s01", visit_time, item, "", "TIDPC", "21");
  return 0;
}

int main(int count, char **words)
{
  const char *what = count > 1 ? words[1] : "basic";
  int rounds = count > 2 ? atoi(words[2]) : 100, round, code = csOpenCom(0);
  int (*call)(void) = strcmp(what, "prescriptions") == 0 ? prescriptions : strcmp(what, "items") == 0 ? write_items : basic;
  double *times = malloc(sizeof *times * (size_t)rounds);
  if (code == 0 && call == prescriptions)
    code = hpcVerifyHPCPIN();
  if (code == 0 && call == write_items)
    code = visit();
  if (times == NULL || code != 0) {
    fprintf(stderr, "beginning: %d\n", code);
    return 1;
  }
  for (round = 0; round < rounds; round++) {
    double start = now();
    code = call();
    times[round] = now() - start;
    if (code != 0) {
      fprintf(stderr, "call %d: %d\n", round, code);
      return 2;
    }
  }
  for (round = 0; round < rounds; round++)
    printf("%.1f\n", times[round]);
  free(times);
  return csCloseCom();
}
