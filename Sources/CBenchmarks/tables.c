// The other notifications in plain C: a table a characteristic, one loop for all. The yardstick of the benchmarks.
#include "CBenchmarks.h"

#include <stdbool.h>

// A field: its flag bit (ALWAYS: none), its octets, the number that means "not available", and whether it is summed.
enum { ALWAYS = 31, NONE = -1 };
typedef struct { uint8_t bit, octets; int32_t not_available; bool summed; } row;

#define ENERGY(bit) {bit, 2, 0xFFFF, true}, {bit, 2, 0xFFFF, false}, {bit, 1, 0xFF, false}
#define TAIL(energy) \
    ENERGY(energy), {energy + 1, 1, 0, false}, {energy + 2, 1, NONE, false}, {energy + 3, 2, NONE, true}, \
        {energy + 4, 2, NONE, false}

static const row rsc[] = {{ALWAYS, 2, NONE, true}, {ALWAYS, 1, NONE, false}, {0, 2, NONE, false}, {1, 4, NONE, true}};
static const row cross_trainer[] = {
    {0, 2, NONE, false}, {1, 2, NONE, false}, {2, 3, NONE, false}, {3, 2, 0xFFFF, false}, {3, 2, 0xFFFF, false},
    {4, 2, NONE, false}, {5, 2, 0xFFFF, false}, {5, 2, 0xFFFF, false}, {6, 2, 0x7FFF, false}, {6, 2, 0x7FFF, false},
    {7, 2, NONE, false}, {8, 2, NONE, false}, {9, 2, NONE, false}, TAIL(10),
};
static const row step_climber[] = {
    {0, 2, NONE, false}, {0, 2, NONE, false}, {1, 2, NONE, false}, {2, 2, NONE, false}, {3, 2, NONE, false}, TAIL(4),
};
static const row stair_climber[] = {
    {0, 2, NONE, false}, {1, 2, NONE, false}, {2, 2, NONE, false}, {3, 2, NONE, false}, {4, 2, NONE, false}, TAIL(5),
};
static const row rower[] = {
    {0, 1, NONE, false}, {0, 2, NONE, false}, {1, 1, NONE, false}, {2, 3, NONE, false}, {3, 2, NONE, false},
    {4, 2, NONE, false}, {5, 2, NONE, false}, {6, 2, NONE, false}, {7, 2, NONE, false}, TAIL(8),
};
static const row bike[] = {
    {0, 2, NONE, false}, {1, 2, NONE, false}, {2, 2, NONE, false}, {3, 2, NONE, false}, {4, 3, NONE, false},
    {5, 2, NONE, false}, {6, 2, NONE, false}, {7, 2, NONE, false}, TAIL(8),
};
static const row code[] = {{ALWAYS, 1, NONE, true}};
static const row code_and_number[] = {{ALWAYS, 1, NONE, false}, {ALWAYS, 2, NONE, true}};

static const struct { uint16_t uuid; uint8_t flag_octets; bool inverted; const row *rows; size_t count; } tables[] = {
#define TABLE(uuid, flags, inverted, rows) {uuid, flags, inverted, rows, sizeof rows / sizeof *rows}
    TABLE(0x2A19, 0, false, code), TABLE(0x2A53, 1, false, rsc), TABLE(0x2ACE, 3, true, cross_trainer),
    TABLE(0x2ACF, 2, true, step_climber), TABLE(0x2AD0, 2, true, stair_climber), TABLE(0x2AD1, 2, true, rower),
    TABLE(0x2AD2, 2, true, bike), TABLE(0x2AD3, 1, false, code), TABLE(0x2ADA, 0, false, code_and_number),
};

typedef struct { uint32_t numbers[24], has; bool cut; size_t trailing; } value;

__attribute__((noinline)) static bool decode(
    const uint8_t *bytes, size_t length, uint8_t flag_octets, bool inverted, const row *rows, size_t count, value *out
) {
    *out = (value){0};
    if (length < flag_octets || length == 0) return false;
    uint32_t flags = 0;
    for (size_t i = 0; i < flag_octets; i++) flags |= (uint32_t)bytes[i] << (8 * i);
    flags = (flags ^ inverted) | 1u << ALWAYS;
    size_t at = flag_octets;
    for (size_t i = 0; i < count; i++) {
        if (!(flags >> rows[i].bit & 1)) continue;
        if (length - at < rows[i].octets) { out->cut = true; at = length; break; }
        uint32_t number = 0;
        for (size_t octet = 0; octet < rows[i].octets; octet++) number |= (uint32_t)bytes[at + octet] << (8 * octet);
        at += rows[i].octets;
        if ((int64_t)number == rows[i].not_available) continue;
        out->numbers[i] = number;
        out->has |= 1u << i;
    }
    out->trailing = length - at;
    return true;
}

extern uint8_t bench_values[64 * 64];

uint64_t bench_table(uint16_t uuid, size_t length, size_t count) {
    for (size_t t = 0; t < sizeof tables / sizeof *tables; t++) {
        if (tables[t].uuid != uuid) continue;
        uint64_t sum = 0;
        value value;
        for (size_t i = 0; i < count; i++) {
            if (!decode(bench_values + length * (i & 63), length, tables[t].flag_octets, tables[t].inverted, tables[t].rows,
                        tables[t].count, &value)) continue;
            for (size_t field = 0; field < tables[t].count; field++)
                if (tables[t].rows[field].summed) sum += value.numbers[field];
        }
        return sum;
    }
    return 0;
}
