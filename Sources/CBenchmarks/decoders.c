// The two characteristics in plain C, with the same checks and the same results as SensorCodec: the yardstick.
#include "CBenchmarks.h"

#include <stdbool.h>

typedef struct { const uint8_t *at; size_t left; bool cut; } reader;

static bool take(reader *r, size_t n, const uint8_t **field) {
    if (r->left < n) { r->cut = true; r->left = 0; return false; }
    *field = r->at;
    r->at += n;
    r->left -= n;
    return true;
}
static bool u8(reader *r, uint32_t *v) { const uint8_t *f; if (!take(r, 1, &f)) return false; *v = f[0]; return true; }
static bool u16(reader *r, uint32_t *v) {
    const uint8_t *f;
    if (!take(r, 2, &f)) return false;
    *v = (uint32_t)f[0] | (uint32_t)f[1] << 8;
    return true;
}
static bool u24(reader *r, uint32_t *v) {
    const uint8_t *f;
    if (!take(r, 3, &f)) return false;
    *v = (uint32_t)f[0] | (uint32_t)f[1] << 8 | (uint32_t)f[2] << 16;
    return true;
}

typedef struct { uint32_t rate, energy, rr[9]; size_t rr_count; uint8_t contact; bool has_rate, has_energy, cut; size_t trailing; } heart_rate;

__attribute__((noinline)) static bool decode_heart_rate(const uint8_t *bytes, size_t length, heart_rate *out) {
    *out = (heart_rate){0};
    if (length == 0) return false;
    uint8_t flags = bytes[0];
    reader r = {bytes + 1, length - 1, false};
    out->has_rate = flags & 1 ? u16(&r, &out->rate) : u8(&r, &out->rate);
    if (flags & 4) out->contact = flags & 2 ? 2 : 1;
    if (flags & 8) out->has_energy = u16(&r, &out->energy);
    if (flags & 16) while (r.left >= 2 && out->rr_count < 9) u16(&r, &out->rr[out->rr_count++]);
    out->cut = r.cut;
    out->trailing = r.left;
    return true;
}

typedef struct {
    uint32_t flags, speed, average_speed, distance, inclination, ramp, up, down, pace, average_pace, energy, per_hour,
        per_minute, rate, met, elapsed, remaining, force, power, has;
    bool cut;
    size_t trailing;
} treadmill;

__attribute__((noinline)) static bool decode_treadmill(const uint8_t *bytes, size_t length, treadmill *out) {
    *out = (treadmill){0};
    if (length < 2) return false;
    uint32_t f = out->flags = (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8;
    reader r = {bytes + 2, length - 2, false};
    if (!(f & 1) && u16(&r, &out->speed)) out->has |= 1;
    if (f & 2 && u16(&r, &out->average_speed)) out->has |= 2;
    if (f & 4 && u24(&r, &out->distance)) out->has |= 4;
    if (f & 8) {
        if (u16(&r, &out->inclination) && out->inclination != 0x7FFF) out->has |= 8;
        if (u16(&r, &out->ramp) && out->ramp != 0x7FFF) out->has |= 16;
    }
    if (f & 16) {
        if (u16(&r, &out->up) && out->up != 0xFFFF) out->has |= 32;
        if (u16(&r, &out->down) && out->down != 0xFFFF) out->has |= 64;
    }
    if (f & 32 && u8(&r, &out->pace)) out->has |= 128;
    if (f & 64 && u8(&r, &out->average_pace)) out->has |= 256;
    if (f & 128) {
        if (u16(&r, &out->energy) && out->energy != 0xFFFF) out->has |= 512;
        if (u16(&r, &out->per_hour) && out->per_hour != 0xFFFF) out->has |= 1024;
        if (u8(&r, &out->per_minute) && out->per_minute != 0xFF) out->has |= 2048;
    }
    if (f & 256 && u8(&r, &out->rate) && out->rate) out->has |= 4096;
    if (f & 512 && u8(&r, &out->met)) out->has |= 8192;
    if (f & 1024 && u16(&r, &out->elapsed)) out->has |= 16384;
    if (f & 2048 && u16(&r, &out->remaining)) out->has |= 32768;
    if (f & 4096) {
        if (u16(&r, &out->force) && out->force != 0x7FFF) out->has |= 65536;
        if (u16(&r, &out->power) && out->power != 0x7FFF) out->has |= 131072;
    }
    out->cut = r.cut;
    out->trailing = r.left;
    return true;
}

uint8_t bench_values[64 * 64];

void bench_set_octet(size_t place, uint8_t octet) {
    if (place < sizeof bench_values) bench_values[place] = octet;
}

uint64_t bench_heart_rate(size_t length, size_t count) {
    uint64_t sum = 0;
    heart_rate value;
    for (size_t i = 0; i < count; i++)
        if (decode_heart_rate(bench_values + length * (i & 63), length, &value)) sum += value.rate + value.rr[0];
    return sum;
}

uint64_t bench_treadmill(size_t length, size_t count) {
    uint64_t sum = 0;
    treadmill value;
    for (size_t i = 0; i < count; i++)
        if (decode_treadmill(bench_values + length * (i & 63), length, &value)) sum += value.speed + value.elapsed;
    return sum;
}
