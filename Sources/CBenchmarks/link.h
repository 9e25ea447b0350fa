// What the two ends of the link benchmarks share.
#ifndef LINK_H
#define LINK_H
#include <stdint.h>
#include <time.h>

#define STRAP "/org/bluez/hci0/dev_C0_11_22_33_44_01"
#define STRAP_SERVICE STRAP "/service0010"
#define STRAP_VALUE STRAP_SERVICE "/char0011"
#define TREADMILL "/org/bluez/hci0/dev_C0_11_22_33_44_02"
#define TREADMILL_SERVICE TREADMILL "/service0020"
#define TREADMILL_VALUE TREADMILL_SERVICE "/char0021"

static inline uint64_t now_ns(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

// A heart rate with four RR intervals that look like a heart's and hold 40 bits of the time in ns.
enum { STAMPED_OCTETS = 10 };
#define STAMP_MASK ((UINT64_C(1) << 40) - 1)

static inline void stamp(uint8_t value[STAMPED_OCTETS], uint64_t time) {
    value[0] = 0x10;
    value[1] = 130;
    for (int index = 0; index < 4; index++) {
        uint16_t interval = (uint16_t)(512 + (time >> (10 * index) & 1023));
        value[2 + 2 * index] = (uint8_t)interval;
        value[3 + 2 * index] = (uint8_t)(interval >> 8);
    }
}

static inline uint64_t time_stamped(const uint8_t *value) {
    uint64_t time = 0;
    for (int index = 0; index < 4; index++)
        time |= (uint64_t)(((value[2 + 2 * index] | value[3 + 2 * index] << 8) - 512) & 1023) << (10 * index);
    return time;
}
#endif
