#include "CKernels.h"

#include <string.h>

// Numbers in the order of their bits: of negative ones the bits are turned round, and of those that are no numbers
// none is before infinity.
static uint64_t key_of(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  if (x != x) return UINT64_MAX;
  return bits >> 63 ? ~bits : bits | 0x8000000000000000;
}

static double from_key(uint64_t key) {
  const uint64_t bits = key >> 63 ? key & 0x7fffffffffffffff : ~key;
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

void ck_sort(double *values, double *room, size_t n) {
  enum { digit = 8, digits = 64 / digit, values_of_digit = 1 << digit };
  size_t counts[digits][values_of_digit];
  memset(counts, 0, sizeof counts);
  for (size_t i = 0; i < n; i++) {
    const uint64_t key = key_of(values[i]);
    memcpy(&values[i], &key, sizeof key);
    for (int d = 0; d < digits; d++) counts[d][key >> d * digit & (values_of_digit - 1)]++;
  }
  double *from = values, *to = room;
  for (int d = 0; d < digits; d++) {
    size_t place = 0;
    int is_sorted = 0;
    for (size_t v = 0; v < values_of_digit; v++) {
      const size_t count = counts[d][v];
      is_sorted |= count == n;
      counts[d][v] = place;
      place += count;
    }
    // All numbers share this digit.
    if (is_sorted) continue;
    for (size_t i = 0; i < n; i++) {
      uint64_t key;
      memcpy(&key, &from[i], sizeof key);
      to[counts[d][key >> d * digit & (values_of_digit - 1)]++] = from[i];
    }
    double *const other = from;
    from = to;
    to = other;
  }
  for (size_t i = 0; i < n; i++) {
    uint64_t key;
    memcpy(&key, &from[i], sizeof key);
    values[i] = from_key(key);
  }
}
