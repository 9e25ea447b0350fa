// alpha-1 of a window in plain C, by the same steps as RunEngine's FluctuationAnalysis: the yardstick.
#include "CBenchmarks.h"

#include <math.h>
#include <string.h>

enum { MOST = 1024, LEAST_BOX = 4, MOST_BOX = 16 };

typedef struct { double pivot, first, second; } row;

static const double square = 500.0 * 500.0;
static row rows[MOST];
static size_t made;

static row next_row(double diagonal, double next, const row *above, const row *higher) {
    double pivot = 1 + diagonal * square, first = next * square;
    if (above) {
        pivot -= above->pivot * (above->first * above->first);
        first -= above->pivot * above->first * above->second;
    }
    if (higher) pivot -= higher->pivot * (higher->second * higher->second);
    return (row){pivot, first / pivot, square / pivot};
}

static void detrend(double *values, size_t n) {
    static double drift[MOST];
    for (; made + 2 < n; made++)
        rows[made] = next_row(made == 0 ? 1 : made == 1 ? 5 : 6, made == 0 ? -2 : -4, made ? rows + made - 1 : NULL,
                              made > 1 ? rows + made - 2 : NULL);
    row second = next_row(5, -2, rows + n - 3, rows + n - 4), last = next_row(1, 0, &second, rows + n - 3);
    double origin = values[0];
    for (size_t i = 0; i < n; i++) values[i] -= origin;
    drift[0] = values[0];
    drift[1] = values[1] - rows[0].first * drift[0];
    for (size_t i = 2; i < n; i++) {
        double above = i == n - 1 ? second.first : rows[i - 1].first;
        drift[i] = values[i] - above * drift[i - 1] - rows[i - 2].second * drift[i - 2];
    }
    drift[n - 1] = drift[n - 1] / last.pivot;
    drift[n - 2] = drift[n - 2] / second.pivot - second.first * drift[n - 1];
    for (size_t i = n - 2; i-- > 0;)
        drift[i] = drift[i] / rows[i].pivot - rows[i].first * drift[i + 1] - rows[i].second * drift[i + 2];
    for (size_t i = 0; i < n; i++) values[i] -= drift[i];
}

static double box_squares(const double *profile, size_t boxes, size_t n) {
    double total = 0, middle = (n - 1) / 2.0, per_size = 1.0 / n, per_spread = 12.0 / ((double)n * ((double)n * n - 1));
    for (size_t box = 0; box < boxes; box++, profile += n) {
        double sum = 0, moment = 0, squares = 0;
        for (size_t k = 1; k < n; k++) {
            double value = profile[k] - profile[0];
            sum += value;
            moment += k * value;
            squares += value * value;
        }
        double lean = moment - middle * sum, left = squares - sum * sum * per_size - lean * lean * per_spread;
        if (left > 0) total += left;
    }
    return total;
}

static double intervals[MOST];

void bench_set_interval(size_t place, double milliseconds) {
    if (place < MOST) intervals[place] = milliseconds;
}

double bench_alpha1(size_t n) {
    static double profile[MOST];
    if (n < 120 || n > MOST) return NAN;
    memcpy(profile, intervals, n * sizeof *profile);
    detrend(profile, n);
    double mean = 0, sum = 0;
    for (size_t i = 0; i < n; i++) mean += profile[i];
    mean /= (double)n;
    for (size_t i = 0; i < n; i++) profile[i] = sum += profile[i] - mean;
    double x = 0, y = 0, xx = 0, xy = 0, count = MOST_BOX - LEAST_BOX + 1;
    for (size_t size = LEAST_BOX; size <= MOST_BOX; size++) {
        size_t boxes = n / size;
        double squares = box_squares(profile, boxes, size) + box_squares(profile + n - boxes * size, boxes, size);
        double a = log2((double)size), b = log2(squares / (2.0 * boxes * size)) / 2;
        x += a;
        y += b;
        xx += a * a;
        xy += a * b;
    }
    return (xy - x * y / count) / (xx - x * x / count);
}
