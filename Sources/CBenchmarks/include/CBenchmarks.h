#ifndef CBENCHMARKS_H
#define CBENCHMARKS_H
#include <stddef.h>
#include <stdint.h>

/// How many heap allocations this thread has made so far. The malloc family of the whole program is counted.
uint64_t bench_allocations(void);

/// Puts an octet into the values that the decoders below read.
void bench_set_octet(size_t place, uint8_t octet);

/// Decodes `count` values of `length` octets each, 64 different ones in turn, as a plain C program would, and sums up
/// what they say.
uint64_t bench_heart_rate(size_t length, size_t count);
uint64_t bench_treadmill(size_t length, size_t count);

/// The same for another characteristic, by a table.
uint64_t bench_table(uint16_t uuid, size_t length, size_t count);
#endif
