#include "CKernels.h"

#include "vectors.h"

#include <string.h>

size_t kernels_count_portable(const uint8_t *bytes, size_t length, uint8_t byte) {
  size_t count = 0;
  for (size_t at = 0; at < length; at++) count += bytes[at] == byte;
  return count;
}

// How many units more than bytes there are for eight bytes, modulo 2^64: one less for a byte that goes on
// with a scalar, one more for one that begins a scalar of four.
static uint64_t excess(uint64_t bytes) {
  const uint64_t ones = 0x0101010101010101;
  const uint64_t continuations = bytes >> 7 & ~(bytes >> 6) & ones;
  const uint64_t longs = bytes >> 7 & bytes >> 6 & bytes >> 5 & bytes >> 4 & ones;
  // A product with ones adds all bytes up in the highest.
  return (longs * ones >> 56) - (continuations * ones >> 56);
}

size_t kernels_utf16_length_portable(const uint8_t *bytes, size_t length) {
  uint64_t units = length;
  uint64_t word = 0;
  size_t at = 0;
  for (; at + 8 <= length; at += 8) {
    memcpy(&word, bytes + at, 8);
    units += excess(word);
  }
  word = 0;
  for (; at < length; at++) word = word << 8 | bytes[at];
  return (size_t)(units + excess(word));
}

size_t kernels_count_scalars_portable(const uint8_t *bytes, size_t length) {
  const uint64_t ones = 0x0101010101010101;
  size_t scalars = length;
  for (size_t at = 0; at < length; at += 8) {
    uint64_t word = 0;
    memcpy(&word, bytes + at, length - at < 8 ? length - at : 8);
    scalars -= (size_t)((word >> 7 & ~(word >> 6) & ones) * ones >> 56);
  }
  return scalars;
}

kernels_line_facts kernels_look_at_line_portable(
    const uint8_t *bytes, size_t length, uint8_t wanted) {
  kernels_line_facts facts = {length, 0, length};
  if (length == 0) return facts;
  const uint8_t *end = memchr(bytes, '\n', length);
  if (end != NULL) facts.length = (size_t)(end - bytes);
  facts.units = kernels_utf16_length_portable(bytes, facts.length);
  const uint8_t *found = memchr(bytes, wanted, facts.length);
  facts.found = found != NULL ? (size_t)(found - bytes) : facts.length;
  return facts;
}

#if KERNELS_HAVE_AVX2

__attribute__((target("avx2,bmi,popcnt"))) static kernels_line_facts look_at_line_avx2(
    const uint8_t *bytes, size_t length, uint8_t wanted) {
  const __m256i line_ends = _mm256_set1_epi8('\n');
  const __m256i wanteds = _mm256_set1_epi8((char)wanted);
  const __m256i after_continuations = _mm256_set1_epi8((char)0xC0);
  const __m256i before_longs = _mm256_set1_epi8((char)0xEF);
  kernels_line_facts facts = {0, 0, SIZE_MAX};
  size_t at = 0;
  for (; at + 32 <= length; at += 32) {
    const __m256i block = _mm256_loadu_si256((const __m256i *)(bytes + at));
    const uint32_t end = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(block, line_ends));
    // Those of its bytes that are of the line: all below the lowest bit, which is none where the line goes on.
    const uint32_t own = end == 0 ? UINT32_MAX : _blsmsk_u32(end) >> 1;
    const uint32_t found =
        own & (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(block, wanteds));
    if (found != 0 && facts.found == SIZE_MAX) facts.found = at + _tzcnt_u32(found);
    const uint32_t negative = own & (uint32_t)_mm256_movemask_epi8(block);
    facts.units += (size_t)__builtin_popcount(own);
    if (negative != 0) {
      const uint32_t continuations =
          (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(after_continuations, block));
      const uint32_t longs = (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(block, before_longs));
      facts.units += (size_t)__builtin_popcount(negative & longs)
          - (size_t)__builtin_popcount(negative & continuations);
    }
    if (end != 0) {
      facts.length = at + _tzcnt_u32(end);
      if (facts.found == SIZE_MAX) facts.found = facts.length;
      return facts;
    }
  }
  // The last bytes of a text.
  const kernels_line_facts rest = kernels_look_at_line_portable(bytes + at, length - at, wanted);
  facts.length = at + rest.length;
  facts.units += rest.units;
  if (facts.found == SIZE_MAX) facts.found = at + rest.found;
  return facts;
}

__attribute__((target("avx2,popcnt"))) static size_t count_avx2(
    const uint8_t *bytes, size_t length, uint8_t byte) {
  const __m256i wanted = _mm256_set1_epi8((char)byte);
  size_t count = 0;
  size_t at = 0;
  for (; at + 64 <= length; at += 64) {
    kernels_fetch_ahead(bytes, at, length);
    const __m256i low =
        _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(bytes + at)), wanted);
    const __m256i high =
        _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(bytes + at + 32)), wanted);
    const uint64_t equal = (uint32_t)_mm256_movemask_epi8(low)
        | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
    count += (size_t)__builtin_popcountll(equal);
  }
  return count + kernels_count_portable(bytes + at, length - at, byte);
}

__attribute__((target("avx2,popcnt"))) static size_t utf16_length_avx2(
    const uint8_t *bytes, size_t length) {
  // As signed numbers, bytes that go on with a scalar are the least, and those that begin one of four
  // the last below 0.
  const __m256i after_continuations = _mm256_set1_epi8((char)0xC0);
  const __m256i before_longs = _mm256_set1_epi8((char)0xEF);
  size_t units = 0;
  size_t at = 0;
  for (; at + 32 <= length; at += 32) {
    const __m256i block = _mm256_loadu_si256((const __m256i *)(bytes + at));
    const uint32_t negative = (uint32_t)_mm256_movemask_epi8(block);
    units += 32;
    if (negative == 0) continue;
    const uint32_t continuations =
        (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(after_continuations, block));
    const uint32_t longs =
        negative & (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(block, before_longs));
    units += (size_t)__builtin_popcount(longs) - (size_t)__builtin_popcount(continuations);
  }
  return units + kernels_utf16_length_portable(bytes + at, length - at);
}

__attribute__((target("avx2,popcnt"))) static size_t count_scalars_avx2(
    const uint8_t *bytes, size_t length) {
  const __m256i after_continuations = _mm256_set1_epi8((char)0xC0);
  size_t continuations = 0;
  size_t at = 0;
  for (; at + 32 <= length; at += 32) {
    const __m256i block = _mm256_loadu_si256((const __m256i *)(bytes + at));
    continuations += (size_t)__builtin_popcount(
        (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(after_continuations, block)));
  }
  return at - continuations + kernels_count_scalars_portable(bytes + at, length - at);
}

#endif

size_t kernels_count_scalars(const uint8_t *bytes, size_t length) {
#if KERNELS_HAVE_AVX2
  if (kernels_have_avx2()) return count_scalars_avx2(bytes, length);
#endif
  return kernels_count_scalars_portable(bytes, length);
}

size_t kernels_utf16_length(const uint8_t *bytes, size_t length) {
#if KERNELS_HAVE_AVX2
  if (kernels_have_avx2()) return utf16_length_avx2(bytes, length);
#endif
  return kernels_utf16_length_portable(bytes, length);
}

kernels_line_facts kernels_look_at_line(const uint8_t *bytes, size_t length, uint8_t wanted) {
#if KERNELS_HAVE_AVX2
  if (kernels_have_avx2()) return look_at_line_avx2(bytes, length, wanted);
#endif
  return kernels_look_at_line_portable(bytes, length, wanted);
}

size_t kernels_count(const uint8_t *bytes, size_t length, uint8_t byte) {
#if KERNELS_HAVE_AVX2
  if (kernels_have_avx2()) return count_avx2(bytes, length, byte);
#endif
  return kernels_count_portable(bytes, length, byte);
}
