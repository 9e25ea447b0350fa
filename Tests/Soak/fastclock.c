// Makes the clocks of a program run STEADY_CLOCK times as fast, from its start on: preloaded by soak.py.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int (*real)(clockid_t, struct timespec *);
static struct timespec began[2];
static long speed;

__attribute__((constructor)) static void begin(void) {
    real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    speed = atol(getenv("STEADY_CLOCK"));
    real(CLOCK_REALTIME, &began[0]);
    real(CLOCK_MONOTONIC, &began[1]);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    if (!real) begin();
    int result = real(clock, time);
    if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC) return result;
    const struct timespec *start = &began[clock == CLOCK_MONOTONIC];
    long long nanoseconds = (time->tv_sec - start->tv_sec) * 1000000000LL + time->tv_nsec - start->tv_nsec;
    nanoseconds = nanoseconds * speed + start->tv_nsec;
    time->tv_sec = start->tv_sec + nanoseconds / 1000000000;
    time->tv_nsec = nanoseconds % 1000000000;
    return result;
}
