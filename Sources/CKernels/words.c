#include "CKernels.h"

#include "vectors.h"

#include <string.h>

static bool is_blank(uint8_t byte) { return byte == 0x20 || (uint8_t)(byte - 9) < 5; }

static bool is_ascii_word(uint8_t byte) {
  return (uint8_t)((byte | 0x20) - 'a') < 26 || (uint8_t)(byte - '0') < 10;
}

// Whether a byte begins a letter of U+00C0 to U+023F or U+0400 to U+047F, if one that goes on follows; U+00D7
// and U+00F7 are none, but begin like one.
static bool begins_letter(uint8_t byte) {
  return (uint8_t)(byte - 0xC3) < 6 || (uint8_t)(byte - 0xD0) < 2;
}

static bool goes_on(uint8_t byte) { return (byte & 0xC0) == 0x80; }

static bool is_sign(uint8_t first, uint8_t second) {
  return first == 0xC3 && (second == 0x97 || second == 0xB7);
}

size_t kernels_count_words_portable(
    const uint8_t *bytes, size_t length, size_t *place, bool *is_word) {
  size_t words = 0;
  size_t at = *place;
  bool word = *is_word;
  while (at < length) {
    const uint8_t byte = bytes[at];
    if (byte < 0x80) {
      const bool blank = is_blank(byte);
      words += blank & word;
      word = !blank & (word | is_ascii_word(byte));
      at += 1;
    } else {
      if (!begins_letter(byte) || at + 1 == length || !goes_on(bytes[at + 1])) break;
      word |= !is_sign(byte, bytes[at + 1]);
      at += 2;
    }
  }
  *place = at;
  *is_word = word;
  return words;
}

#if KERNELS_HAVE_AVX2

// What 32 bytes are, a bit for each.
struct classes {
  uint32_t blanks;
  // Letters and digits of ASCII, and the second bytes of other letters.
  uint32_t words;
  // Where a character begins that is neither of ASCII nor one of those letters, or bytes are no character.
  uint32_t unknown;
  // Bytes up to the last one that begins a character whose end is not seen.
  unsigned count;
};

__attribute__((target("avx2"))) static inline __m256i is_below(__m256i bytes, char first, char count) {
  const __m256i distance = _mm256_sub_epi8(bytes, _mm256_set1_epi8(first));
  return _mm256_cmpeq_epi8(
      _mm256_min_epu8(distance, _mm256_set1_epi8((char)(count - 1))), distance);
}

__attribute__((target("avx2"))) static inline uint32_t mask(__m256i bytes) {
  return (uint32_t)_mm256_movemask_epi8(bytes);
}

__attribute__((target("avx2"))) static inline __m256i is_equal(__m256i bytes, uint8_t byte) {
  return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)byte));
}

__attribute__((target("avx2"))) static inline struct classes classes(__m256i bytes) {
  struct classes classes = {
      .blanks = mask(_mm256_or_si256(is_equal(bytes, 0x20), is_below(bytes, 9, 5))),
      .words = mask(_mm256_or_si256(
          is_below(_mm256_or_si256(bytes, _mm256_set1_epi8(0x20)), 'a', 26), is_below(bytes, '0', 10))),
      .unknown = 0,
      .count = 32,
  };
  const uint32_t others = mask(bytes);
  if (others == 0) return classes;
  const uint32_t ends = mask(_mm256_cmpgt_epi8(_mm256_set1_epi8((char)0xC0), bytes));
  const uint32_t starts =
      mask(_mm256_or_si256(is_below(bytes, (char)0xC3, 6), is_below(bytes, (char)0xD0, 2)));
  const uint32_t signs = mask(is_equal(bytes, 0xC3)) << 1
      & mask(_mm256_or_si256(is_equal(bytes, 0x97), is_equal(bytes, 0xB7)));
  const uint32_t last = starts >> 31;
  classes.words |= ends & starts << 1 & ~signs;
  classes.unknown =
      (others & ~ends & ~starts) | (ends & ~(starts << 1)) | (starts & ~(ends >> 1 | last << 31));
  classes.count -= last;
  return classes;
}

__attribute__((target("avx2,bmi,popcnt"))) static size_t count_words_avx2(
    const uint8_t *bytes, size_t length, size_t *place, bool *is_word) {
  size_t words = 0;
  size_t at = *place;
  uint64_t word = *is_word;
  while (at < length) {
    struct classes found;
    if (length - at >= 32) {
      found = classes(_mm256_loadu_si256((const __m256i *)(bytes + at)));
    } else {
      uint8_t rest[32] = {0};
      memcpy(rest, bytes + at, length - at);
      found = classes(_mm256_loadu_si256((const __m256i *)rest));
      if (found.count > length - at) found.count = (unsigned)(length - at);
    }
    if (found.unknown) {
      const unsigned known = (unsigned)__builtin_ctz(found.unknown);
      if (found.count > known) found.count = known;
    }
    // In a sum of the bytes that are no blanks and those that make a word, the runs of the first that have
    // one of the second carry a bit to the blank behind them; and what one block carries, the next adds.
    const uint64_t seen = (1ull << found.count) - 1;
    const uint64_t runs = ~(uint64_t)found.blanks & seen;
    const uint64_t sum = runs + (found.words & seen) + word;
    words += (size_t)__builtin_popcountll(sum & ~runs & seen);
    word = sum >> found.count & 1;
    at += found.count;
    if (found.unknown) break;
  }
  *place = at;
  *is_word = word;
  return words;
}

#endif

size_t kernels_count_words(const uint8_t *bytes, size_t length, size_t *place, bool *is_word) {
#if KERNELS_HAVE_AVX2
  if (kernels_have_avx2()) return count_words_avx2(bytes, length, place, is_word);
#endif
  return kernels_count_words_portable(bytes, length, place, is_word);
}
