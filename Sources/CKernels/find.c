#include "CKernels.h"

#include <string.h>

#include "vectors.h"

// Looks at all places from `at` on, one by one but for what memchr passes over.
static size_t find_from(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t count, size_t first, size_t at) {
  if (length < count) return length;
  const size_t end = length - count + 1;
  while (at < end) {
    const uint8_t *hit = memchr(text + at + first, needle[first], end - at);
    if (!hit) return length;
    at = (size_t)(hit - text) - first;
    if (memcmp(text + at, needle, count) == 0) return at;
    at++;
  }
  return length;
}

size_t kernels_find_portable(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t count, size_t first,
    size_t second) {
  (void)second;
  return find_from(text, length, needle, count, first, 0);
}

#if KERNELS_HAVE_AVX2

// 64 places at a time are asked for both bytes; those that have them, for the whole needle.
__attribute__((target("avx2,bmi"))) static size_t find_avx2(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t count, size_t first,
    size_t second) {
  const __m256i one = _mm256_set1_epi8((char)needle[first]);
  const __m256i other = _mm256_set1_epi8((char)needle[second]);
  size_t at = 0;
  for (; at + count + 63 <= length; at += 64) {
    kernels_fetch_ahead(text, at, length);
    const uint8_t *a = text + at + first;
    const uint8_t *b = text + at + second;
    const __m256i low = _mm256_and_si256(
        _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)a), one),
        _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)b), other));
    const __m256i high = _mm256_and_si256(
        _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(a + 32)), one),
        _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(b + 32)), other));
    uint64_t candidates = (uint32_t)_mm256_movemask_epi8(low)
        | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
    while (candidates) {
      const size_t place = at + (size_t)__builtin_ctzll(candidates);
      if (memcmp(text + place, needle, count) == 0) return place;
      candidates &= candidates - 1;
    }
  }
  return find_from(text, length, needle, count, first, at);
}

#endif

size_t kernels_find(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t count, size_t first,
    size_t second) {
#if KERNELS_HAVE_AVX2
  if (kernels_have_avx2()) return find_avx2(text, length, needle, count, first, second);
#endif
  return kernels_find_portable(text, length, needle, count, first, second);
}
