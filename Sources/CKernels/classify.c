#include "CKernels.h"

#include "vectors.h"

size_t kernels_find_class_portable(
    const uint8_t *bytes, size_t length, const uint8_t *low, const uint8_t *high) {
  for (size_t at = 0; at < length; at++) {
    if (low[bytes[at] & 15] & high[bytes[at] >> 4]) return at;
  }
  return length;
}

#if KERNELS_HAVE_AVX2

// For each of 32 bytes the classes of its lower half that are also those of its upper half.
__attribute__((target("avx2,bmi"))) static inline uint32_t members(
    __m256i bytes, __m256i low, __m256i high) {
  const __m256i half = _mm256_set1_epi8(15);
  const __m256i classes = _mm256_and_si256(
      _mm256_shuffle_epi8(low, _mm256_and_si256(bytes, half)),
      _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
  return ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(classes, _mm256_setzero_si256()));
}

__attribute__((target("avx2,bmi"))) static size_t find_class_avx2(
    const uint8_t *bytes, size_t length, const uint8_t *low, const uint8_t *high) {
  if (length < 32) return kernels_find_class_portable(bytes, length, low, high);
  const __m256i lows = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)low));
  const __m256i highs = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)high));
  size_t at = 0;
  while (at < length) {
    // The last 32 bytes again where fewer are left: those before were no members.
    if (at + 32 > length) at = length - 32;
    const uint32_t found =
        members(_mm256_loadu_si256((const __m256i *)(bytes + at)), lows, highs);
    if (found) return at + (size_t)__builtin_ctz(found);
    at += 32;
  }
  return length;
}

#endif

size_t kernels_find_class(
    const uint8_t *bytes, size_t length, const uint8_t *low, const uint8_t *high) {
#if KERNELS_HAVE_AVX2
  if (kernels_have_avx2()) return find_class_avx2(bytes, length, low, high);
#endif
  return kernels_find_class_portable(bytes, length, low, high);
}
