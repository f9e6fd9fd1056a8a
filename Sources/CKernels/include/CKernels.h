#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

/// What a kernel does to columns of numbers; truth is 1, falsehood 0.
enum CKOperation {
  CK_NEGATE, CK_ABSOLUTE, CK_FLOOR, CK_CEILING, CK_ROUND, CK_SQUARE_ROOT,
  CK_EXP, CK_LOG, CK_LOG2, CK_LOG10, CK_NOT,
  CK_ADD, CK_SUBTRACT, CK_MULTIPLY, CK_DIVIDE, CK_POWER, CK_MINIMUM, CK_MAXIMUM,
  CK_LESS, CK_LESS_OR_EQUAL, CK_EQUAL, CK_AND, CK_OR,
};

/// out[i] = op a[i]; `out` may be `a`.
void ck_unary(enum CKOperation op, const double *a, double *out, size_t n);

/// out[i] = a[i] op b[i]; an operand whose step is 0 is one number for all, else its step is 1.
void ck_binary(
    enum CKOperation op, const double *a, size_t aStep, const double *b, size_t bStep,
    double *out, size_t n);

/// out[i] = c[i] is true ? a[i] : b[i], with steps as above.
void ck_select(
    const double *c, const double *a, size_t aStep, const double *b, size_t bStep,
    double *out, size_t n);

#endif
