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

/// Puts an interval in ms into the series that the next one reads, up to 1024 places.
void bench_set_interval(size_t place, double milliseconds);

/// alpha-1 of the first `count` intervals of that series; not a number of fewer than 120 or more than 1024.
double bench_alpha1(size_t count);

/// Fills a screen of `count` cells, 30,000 at most, and compares it with the one before, so many times. Answers how many
/// cells changed.
uint64_t bench_cells(size_t count, size_t frames);

/// Poses as bluetoothd on the bus that DBUS_SYSTEM_BUS_ADDRESS names. 0, or a negative error number.
int bench_bluetoothd_open(void);

/// Each time somebody asks for the strap's values (StartNotify, AcquireNotify) and is quiet then, tells `fast` values a
/// millisecond apart and `slow` ones 20 ms apart, each with its time inside. Ends with the bus.
int bench_bluetoothd_series(int fast, int slow);

/// A strap that tells once a second and a treadmill that tells four times a second, to whoever asks, `speed` times as
/// fast; after `values` of both together it only answers. Ends with the bus.
int bench_bluetoothd_run(int speed, long values);

/// Listens to `count` values of the strap as a plain C program does: sd-bus and epoll. Answers how many came.
int bench_listen_bus(int count);

/// The same through a descriptor of its own, waiting in recv.
int bench_listen_socket(int count);

/// How long the value of a number took, in nanoseconds.
uint32_t bench_latency(int number);
#endif
