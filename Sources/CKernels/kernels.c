#include "CKernels.h"

#include <math.h>

// Contracting a product and a sum into one rounding would give other bits on other processors.
#pragma STDC FP_CONTRACT OFF

#include "elementary.h"
#include "philox.h"

// Rows that a kernel works on in one go where it needs room besides its columns.
enum { chunk = 512 };

typedef double Eight __attribute__((ext_vector_type(8)));
typedef _Bool EightAnswers __attribute__((ext_vector_type(8)));

// Whole powers up to this are products.
static const double largest_product = 64;

// A piece of a quantile table is told by the exponent and six more bits.
enum { piece_bits = 6, piece_shift = 52 - piece_bits };
static const double table_start = 0x1p-41;
static const uint64_t table_offset = (uint64_t)(1023 - 41) << piece_bits;
// The octaves, and one piece more that holds the share of exactly one half.
enum { half_table = (CK_TABLE_OCTAVES * CK_TABLE_PIECES + 1) * 4 };

size_t ck_table_count(void) { return 2 * (size_t)half_table; }

struct Kernels {
  CKKernel steps[CK_OPERATION_COUNT][4];
  void (*draw)(const uint32_t *low, uint32_t base, double *out, size_t n);
  void (*random)(
      const uint32_t key[2], uint32_t stream, uint64_t start, double *out, size_t n);
  void (*sums)(const double *x, size_t n, double pivot, double *sum, double *squares);
  void (*sift)(struct CKSift *sift, const double *x, size_t n);
};

// Too rare to deserve vector instructions.

static void log2_rows(const struct CKStep *step, size_t n) {
  for (size_t i = 0; i < n; i++) step->out[i] = log2(step->a[i]);
}

static void log10_rows(const struct CKStep *step, size_t n) {
  for (size_t i = 0; i < n; i++) step->out[i] = log10(step->a[i]);
}

static int is_product(double power) {
  return power == rounded(power) && __builtin_fabs(power) <= largest_product;
}

// As the kernels for a power that is the same in all rows.
static double power(double x, double y) {
  if (!is_product(y)) return y == 0.5 ? __builtin_elementwise_sqrt(x) : pow(x, y);
  const unsigned size = (unsigned)__builtin_fabs(y);
  if (size == 0) return 1;
  unsigned digit = 1;
  while (digit * 2 <= size) digit *= 2;
  double product = x;
  for (digit /= 2; digit > 0; digit /= 2) {
    product = product * product;
    if (size & digit) product = product * x;
  }
  return y < 0 ? 1 / product : product;
}

static void power_columns(const struct CKStep *step, size_t n) {
  for (size_t i = 0; i < n; i++) step->out[i] = power(step->a[i], step->b[i]);
}

static void power_number_a(const struct CKStep *step, size_t n) {
  for (size_t i = 0; i < n; i++) step->out[i] = power(*step->a, step->b[i]);
}

#define NAME(KERNEL) portable_##KERNEL
#include "kernels.h"
#undef NAME

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define NAME(KERNEL) avx2_##KERNEL
#include "kernels.h"
#undef NAME
#pragma clang attribute pop

#pragma clang attribute push( \
    __attribute__((target("avx2,avx512f,avx512dq,avx512bw,avx512vl"), min_vector_width(512))), \
    apply_to = function)
#define NAME(KERNEL) avx512_##KERNEL
#include "kernels.h"
#undef NAME
#pragma clang attribute pop

enum CKInstructionSet ck_best(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
    return CK_AVX512;
  return __builtin_cpu_supports("avx2") ? CK_AVX2 : CK_PORTABLE;
}

static const struct Kernels *kernels(enum CKInstructionSet set) {
  return set == CK_AVX512 ? &avx512_kernels : set == CK_AVX2 ? &avx2_kernels : &portable_kernels;
}

#else

enum CKInstructionSet ck_best(void) { return CK_PORTABLE; }

static const struct Kernels *kernels(enum CKInstructionSet set) { return &portable_kernels; }

#endif

CKKernel ck_kernel(enum CKInstructionSet set, enum CKOperation operation, unsigned shape) {
  if (set > ck_best() || operation >= CK_OPERATION_COUNT || shape >= 4) return NULL;
  return kernels(set)->steps[operation][shape];
}

void ck_run(const struct CKStep *steps, size_t count, size_t n) {
  for (size_t i = 0; i < count; i++) steps[i].kernel(&steps[i], n);
}

double ck_apply(enum CKOperation operation, double a, double b) {
  double out = __builtin_nan("");
  const struct CKStep step = {.a = &a, .b = &b, .out = &out};
  const CKKernel kernel = portable_kernels.steps[operation][CK_COLUMNS];
  if (kernel != NULL) kernel(&step, 1);
  return out;
}

void ck_draw(enum CKInstructionSet set, const uint32_t *low, uint32_t base, double *out, size_t n) {
  kernels(set)->draw(low, base, out, n);
}

void ck_random(
    enum CKInstructionSet set, const uint32_t key[2], uint32_t stream, uint64_t start, double *out,
    size_t n) {
  kernels(set)->random(key, stream, start, out, n);
}

void ck_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t out[4]) {
  const struct Words start = {counter[0], counter[1], counter[2], counter[3]};
  const struct Words words = philox_rounds(start, key[0], key[1]);
  out[0] = words.a;
  out[1] = words.b;
  out[2] = words.c;
  out[3] = words.d;
}

void ck_sums(
    enum CKInstructionSet set, const double *x, size_t n, double pivot, double *sum,
    double *squares) {
  kernels(set)->sums(x, n, pivot, sum, squares);
}

void ck_sift(enum CKInstructionSet set, struct CKSift *sift, const double *x, size_t n) {
  kernels(set)->sift(sift, x, n);
}
