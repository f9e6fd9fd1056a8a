// Eight numbers at a time: draws, and what turns them into values. Included once for each instruction set.

static inline Lanes NAME(exp)(Lanes x) {
  const Lanes shifted = x * 0x1.71547652b82fep0 + 0x1.8p52;
  const Lanes n = shifted - 0x1.8p52;
  const Lanes r = (x - n * 0x1.62e42feep-1) - n * 0x1.a39ef35793c76p-33;
  const Lanes r2 = r * r, r4 = r2 * r2;
  const Lanes a = (1.0 / 2 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120));
  const Lanes b = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880));
  const Lanes c = (1.0 / 3628800 + r * (1.0 / 39916800)) + r2 * (1.0 / 479001600);
  const Lanes p = 1 + (r + r2 * (a + r4 * (b + r4 * c)));
  return (Lanes)((Words)p + ((Words)shifted << 52));
}

// For numbers above zero. Source of the coefficients: FreeBSD msun, e_log.c.
static inline Lanes NAME(log)(Lanes x) {
  const Words bits = (Words)x;
  const Words exponent = (bits - 0x3fe6a09e667f3bcd + 0x3ff0000000000000) >> 52;
  const Lanes f = (Lanes)(bits - (exponent << 52) + 0x3ff0000000000000) - 1;
  const Lanes k = (Lanes)(exponent | 0x4330000000000000) - (0x1p52 + 1023);
  const Lanes s = f / (2 + f), z = s * s, w = z * z;
  const Lanes odd = w * (0.3999999999940941908 + w * (0.2222219843214978396 + w * 0.1531383769920937332));
  const Lanes even = z * (0.6666666666666735130 + w * (0.2857142874366239149 +
      w * (0.1818357216161805012 + w * 0.1479819860511658591)));
  const Lanes half = 0.5 * f * f;
  return k * 0x1.62e42fefa39efp-1 - ((half - s * (half + (odd + even))) - f);
}

static inline Lanes NAME(min)(Lanes a, Lanes b) { return a < b ? a : b; }
static inline Lanes NAME(max)(Lanes a, Lanes b) { return a > b ? a : b; }
static inline Lanes NAME(ceil)(Lanes x) { return __builtin_elementwise_ceil(x); }
static inline Lanes NAME(all)(double x) { return (Lanes)x; }

// xoshiro256+, a generator in each lane (D. Blackman and S. Vigna, 2018).
static void NAME(uniform)(Words state[4], Lanes *out) {
  Words a = state[0], b = state[1], c = state[2], d = state[3];
  for (size_t i = 0; i < block; i++) {
    const Words word = a + d, t = b << 17;
    c ^= a; d ^= b; b ^= c; a ^= d; c ^= t;
    d = (d << 45) | (d >> 19);
    out[i] = (Lanes)((word >> 12) | 0x3ff0000000000000) - (1 - 0x1p-53);
  }
  state[0] = a; state[1] = b; state[2] = c; state[3] = d;
}

// The inverse of the normal distribution: M. J. Wichura, Algorithm AS 241 (1988), the tails brought together.
static void NAME(normal)(Words state[4], Lanes *out) {
  Lanes shares[block], rest[block + 1];
  uint16_t rows[block * lanes];
  size_t found = 0;
  NAME(uniform)(state, shares);
  const double *share = (const double *)shares;
  double *tail = (double *)rest, *value = (double *)out;
  for (size_t i = 0; i < block * lanes; i++) {
    rows[found] = (uint16_t)i;
    tail[found] = share[i];
    found += !(__builtin_fabs(share[i] - 0.5) <= 0.425);
  }
  for (size_t i = 0; i < block; i++) {
    const Lanes q = shares[i] - 0.5, r = 0.180625 - q * q;
    Lanes a = 2.5090809287301226727e3 * r + 3.3430575583588128105e4;
    a = a * r + 6.7265770927008700853e4;
    a = a * r + 4.5921953931549871457e4;
    a = a * r + 1.3731693765509461125e4;
    a = a * r + 1.9715909503065514427e3;
    a = a * r + 1.3314166789178437745e2;
    a = a * r + 3.3871328727963666080e0;
    Lanes b = 5.2264952788528545610e3 * r + 2.8729085735721942674e4;
    b = b * r + 3.9307895800092710610e4;
    b = b * r + 2.1213794301586595867e4;
    b = b * r + 5.3941960214247511077e3;
    b = b * r + 6.8718700749205790830e2;
    b = b * r + 4.2313330701600911252e1;
    b = b * r + 1;
    out[i] = q * a / b;
  }
  for (size_t i = found; i % lanes != 0; i++) tail[i] = 0.01;
  for (size_t i = 0; i * lanes < found; i++) {
    // Beyond five standard errors of the logarithm's root, one draw in 10^11, this is good to 1e-7.
    const Lanes u = rest[i], low = u < 0.5 ? u : 1 - u;
    const Lanes r = __builtin_elementwise_sqrt(-NAME(log)(low)) - 1.6;
    Lanes a = 7.74545014278341407640e-4 * r + 2.27238449892691845833e-2;
    a = a * r + 2.41780725177450611770e-1;
    a = a * r + 1.27045825245236838258e0;
    a = a * r + 3.64784832476320460504e0;
    a = a * r + 5.76949722146069140550e0;
    a = a * r + 4.63033784615654529590e0;
    a = a * r + 1.42343711074968357734e0;
    Lanes b = 1.05075007164441684324e-9 * r + 5.47593808499534494600e-4;
    b = b * r + 1.51986665636164571966e-2;
    b = b * r + 1.48103976427480074590e-1;
    b = b * r + 6.89767334985100004550e-1;
    b = b * r + 1.67638483018380384940e0;
    b = b * r + 2.05319162663775882187e0;
    b = b * r + 1;
    rest[i] = u < 0.5 ? -(a / b) : a / b;
  }
  for (size_t i = 0; i < found; i++) value[rows[i]] = tail[i];
}

static void NAME(gaussian)(Words state[4], double mean, double deviation, Lanes *out) {
  NAME(normal)(state, out);
  for (size_t i = 0; i < block; i++) out[i] = mean + deviation * out[i];
}

// Log-normal, by its 5% and 95% quantiles.
static void NAME(interval)(Words state[4], double low, double high, Lanes *out) {
  const double a = log(low), b = log(high), deviation = (b - a) / (2 * 1.6448536269514722);
  NAME(normal)(state, out);
  for (size_t i = 0; i < block; i++) out[i] = NAME(exp)((a + b) / 2 + deviation * out[i]);
}

static void NAME(between)(Words state[4], double low, double high, Lanes *out) {
  NAME(uniform)(state, out);
  for (size_t i = 0; i < block; i++) out[i] = low + (high - low) * out[i];
}

static void NAME(triangular)(Words state[4], double low, double mode, double high, Lanes *out) {
  const double whole = high - low, share = (mode - low) / whole;
  NAME(uniform)(state, out);
  for (size_t i = 0; i < block; i++) {
    const Lanes u = out[i];
    const Lanes below = __builtin_elementwise_sqrt(u * (whole * (mode - low)));
    const Lanes above = __builtin_elementwise_sqrt((1 - u) * (whole * (high - mode)));
    out[i] = u < share ? low + below : high - above;
  }
}

static void NAME(table)(Words state[4], const struct Table *table, Lanes *out) {
  NAME(uniform)(state, out);
  double *values = (double *)out;
  const double(*pieces)[4] = table->pieces;
  _Pragma("clang loop vectorize(assume_safety)") for (size_t i = 0; i < block * lanes; i++) {
    const double place = values[i] * table_pieces;
    const int piece = (int)place;
    const double t = place - piece;
    const double *c = pieces[piece];
    values[i] = c[0] + t * (c[1] + t * (c[2] + t * c[3]));
  }
}
