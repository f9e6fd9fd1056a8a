#include "lanes.h"
#include "serving.h"
#include "ownership.h"
#include "roofline.h"

static void NAME(sift)(struct Sieve *sieve, const double *x, size_t n) {
  const double low = sieve->low, high = sieve->high;
  for (size_t start = 0; start < n; start += 32) {
    const size_t count = n - start < 32 ? n - start : 32;
    uint64_t below = 0, within = 0;
    for (size_t i = start; i < start + count; i++) {
      below += x[i] < low;
      within += x[i] >= low && x[i] <= high;
    }
    sieve->below += below;
    if (within == 0) continue;
    for (size_t i = start; i < start + count; i++) {
      if (x[i] >= low && x[i] <= high) sieve->values[sieve->count++] = x[i];
    }
  }
}

static double NAME(sum)(const double *x, size_t n) {
  double sums[lanes] = {0};
  for (size_t i = 0; i < n; i++) sums[i % lanes] += x[i];
  double sum = 0;
  for (int i = 0; i < lanes; i++) sum += sums[i];
  return sum;
}
