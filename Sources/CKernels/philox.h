// Philox 4×32-10. The multipliers and the steps of the key are those of the paper.

struct Words {
  uint32_t a, b, c, d;
};

static inline struct Words philox_rounds(struct Words x, uint32_t key0, uint32_t key1) {
  for (int round = 0; round < 10; round++) {
    const uint64_t first = (uint64_t)0xD2511F53 * x.a, second = (uint64_t)0xCD9E8D57 * x.c;
    x = (struct Words){
      (uint32_t)(second >> 32) ^ x.b ^ key0, (uint32_t)second,
      (uint32_t)(first >> 32) ^ x.d ^ key1, (uint32_t)first};
    key0 += 0x9E3779B9;
    key1 += 0xBB67AE85;
  }
  return x;
}

static inline struct Words philox(
    uint64_t counter, uint32_t stream, uint32_t key0, uint32_t key1) {
  const struct Words start = {(uint32_t)counter, (uint32_t)(counter >> 32), stream, 0};
  return philox_rounds(start, key0, key1);
}

// The middle of one of 2^52 intervals, so that neither 0 nor 1 is ever drawn.
static inline double share_of(uint32_t high, uint32_t low) {
  const uint64_t bits = ((uint64_t)high << 32 | low) >> 12;
  return from_bits(bits | 0x3ff0000000000000) - (1 - 0x1p-53);
}
