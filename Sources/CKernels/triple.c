#include "CKernels.h"

#include "vectors.h"

size_t kernels_find_triple_portable(
    const uint8_t *bytes, size_t length, const uint8_t *low, const uint8_t *high) {
  for (size_t at = 0; at + 3 <= length; at++) {
    uint8_t classes = 255;
    for (size_t step = 0; step < 3; step++) {
      const uint8_t byte = bytes[at + step];
      classes &= low[16 * step + (byte & 15)] & high[16 * step + (byte >> 4)];
    }
    if (classes) return at;
  }
  return length;
}

#if KERNELS_HAVE_AVX2

__attribute__((target("avx2,bmi"))) static inline __m256i table(const uint8_t *entries) {
  return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)entries));
}

// For each of the 32 bytes at an address its classes.
__attribute__((target("avx2,bmi"))) static inline __m256i classes(
    const uint8_t *bytes, __m256i low, __m256i high) {
  const __m256i half = _mm256_set1_epi8(15);
  const __m256i here = _mm256_loadu_si256((const __m256i *)bytes);
  return _mm256_and_si256(
      _mm256_shuffle_epi8(low, _mm256_and_si256(here, half)),
      _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(here, 4), half)));
}

__attribute__((target("avx2,bmi"))) static size_t find_triple_avx2(
    const uint8_t *bytes, size_t length, const uint8_t *low, const uint8_t *high) {
  const __m256i lows[3] = {table(low), table(low + 16), table(low + 32)};
  const __m256i highs[3] = {table(high), table(high + 16), table(high + 32)};
  size_t at = 0;
  for (; at + 34 <= length; at += 32) {
    if (at % 64 == 0) kernels_fetch_ahead(bytes, at, length);
    const __m256i common = _mm256_and_si256(
        _mm256_and_si256(
            classes(bytes + at, lows[0], highs[0]), classes(bytes + at + 1, lows[1], highs[1])),
        classes(bytes + at + 2, lows[2], highs[2]));
    const uint32_t found =
        ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(common, _mm256_setzero_si256()));
    if (found) return at + (size_t)__builtin_ctz(found);
  }
  return at + kernels_find_triple_portable(bytes + at, length - at, low, high);
}

#endif

size_t kernels_find_triple(
    const uint8_t *bytes, size_t length, const uint8_t *low, const uint8_t *high) {
#if KERNELS_HAVE_AVX2
  if (kernels_have_avx2()) return find_triple_avx2(bytes, length, low, high);
#endif
  return kernels_find_triple_portable(bytes, length, low, high);
}
