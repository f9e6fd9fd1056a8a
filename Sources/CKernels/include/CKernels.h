#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// What a kernel does to columns of numbers; truth is 1, falsehood 0.
enum CKOperation {
  CK_COPY, CK_NEGATE, CK_ABSOLUTE, CK_FLOOR, CK_CEILING, CK_ROUND, CK_SQUARE_ROOT,
  CK_EXP, CK_LOG, CK_LOG2, CK_LOG10, CK_NOT, CK_NORMAL_QUANTILE, CK_TABLE_QUANTILE,
  CK_ADD, CK_SUBTRACT, CK_MULTIPLY, CK_DIVIDE, CK_POWER, CK_MINIMUM, CK_MAXIMUM,
  CK_LESS, CK_LESS_OR_EQUAL, CK_EQUAL, CK_AND, CK_OR,
  CK_SELECT,
  CK_OPERATION_COUNT,
};

/// The instruction sets that the kernels are compiled for; the later ones are wider, and give the same bits.
enum CKInstructionSet { CK_PORTABLE, CK_AVX2, CK_AVX512 };

struct CKStep;
typedef void (*CKKernel)(const struct CKStep *step, size_t n);

/// One operation on whole columns. An operand is a column, or one number for all rows; `out` may be an operand.
struct CKStep {
  CKKernel kernel;
  const double *a, *b, *c;
  double *out;
  /// For CK_TABLE_QUANTILE, as `ck_table_count` says.
  const double *table;
};

/// Which operands of a step are one number instead of a column.
enum CKShape { CK_COLUMNS = 0, CK_NUMBER_A = 1, CK_NUMBER_B = 2, CK_NUMBER_C = 4 };

/// The widest instruction set that this processor has.
enum CKInstructionSet ck_best(void);

/// The kernel of an operation on operands of a shape; NULL where there is none, or the processor lacks the
/// instruction set.
CKKernel ck_kernel(enum CKInstructionSet set, enum CKOperation operation, unsigned shape);

/// Runs steps one after the other over columns of n numbers.
void ck_run(const struct CKStep *steps, size_t count, size_t n);

/// What an operation makes of single numbers: the same bits as in a column.
double ck_apply(enum CKOperation operation, double a, double b);

/// out[i] = the middle of the interval of 2^-32 that starts at base xor low[i], as a share of 1.
void ck_draw(enum CKInstructionSet set, const uint32_t *low, uint32_t base, double *out, size_t n);

/// out[i] = draw number `start` + i, `start` being even, of the random sequence of a key, as a share of 1: counter
/// (start + i) / 2 of Philox 4×32-10, whose four words make two draws of 52 bits.
void ck_random(
    enum CKInstructionSet set, const uint32_t key[2], uint32_t stream, uint64_t start, double *out,
    size_t n);

/// Philox 4×32-10: four random words from a counter and a key.
///
/// Source: J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC 2011.
void ck_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]);

/// Adds up x[i] and (x[i] - pivot)²: eight interleaved sums each, joined in pairs.
void ck_sums(
    enum CKInstructionSet set, const double *x, size_t n, double pivot, double *sum,
    double *squares);

/// How a column lies around an interval.
struct CKSift {
  double low, high;
  /// How many numbers were below the interval, and how many at its ends.
  size_t below, atLow, atHigh;
  /// How many are strictly inside it, and, up to the capacity, which ones.
  size_t inside, capacity;
  double *values;
};

/// Counts n more numbers into the interval; keeps those inside it.
void ck_sift(enum CKInstructionSet set, struct CKSift *sift, const double *x, size_t n);

/// Sorts n numbers, with room for as many; what is not a number comes last.
void ck_sort(double *values, double *room, size_t n);

/// The octaves below a half that a quantile table reaches down to, and the pieces that each is cut into.
enum { CK_TABLE_OCTAVES = 40, CK_TABLE_PIECES = 64 };

/// How many numbers a quantile table holds: for each piece of the lower half, from 2^-41 upwards, the four
/// coefficients of a cubic polynomial in the share of the piece, then the same for the upper half, mirrored.
size_t ck_table_count(void);

/// Runs `body` once for each number below `threads`, on as many threads, and waits for all of them.
void ck_parallel(size_t threads, void (*body)(void *context, size_t thread), void *context);

/// How many processors this process may use.
size_t ck_processors(void);

#endif
