#include "CKernels.h"

#include "vectors.h"

#include <string.h>

// Bytes that are looked at in one go where a line begins: those of an opening, and eight from any place in it.
enum { REACH = KERNELS_OPENING_MOST + 8 };

void kernels_opening_set(
    kernels_opening *opening, const uint8_t *bytes, size_t length, uint32_t digits, size_t clock) {
  memset(opening, 0, sizeof *opening);
  opening->length = (uint8_t)length;
  opening->clock = (uint8_t)clock;
  for (size_t at = 0; at < length; at++) {
    const bool is_digit = digits >> at & 1;
    opening->bytes[at] = is_digit ? '0' : bytes[at];
    opening->digits[at] = is_digit ? 0xFF : 0;
    opening->fixed[at] = is_digit ? 0 : 0xFF;
  }
}

static uint64_t word(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

// Whether a line of `KERNELS_OPENING_MOST` bytes at least begins with an opening.
static bool begins(const uint8_t *line, const kernels_opening *opening) {
  uint64_t wrong = 0;
  for (size_t at = 0; at < opening->length; at += 8) {
    const uint64_t difference = word(line + at) ^ word(opening->bytes + at);
    // Of a digit the difference is its value; 0x76 more sets the top bit of what is over 9.
    const uint64_t value = difference & word(opening->digits + at);
    wrong |= difference & word(opening->fixed + at);
    wrong |= ((value & 0x7F7F7F7F7F7F7F7F) + 0x7676767676767676 | value) & 0x8080808080808080;
  }
  return wrong == 0;
}

bool kernels_begins(const uint8_t *bytes, size_t length, const kernels_opening *opening) {
  if (length >= KERNELS_OPENING_MOST) return begins(bytes, opening);
  uint8_t line[KERNELS_OPENING_MOST] = {0};
  if (length < opening->length) return false;
  memcpy(line, bytes, length);
  return begins(line, opening);
}

static void keep(
    kernels_opened_line *found, const uint8_t *bytes, size_t at, size_t line,
    const kernels_opening *opening) {
  found->start = (uint32_t)at;
  found->line = (uint32_t)line;
  memcpy(found->clock, bytes + at + opening->clock, 8);
}

size_t kernels_opened_lines_portable(
    const uint8_t *bytes, size_t length, const kernels_opening *opening, const uint8_t *passed,
    kernels_lines *lines, kernels_opened_line *found, size_t most) {
  size_t count = 0;
  while (count < most && lines->count < lines->most && length >= lines->place + REACH) {
    const size_t at = lines->place;
    if (begins(bytes + at, opening)) {
      keep(&found[count++], bytes, at, lines->count, opening);
    } else if (!passed[bytes[at]]) {
      break;
    }
    const uint8_t *end = memchr(bytes + at, '\n', length - at);
    lines->place = end == NULL ? length + 1 : (size_t)(end - bytes) + 1;
    lines->count++;
  }
  return count;
}

#if KERNELS_HAVE_AVX2

// Where 64 bytes are line ends, a bit each.
__attribute__((target("avx2,bmi"))) static inline uint64_t ends_avx2(const uint8_t *bytes) {
  const __m256i newline = _mm256_set1_epi8('\n');
  const __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  const __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, newline))
      | (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, newline)) << 32;
}

// The place behind the line that goes on at a place. Most lines end within 128 bytes: to look at all of these at
// once leaves the processor little to guess.
__attribute__((target("avx2,bmi"))) static inline size_t next_line_avx2(
    const uint8_t *bytes, size_t length, size_t at) {
  for (; at + 128 <= length; at += 128) {
    const uint64_t first = ends_avx2(bytes + at);
    const uint64_t second = ends_avx2(bytes + at + 64);
    if ((first | second) == 0) continue;
    const uint64_t some = first != 0 ? first : second;
    return at + (first != 0 ? 0 : 64) + (size_t)__builtin_ctzll(some) + 1;
  }
  while (at < length && bytes[at] != '\n') at++;
  return at + 1;
}

__attribute__((target("avx2,bmi"))) static size_t opened_lines_avx2(
    const uint8_t *bytes, size_t length, const kernels_opening *opening, const uint8_t *passed,
    kernels_lines *lines, kernels_opened_line *found, size_t most) {
  const __m256i pattern = _mm256_loadu_si256((const __m256i *)opening->bytes);
  const __m256i fixed = _mm256_loadu_si256((const __m256i *)opening->fixed);
  const __m256i digits = _mm256_loadu_si256((const __m256i *)opening->digits);
  const __m256i nine = _mm256_set1_epi8(9);
  size_t count = 0;
  while (count < most && lines->count < lines->most && length >= lines->place + REACH) {
    size_t at = lines->place;
    kernels_fetch_ahead(bytes, at, length);
    kernels_fetch_ahead(bytes, at + 64, length);
    const __m256i line = _mm256_loadu_si256((const __m256i *)(bytes + at));
    const __m256i difference = _mm256_xor_si256(line, pattern);
    // Of a digit the difference is its value; what is more than 9 is left of any other byte there.
    const __m256i wrong = _mm256_or_si256(
        _mm256_and_si256(difference, fixed),
        _mm256_subs_epu8(_mm256_and_si256(difference, digits), nine));
    if (_mm256_testz_si256(wrong, wrong)) {
      keep(&found[count++], bytes, at, lines->count, opening);
      at += opening->length;
    } else if (!passed[bytes[at]]) {
      break;
    }
    lines->place = next_line_avx2(bytes, length, at);
    lines->count++;
  }
  return count;
}

#endif

size_t kernels_opened_lines(
    const uint8_t *bytes, size_t length, const kernels_opening *opening, const uint8_t *passed,
    kernels_lines *lines, kernels_opened_line *found, size_t most) {
#if KERNELS_HAVE_AVX2
  if (kernels_have_avx2()) {
    return opened_lines_avx2(bytes, length, opening, passed, lines, found, most);
  }
#endif
  return kernels_opened_lines_portable(bytes, length, opening, passed, lines, found, most);
}
