// A screen of cells in plain C, as a program keeps it that draws the whole and sends what changed: the yardstick.
#include "CBenchmarks.h"

enum { MOST = 30000 };

typedef struct { uint32_t glyph; uint8_t ink, weight, inverse, shaded; } cell;

static cell screens[2][MOST];

uint64_t bench_cells(size_t count, size_t frames) {
    uint64_t changed = 0;
    if (count > MOST) return 0;
    for (size_t frame = 0; frame < frames; frame++) {
        cell *next = screens[frame % 2];
        const cell *shown = screens[1 - frame % 2];
        for (size_t place = 0; place < count; place++) next[place] = (cell){' ', 0, 0, 0, 0};
        // A fifth of a screen is drawn on, and some of it is new.
        for (size_t place = 0; place < count; place += 5) next[place] = (cell){0x2588, 1, 1, 0, 0};
        next[frame % count].glyph = '0' + frame % 10;
        for (size_t place = 0; place < count; place++) {
            const cell *new = next + place, *old = shown + place;
            changed += new->glyph != old->glyph || new->ink != old->ink || new->weight != old->weight
                || new->inverse != old->inverse || new->shaded != old->shaded;
        }
    }
    return changed;
}
