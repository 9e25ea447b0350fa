// Makes the clocks of a program run STEADY_CLOCK times as fast, from its start on: preloaded by soak.py.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int (*real)(clockid_t, struct timespec *);
static const clockid_t clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_BOOTTIME};
static struct timespec began[3];
static long speed;

__attribute__((constructor)) static void begin(void) {
    real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    speed = atol(getenv("STEADY_CLOCK"));
    for (int place = 0; place < 3; place++) real(clocks[place], &began[place]);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    if (!real) begin();
    int result = real(clock, time);
    int place = 0;
    while (place < 3 && clocks[place] != clock) place++;
    if (place == 3) return result;
    const struct timespec *start = &began[place];
    long long nanoseconds = (time->tv_sec - start->tv_sec) * 1000000000LL + time->tv_nsec - start->tv_nsec;
    nanoseconds = nanoseconds * speed + start->tv_nsec;
    time->tv_sec = start->tv_sec + nanoseconds / 1000000000;
    time->tv_nsec = nanoseconds % 1000000000;
    return result;
}
