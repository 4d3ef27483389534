#include "CKernels.h"

#include <string.h>

#include "vectors.h"

static uint8_t fold_ascii(uint8_t byte) {
  if (byte >= 'A' && byte <= 'Z') return byte | 0x20;
  if (byte == '`') return '\'';
  return byte == '\t' ? ' ' : byte;
}

// Folds from `at` on, a character at a time; gives where it stopped.
static size_t fold_from(
    const uint8_t *bytes, size_t length, const uint8_t *western, uint8_t *folded, size_t *written,
    size_t at) {
  size_t end = *written;
  while (at < length) {
    if (bytes[at] < 0x80) {
      folded[end++] = fold_ascii(bytes[at++]);
      continue;
    }
    if (bytes[at] != 0xC3 || at + 1 >= length || (bytes[at + 1] & 0xC0) != 0x80) break;
    const uint8_t letter = western[bytes[at + 1] & 0x3F];
    if (letter == 0) break;
    folded[end++] = letter;
    at += 2;
  }
  *written = end;
  return at;
}

size_t kernels_fold_portable(
    const uint8_t *bytes, size_t length, const uint8_t *western, uint8_t *folded, size_t *written) {
  *written = 0;
  return fold_from(bytes, length, western, folded, written, 0);
}

#if KERNELS_HAVE_AVX2

#define WITH_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt")))

WITH_AVX2 static __m128i fold_ascii_16(__m128i bytes) {
  const __m128i above = _mm_cmpgt_epi8(bytes, _mm_set1_epi8('A' - 1));
  const __m128i below = _mm_cmpgt_epi8(_mm_set1_epi8('Z' + 1), bytes);
  const __m128i capitals = _mm_and_si128(above, below);
  const __m128i graves = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('`'));
  const __m128i tabulators = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\t'));
  bytes = _mm_or_si128(bytes, _mm_and_si128(capitals, _mm_set1_epi8(0x20)));
  bytes = _mm_blendv_epi8(bytes, _mm_set1_epi8('\''), graves);
  return _mm_blendv_epi8(bytes, _mm_set1_epi8(' '), tabulators);
}

// Writes those of eight bytes whose bit is set, one behind the other; gives how many.
WITH_AVX2 static size_t keep_8(uint64_t bytes, uint32_t keep, uint8_t *to) {
  const uint64_t mask = _pdep_u64(keep, 0x0101010101010101) * 0xFF;
  const uint64_t kept = _pext_u64(bytes, mask);
  memcpy(to, &kept, 8);
  return (size_t)__builtin_popcount(keep);
}

// Sixteen bytes at a time: each letter is looked up where its second byte stands, then the first bytes
// are closed up.
WITH_AVX2 static size_t fold_avx2(
    const uint8_t *bytes, size_t length, const uint8_t *western, uint8_t *folded, size_t *written) {
  const __m128i rows[4] = {
      _mm_loadu_si128((const __m128i *)western), _mm_loadu_si128((const __m128i *)(western + 16)),
      _mm_loadu_si128((const __m128i *)(western + 32)),
      _mm_loadu_si128((const __m128i *)(western + 48))};
  size_t at = 0;
  size_t end = 0;
  while (at + 16 <= length) {
    const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + at));
    __m128i result = fold_ascii_16(block);
    const uint32_t others = (uint32_t)_mm_movemask_epi8(block);
    if (others == 0) {
      _mm_storeu_si128((__m128i *)(folded + end), result);
      at += 16;
      end += 16;
      continue;
    }
    const __m128i leading = _mm_cmpeq_epi8(block, _mm_set1_epi8((char)0xC3));
    const __m128i following = _mm_slli_si128(leading, 1);
    const __m128i column = _mm_and_si128(block, _mm_set1_epi8(0x0F));
    const __m128i row = _mm_and_si128(block, _mm_set1_epi8(0x30));
    __m128i letters = _mm_setzero_si128();
    for (int number = 0; number < 4; number++) {
      const __m128i isRow = _mm_cmpeq_epi8(row, _mm_set1_epi8((char)(number << 4)));
      letters =
          _mm_or_si128(letters, _mm_and_si128(isRow, _mm_shuffle_epi8(rows[number], column)));
    }
    result = _mm_blendv_epi8(result, letters, following);

    const uint32_t leads = (uint32_t)_mm_movemask_epi8(leading);
    const uint32_t seconds = (uint32_t)_mm_movemask_epi8(following);
    const __m128i top = _mm_and_si128(block, _mm_set1_epi8((char)0xC0));
    const uint32_t continues =
        (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(top, _mm_set1_epi8((char)0x80)));
    const uint32_t known =
        ~(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(letters, _mm_setzero_si128()));
    uint32_t refused = (others & ~leads & ~seconds) | (seconds & ~(continues & known));
    refused |= (refused & seconds) >> 1;
    // The second byte of a letter at the end stands in the block after this.
    unsigned count = leads >> 15 ? 15 : 16;
    const uint32_t inside = refused & ((1u << count) - 1);
    if (inside) count = (unsigned)__builtin_ctz(inside);

    const uint32_t keep = ~leads & ((1u << count) - 1);
    end += keep_8((uint64_t)_mm_cvtsi128_si64(result), keep & 0xFF, folded + end);
    end += keep_8((uint64_t)_mm_extract_epi64(result, 1), keep >> 8, folded + end);
    at += count;
    if (inside) {
      *written = end;
      return at;
    }
  }
  *written = end;
  return fold_from(bytes, length, western, folded, written, at);
}

#endif

size_t kernels_fold(
    const uint8_t *bytes, size_t length, const uint8_t *western, uint8_t *folded, size_t *written) {
#if KERNELS_HAVE_AVX2
  if (kernels_have_avx2() && __builtin_cpu_supports("bmi2")) {
    return fold_avx2(bytes, length, western, folded, written);
  }
#endif
  return kernels_fold_portable(bytes, length, western, folded, written);
}
