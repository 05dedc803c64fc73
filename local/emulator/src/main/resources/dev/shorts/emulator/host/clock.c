/*
 * Another wall clock for one process, CLOCK_AHEAD_S seconds ahead (or behind, if negative): cc -shared, then LD_PRELOAD.
 * The monotonic clock stays, so that what takes a second still takes one.
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static time_t ahead;

__attribute__((constructor)) static void read_ahead(void) {
  const char *seconds = getenv("CLOCK_AHEAD_S");
  ahead = seconds ? atol(seconds) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  int status = syscall(SYS_clock_gettime, clock, now);
  if (status == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    now->tv_sec += ahead;
  }
  return status;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  (void)zone;
  struct timespec precise;
  clock_gettime(CLOCK_REALTIME, &precise);
  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *now) {
  struct timespec precise;
  clock_gettime(CLOCK_REALTIME, &precise);
  if (now) {
    *now = precise.tv_sec;
  }
  return precise.tv_sec;
}

/* Who waits until a time says it by the wall clock (over a billion seconds) or by the monotonic one (since boot). */
int pthread_cond_timedwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex,
                           const struct timespec *restrict until) {
  int wall = until->tv_sec > 1000000000;
  struct timespec real = {until->tv_sec - (wall ? ahead : 0), until->tv_nsec};
  return pthread_cond_clockwait(condition, mutex, wall ? CLOCK_REALTIME : CLOCK_MONOTONIC, &real);
}
