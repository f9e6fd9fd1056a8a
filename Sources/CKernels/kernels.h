// The kernels of one instruction set; included once for each, with NAME to give every function a name of its own.

// Every row is independent of the others also where a column is overwritten by the result.
#define ROWS _Pragma("clang loop vectorize(assume_safety)") for (size_t i = 0; i < n; i++)

#define UNARY(KERNEL, EXPRESSION)                                \
  static void NAME(KERNEL)(const struct CKStep *step, size_t n) { \
    const double *a = step->a;                                   \
    double *out = step->out;                                     \
    ROWS {                                                       \
      const double x = a[i];                                     \
      out[i] = (EXPRESSION);                                     \
    }                                                            \
  }

// Three loops for each operation: two columns, or one beside a number.
#define BINARY(KERNEL, EXPRESSION)                                        \
  static void NAME(KERNEL##_columns)(const struct CKStep *step, size_t n) { \
    const double *a = step->a, *b = step->b;                              \
    double *out = step->out;                                              \
    ROWS {                                                                \
      const double x = a[i], y = b[i];                                    \
      out[i] = (EXPRESSION);                                              \
    }                                                                     \
  }                                                                       \
  static void NAME(KERNEL##_number_a)(const struct CKStep *step, size_t n) { \
    const double x = *step->a, *b = step->b;                              \
    double *out = step->out;                                              \
    ROWS {                                                                \
      const double y = b[i];                                              \
      out[i] = (EXPRESSION);                                              \
    }                                                                     \
  }                                                                       \
  static void NAME(KERNEL##_number_b)(const struct CKStep *step, size_t n) { \
    const double *a = step->a, y = *step->b;                              \
    double *out = step->out;                                              \
    ROWS {                                                                \
      const double x = a[i];                                              \
      out[i] = (EXPRESSION);                                              \
    }                                                                     \
  }

static void NAME(copy)(const struct CKStep *step, size_t n) {
  memmove(step->out, step->a, n * sizeof(double));
}

UNARY(negate, -x)
UNARY(absolute, __builtin_fabs(x))
UNARY(floor, floored(x))
UNARY(ceiling, ceiled(x))
UNARY(round, rounded_away(x))
UNARY(square_root, __builtin_elementwise_sqrt(x))
UNARY(not, x == 0 ? 1.0 : 0.0)

BINARY(add, x + y)
BINARY(subtract, x - y)
BINARY(multiply, x *y)
BINARY(divide, x / y)
BINARY(minimum, x < y ? x : y)
BINARY(maximum, x > y ? x : y)
BINARY(less, x < y ? 1.0 : 0.0)
BINARY(less_or_equal, x <= y ? 1.0 : 0.0)
BINARY(equal, x == y ? 1.0 : 0.0)
BINARY(and, x != 0 && y != 0 ? 1.0 : 0.0)
BINARY(or, x != 0 || y != 0 ? 1.0 : 0.0)

// Most columns have no number so small or great that it needs care, and are done sooner without.
#define UNARY_USUAL(KERNEL, IS_USUAL, USUAL, EXPRESSION)         \
  static void NAME(KERNEL)(const struct CKStep *step, size_t n) { \
    const double *a = step->a;                                   \
    double *out = step->out;                                     \
    uint64_t unusual = 0;                                        \
    for (size_t i = 0; i < n; i++) {                             \
      const double x = a[i];                                     \
      unusual |= !(IS_USUAL);                                    \
    }                                                            \
    if (unusual) {                                               \
      ROWS {                                                     \
        const double x = a[i];                                   \
        out[i] = (EXPRESSION);                                   \
      }                                                          \
    } else {                                                     \
      ROWS {                                                     \
        const double x = a[i];                                   \
        out[i] = (USUAL);                                        \
      }                                                          \
    }                                                            \
  }

UNARY_USUAL(exp, __builtin_fabs(x) < 700, usual_exponential(x), exponential(x))
UNARY_USUAL(
    log, x >= 0x1p-1022 && x < __builtin_inf(), logarithm_of_normal(x, 0), logarithm(x))

static void NAME(fill)(const struct CKStep *step, size_t n) {
  const double x = *step->a;
  for (size_t i = 0; i < n; i++) step->out[i] = x;
}

#define SELECT(KERNEL, A, B)                                     \
  static void NAME(KERNEL)(const struct CKStep *step, size_t n) { \
    const double *c = step->c, *a = step->a, *b = step->b;       \
    double *out = step->out;                                     \
    ROWS {                                                       \
      const double x = A, y = B;                                 \
      out[i] = c[i] != 0 ? x : y;                                \
    }                                                            \
  }

SELECT(select_columns, a[i], b[i])
SELECT(select_number_a, *a, b[i])
SELECT(select_number_b, a[i], *b)
SELECT(select_numbers, *a, *b)

// A power that is the same for all rows: where it is whole and small, products of squares, the same way in every row.
static void NAME(power_number_b)(const struct CKStep *step, size_t n) {
  const double *a = step->a, y = *step->b;
  double *out = step->out;
  if (y == 0.5) {
    ROWS { out[i] = __builtin_elementwise_sqrt(a[i]); }
    return;
  }
  if (!is_product(y) || y == 0) {
    for (size_t i = 0; i < n; i++) out[i] = power(a[i], y);
    return;
  }
  const unsigned size = (unsigned)__builtin_fabs(y);
  unsigned top = 1;
  while (top * 2 <= size) top *= 2;
  for (size_t start = 0; start < n; start += chunk) {
    const size_t count = n - start < chunk ? n - start : chunk;
    double base[chunk], product[chunk];
    memcpy(base, a + start, count * sizeof(double));
    memcpy(product, base, count * sizeof(double));
    for (unsigned digit = top / 2; digit > 0; digit /= 2) {
      for (size_t i = 0; i < count; i++) product[i] = product[i] * product[i];
      if (size & digit) {
        for (size_t i = 0; i < count; i++) product[i] = product[i] * base[i];
      }
    }
    if (y < 0) {
      for (size_t i = 0; i < count; i++) product[i] = 1 / product[i];
    }
    memcpy(out + start, product, count * sizeof(double));
  }
}

// Which of 64 shares are outside the middle, bit by bit.
static inline uint64_t NAME(tails)(const double *share) {
  uint64_t tails = 0;
  for (unsigned first = 0; first < 64; first += 8) {
    Eight x;
    memcpy(&x, share + first, sizeof x);
    const EightAnswers isTail =
        __builtin_convertvector(!(__builtin_elementwise_abs(x - 0.5) <= 0.425), EightAnswers);
    uint8_t bits;
    memcpy(&bits, &isTail, sizeof bits);
    tails |= (uint64_t)bits << first;
  }
  return tails;
}

// Shares in the middle first, all of them; then the few in the tails, brought together and put back.
static void NAME(normal_quantile)(const struct CKStep *step, size_t n) {
  for (size_t start = 0; start < n; start += chunk) {
    const size_t count = n - start < chunk ? n - start : chunk;
    const double *a = step->a + start;
    double *out = step->out + start;
    uint16_t rows[chunk];
    double shares[chunk], tails[chunk];
    size_t found = 0;
    for (size_t first = 0; first < count; first += 64) {
      const double *share = a + first;
      double last[64];
      if (count - first < 64) {
        for (size_t i = 0; i < 64; i++) last[i] = 0.5;
        memcpy(last, share, (count - first) * sizeof(double));
        share = last;
      }
      for (uint64_t left = NAME(tails)(share); left != 0; left &= left - 1) {
        const unsigned row = (unsigned)__builtin_ctzll(left);
        rows[found] = (uint16_t)(first + row);
        shares[found++] = share[row];
      }
    }
    {
      const size_t n = count;
      ROWS { out[i] = normal_central(a[i]); }
    }
    // Up to a whole number of vectors, so that no row is computed alone.
    const size_t filled = (found + 7) / 8 * 8;
    for (size_t i = found; i < filled; i++) shares[i] = 0.05;
    int has_far = 0;
    _Pragma("clang loop interleave_count(1)") for (size_t i = 0; i < filled; i++) {
      const double x = shares[i];
      const double root =
          __builtin_elementwise_sqrt(-logarithm_of_normal(x < 0.5 ? x : 1 - x, 0));
      has_far |= !(root <= 5);
      tails[i] = normal_near_tail(root);
    }
    // One share in 10^10, and what is none.
    if (has_far) {
      for (size_t i = 0; i < found; i++) {
        tails[i] = normal_tail(shares[i] < 0.5 ? shares[i] : 1 - shares[i]);
      }
    }
    for (size_t i = 0; i < found; i++) out[rows[i]] = shares[i] < 0.5 ? -tails[i] : tails[i];
  }
}

// A share, or what it lacks to 1, is looked up by the bits of its exponent and the first ones behind it.
static void NAME(table_quantile)(const struct CKStep *step, size_t n) {
  const double *table = step->table;
  for (size_t start = 0; start < n; start += chunk) {
    const size_t count = n - start < chunk ? n - start : chunk;
    const double *a = step->a + start;
    double *out = step->out + start;
    uint32_t pieces[chunk];
    double parts[chunk];
    for (size_t i = 0; i < count; i++) {
      const double x = a[i];
      const int is_upper = x > 0.5;
      double tail = is_upper ? 1 - x : x;
      tail = tail > table_start ? tail : table_start;
      const uint64_t bits = bits_of(tail);
      const uint64_t piece =
          (bits >> piece_shift) - table_offset + (is_upper ? half_table / 4 : 0);
      const double t =
          from_bits((bits << piece_bits & 0x000fffffffffffff) | 0x3ff0000000000000) - 1;
      pieces[i] = (uint32_t)piece;
      // What is no share goes on as it is.
      parts[i] = x == x ? t : x;
    }
    // Four numbers that lie together are read sooner row by row than by gathering.
    _Pragma("clang loop vectorize(disable)") for (size_t i = 0; i < count; i++) {
      const double *c = table + (size_t)pieces[i] * 4;
      const double t = parts[i];
      out[i] = c[0] + t * (c[1] + t * (c[2] + t * c[3]));
    }
  }
}

static void NAME(draw)(const uint32_t *low, uint32_t base, double *out, size_t n) {
  ROWS { out[i] = ((double)(base ^ low[i]) + 0.5) * 0x1p-32; }
}

static void NAME(random)(
    const uint32_t key[2], uint32_t stream, uint64_t start, double *out, size_t n) {
  const uint64_t first = start / 2;
  const size_t pairs = n / 2;
  for (size_t i = 0; i < pairs; i++) {
    const struct Words words = philox(first + i, stream, key[0], key[1]);
    out[2 * i] = share_of(words.a, words.b);
    out[2 * i + 1] = share_of(words.c, words.d);
  }
  if (n % 2 == 1) {
    const struct Words words = philox(first + pairs, stream, key[0], key[1]);
    out[n - 1] = share_of(words.a, words.b);
  }
}

static void NAME(sums)(
    const double *x, size_t n, double pivot, double *sum, double *squares) {
  double sums[8] = {0}, seconds[8] = {0};
  size_t i = 0;
  for (; i + 8 <= n; i += 8) {
    for (size_t lane = 0; lane < 8; lane++) {
      const double d = x[i + lane] - pivot;
      sums[lane] += d;
      seconds[lane] += d * d;
    }
  }
  for (; i < n; i++) {
    const double d = x[i] - pivot;
    sums[i % 8] += d;
    seconds[i % 8] += d * d;
  }
  for (size_t width = 4; width > 0; width /= 2) {
    for (size_t lane = 0; lane < width; lane++) {
      sums[lane] += sums[lane + width];
      seconds[lane] += seconds[lane + width];
    }
  }
  *sum = sums[0];
  *squares = seconds[0];
}

static void NAME(sift)(struct CKSift *sift, const double *x, size_t n) {
  const double low = sift->low, high = sift->high;
  for (size_t start = 0; start < n; start += 32) {
    const size_t count = n - start < 32 ? n - start : 32;
    const double *row = x + start;
    uint64_t below = 0, within = 0;
    for (size_t i = 0; i < count; i++) {
      below += row[i] < low;
      within += row[i] >= low && row[i] <= high;
    }
    sift->below += below;
    // Few rows have one: the interval is narrow.
    if (within == 0) continue;
    for (size_t i = 0; i < count; i++) {
      if (row[i] == low) {
        sift->atLow++;
      } else if (row[i] == high) {
        sift->atHigh++;
      } else if (row[i] > low && row[i] < high) {
        if (sift->inside < sift->capacity) sift->values[sift->inside] = row[i];
        sift->inside++;
      }
    }
  }
}

#define BINARY_TABLE(OPERATION, KERNEL)      \
  [OPERATION] = {                            \
    [CK_COLUMNS] = NAME(KERNEL##_columns),   \
    [CK_NUMBER_A] = NAME(KERNEL##_number_a), \
    [CK_NUMBER_B] = NAME(KERNEL##_number_b)}

static const struct Kernels NAME(kernels) = {
  .steps = {
    [CK_COPY] = {NAME(copy), NAME(fill)},
    [CK_NEGATE] = {NAME(negate)},
    [CK_ABSOLUTE] = {NAME(absolute)},
    [CK_FLOOR] = {NAME(floor)},
    [CK_CEILING] = {NAME(ceiling)},
    [CK_ROUND] = {NAME(round)},
    [CK_SQUARE_ROOT] = {NAME(square_root)},
    [CK_EXP] = {NAME(exp)},
    [CK_LOG] = {NAME(log)},
    [CK_LOG2] = {log2_rows},
    [CK_LOG10] = {log10_rows},
    [CK_NOT] = {NAME(not)},
    [CK_NORMAL_QUANTILE] = {NAME(normal_quantile)},
    [CK_TABLE_QUANTILE] = {NAME(table_quantile)},
    BINARY_TABLE(CK_ADD, add),
    BINARY_TABLE(CK_SUBTRACT, subtract),
    BINARY_TABLE(CK_MULTIPLY, multiply),
    BINARY_TABLE(CK_DIVIDE, divide),
    [CK_POWER] = {
      [CK_COLUMNS] = power_columns, [CK_NUMBER_A] = power_number_a,
      [CK_NUMBER_B] = NAME(power_number_b)},
    BINARY_TABLE(CK_MINIMUM, minimum),
    BINARY_TABLE(CK_MAXIMUM, maximum),
    BINARY_TABLE(CK_LESS, less),
    BINARY_TABLE(CK_LESS_OR_EQUAL, less_or_equal),
    BINARY_TABLE(CK_EQUAL, equal),
    BINARY_TABLE(CK_AND, and),
    BINARY_TABLE(CK_OR, or),
    [CK_SELECT] = {
      [CK_COLUMNS] = NAME(select_columns), [CK_NUMBER_A] = NAME(select_number_a),
      [CK_NUMBER_B] = NAME(select_number_b),
      [CK_NUMBER_A | CK_NUMBER_B] = NAME(select_numbers)},
  },
  .draw = NAME(draw),
  .random = NAME(random),
  .sums = NAME(sums),
  .sift = NAME(sift),
};

#undef ROWS
#undef UNARY
#undef UNARY_USUAL
#undef BINARY
#undef SELECT
#undef BINARY_TABLE
