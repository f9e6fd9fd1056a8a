// Elementary functions without branches, so that loops over them become vector instructions. They use additions,
// multiplications and divisions only, in one fixed order: the same bits on every processor.

#include <stdint.h>
#include <string.h>

static inline uint64_t bits_of(double x) {
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static inline double from_bits(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

// Adding it rounds a number below 2^51 to a whole one, which its low bits then hold.
static const double rounder = 0x1.8p52;

// ln 2 in two parts: the first has zeros at its end, so that its product with a small whole number is exact.
static const double ln2_high = 0x1.62e42feep-1, ln2_low = 0x1.a39ef35793c76p-33;

static inline double rounded(double x) {
  const double size = __builtin_fabs(x);
  // From 2^52 on every number is whole.
  return __builtin_copysign(size < 0x1p52 ? (size + 0x1p52) - 0x1p52 : size, x);
}

static inline double floored(double x) {
  const double near = rounded(x);
  return __builtin_copysign(near > x ? near - 1 : near, x);
}

static inline double ceiled(double x) {
  const double near = rounded(x);
  return __builtin_copysign(near < x ? near + 1 : near, x);
}

// Halves away from zero.
static inline double rounded_away(double x) {
  const double size = __builtin_fabs(x);
  const double below = floored(size);
  return __builtin_copysign(size - below >= 0.5 ? below + 1 : below, x);
}

// e^x to one unit in the last place: e^r by its Taylor series for |r| ≤ ½ ln 2, times a power of 2. `whole` is the
// exponent of that power, as the low bits of a number that the rounder was added to.
static inline double exponential_of_rest(double x, double *whole) {
  *whole = x * 0x1.71547652b82fep0 + rounder;
  const double n = *whole - rounder;
  const double r = (x - n * ln2_high) - n * ln2_low;
  // Pairs, then pairs of pairs: short chains of operations that wait for one another.
  const double r2 = r * r, r4 = r2 * r2;
  const double p0 = (1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120));
  const double p4 = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880));
  const double p8 = (1.0 / 3628800 + r * (1.0 / 39916800)) +
      r2 * (1.0 / 479001600 + r * (1.0 / 6227020800));
  return 1 + (r + r2 * (p0 + r4 * (p4 + r4 * p8)));
}

static inline double exponential(double x) {
  x = x > 710 ? 710 : x;
  x = x < -746 ? -746 : x;
  double whole;
  const double p = exponential_of_rest(x, &whole);
  // In two halves, because one alone may be out of range where the product is not.
  const double n = whole - rounder;
  const double half = n * 0.5 + rounder;
  const double rest = (n - (half - rounder)) + rounder;
  return p * from_bits((bits_of(half) + 1023) << 52) * from_bits((bits_of(rest) + 1023) << 52);
}

// The same where the result is neither too small nor too great for all its digits.
static inline double usual_exponential(double x) {
  double whole;
  const double p = exponential_of_rest(x, &whole);
  return from_bits(bits_of(p) + (bits_of(whole) << 52));
}

// ln x to one unit in the last place. With x = 2^k m and m near 1, ln m = f - f²/2 + s (f²/2 + R(s²)), where
// f = m - 1 and s = f / (2 + f).
//
// Source of the coefficients: K. C. Ng, FreeBSD msun, e_log.c (Sun Microsystems 1993).
// `shift` is added to the exponent.
static inline double logarithm_of_normal(double x, double shift) {
  const uint64_t bits = bits_of(x);
  // The exponent counts from the square root of one half, so that m is between that and the square root of 2.
  const uint64_t exponent = (bits - 0x3fe6a09e667f3bcd + 0x3ff0000000000000) >> 52;
  const double m = from_bits(bits - (exponent << 52) + 0x3ff0000000000000);
  const double k =
      (from_bits(exponent | 0x4330000000000000) - (0x1p52 + 1023)) + shift;
  const double f = m - 1;
  const double s = f / (2 + f);
  const double z = s * s;
  double series = 1.479819860511658591e-01;
  series = series * z + 1.531383769920937332e-01;
  series = series * z + 1.818357216161805012e-01;
  series = series * z + 2.222219843214978396e-01;
  series = series * z + 2.857142874366239149e-01;
  series = series * z + 3.999999999940941908e-01;
  series = series * z + 6.666666666666735130e-01;
  const double half_square = 0.5 * f * f;
  return k * ln2_high - ((half_square - (s * (half_square + z * series) + k * ln2_low)) - f);
}

static inline double logarithm(double x) {
  const int is_tiny = x < 0x1p-1022;
  const double value = logarithm_of_normal(is_tiny ? x * 0x1p54 : x, is_tiny ? -54 : 0);
  const double limit = x == 0 ? -__builtin_inf() : x < 0 ? __builtin_nan("") : x;
  return x > 0 && x < __builtin_inf() ? value : limit;
}

// The quantile of the standard normal distribution for shares between 0.075 and 0.925, and for a tail of that size
// or less, of which `tail` is the share.
//
// Source: M. J. Wichura, Algorithm AS 241, Applied Statistics 37 (1988), PPND16.
static inline double normal_central(double share) {
  const double q = share - 0.5;
  const double r = 0.180625 - q * q;
  double above = 2.5090809287301226727e3, below = 5.2264952788528545610e3;
  above = above * r + 3.3430575583588128105e4;
  above = above * r + 6.7265770927008700853e4;
  above = above * r + 4.5921953931549871457e4;
  above = above * r + 1.3731693765509461125e4;
  above = above * r + 1.9715909503065514427e3;
  above = above * r + 1.3314166789178437745e2;
  above = above * r + 3.3871328727963666080e0;
  below = below * r + 2.8729085735721942674e4;
  below = below * r + 3.9307895800092710610e4;
  below = below * r + 2.1213794301586595867e4;
  below = below * r + 5.3941960214247511077e3;
  below = below * r + 6.8718700749205790830e2;
  below = below * r + 4.2313330701600911252e1;
  below = below * r + 1;
  return q * (above / below);
}

static inline double normal_near_tail(double root) {
  const double r = root - 1.6;
  double above = 7.74545014278341407640e-4, below = 1.05075007164441684324e-9;
  above = above * r + 2.27238449892691845833e-2;
  above = above * r + 2.41780725177450611770e-1;
  above = above * r + 1.27045825245236838258e0;
  above = above * r + 3.64784832476320460504e0;
  above = above * r + 5.76949722146069140550e0;
  above = above * r + 4.63033784615654529590e0;
  above = above * r + 1.42343711074968357734e0;
  below = below * r + 5.47593808499534494600e-4;
  below = below * r + 1.51986665636164571966e-2;
  below = below * r + 1.48103976427480074590e-1;
  below = below * r + 6.89767334985100004550e-1;
  below = below * r + 1.67638483018380384940e0;
  below = below * r + 2.05319162663775882187e0;
  below = below * r + 1;
  return above / below;
}

static inline double normal_far_tail(double root) {
  const double r = root - 5;
  double above = 2.01033439929228813265e-7, below = 2.04426310338993978564e-15;
  above = above * r + 2.71155556874348757815e-5;
  above = above * r + 1.24266094738807843860e-3;
  above = above * r + 2.65321895265761230930e-2;
  above = above * r + 2.96560571828504891230e-1;
  above = above * r + 1.78482653991729133580e0;
  above = above * r + 5.46378491116411436990e0;
  above = above * r + 6.65790464350110377720e0;
  below = below * r + 1.42151175831644588870e-7;
  below = below * r + 1.84631831751005468180e-5;
  below = below * r + 7.86869131145613259100e-4;
  below = below * r + 1.48753612908506148525e-2;
  below = below * r + 1.36929880922735805310e-1;
  below = below * r + 5.99832206555887937690e-1;
  below = below * r + 1;
  return above / below;
}

static inline double normal_tail(double tail) {
  const double root = __builtin_elementwise_sqrt(-logarithm(tail));
  const double value = root > 5 ? normal_far_tail(root) : normal_near_tail(root);
  return tail > 0 ? value : __builtin_inf();
}
