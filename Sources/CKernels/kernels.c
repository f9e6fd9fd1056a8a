#include "CKernels.h"

#include <math.h>

// Contracting a product and a sum into one rounding would give other bits on other processors.
#pragma STDC FP_CONTRACT OFF

#define EACH(EXPRESSION)             \
  for (size_t i = 0; i < n; i++) {   \
    const double x = a[i];           \
    out[i] = (EXPRESSION);           \
  }                                  \
  return;

void ck_unary(enum CKOperation op, const double *a, double *out, size_t n) {
  switch (op) {
    case CK_NEGATE: EACH(-x)
    case CK_ABSOLUTE: EACH(fabs(x))
    case CK_FLOOR: EACH(floor(x))
    case CK_CEILING: EACH(ceil(x))
    case CK_ROUND: EACH(round(x))
    case CK_SQUARE_ROOT: EACH(sqrt(x))
    case CK_EXP: EACH(exp(x))
    case CK_LOG: EACH(log(x))
    case CK_LOG2: EACH(log2(x))
    case CK_LOG10: EACH(log10(x))
    case CK_NOT: EACH(x == 0 ? 1.0 : 0.0)
    default: return;
  }
}

// Three loops for each operation: a loop with two plain pointers is what compilers vectorise.
#define PAIRS(EXPRESSION)              \
  if (aStep == 0) {                    \
    const double x = a[0];             \
    for (size_t i = 0; i < n; i++) {   \
      const double y = b[i];           \
      out[i] = (EXPRESSION);           \
    }                                  \
  } else if (bStep == 0) {             \
    const double y = b[0];             \
    for (size_t i = 0; i < n; i++) {   \
      const double x = a[i];           \
      out[i] = (EXPRESSION);           \
    }                                  \
  } else {                             \
    for (size_t i = 0; i < n; i++) {   \
      const double x = a[i], y = b[i]; \
      out[i] = (EXPRESSION);           \
    }                                  \
  }                                    \
  return;

void ck_binary(
    enum CKOperation op, const double *a, size_t aStep, const double *b, size_t bStep,
    double *out, size_t n) {
  switch (op) {
    case CK_ADD: PAIRS(x + y)
    case CK_SUBTRACT: PAIRS(x - y)
    case CK_MULTIPLY: PAIRS(x * y)
    case CK_DIVIDE: PAIRS(x / y)
    case CK_POWER: PAIRS(pow(x, y))
    case CK_MINIMUM: PAIRS(x < y ? x : y)
    case CK_MAXIMUM: PAIRS(x > y ? x : y)
    case CK_LESS: PAIRS(x < y ? 1.0 : 0.0)
    case CK_LESS_OR_EQUAL: PAIRS(x <= y ? 1.0 : 0.0)
    case CK_EQUAL: PAIRS(x == y ? 1.0 : 0.0)
    case CK_AND: PAIRS(x != 0 && y != 0 ? 1.0 : 0.0)
    case CK_OR: PAIRS(x != 0 || y != 0 ? 1.0 : 0.0)
    default: return;
  }
}

void ck_select(
    const double *c, const double *a, size_t aStep, const double *b, size_t bStep,
    double *out, size_t n) {
  for (size_t i = 0; i < n; i++) out[i] = c[i] != 0 ? a[i * aStep] : b[i * bStep];
}
