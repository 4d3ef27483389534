#include "CKernels.h"

#include "vectors.h"

// The two ASCII bytes that fold to a byte of a fold; the same twice where there is one, or none.
static void written_forms(uint8_t folded, uint8_t forms[2]) {
  forms[0] = forms[1] = folded;
  if (folded >= 'a' && folded <= 'z') forms[1] = folded ^ 0x20;
  if (folded == ' ') forms[1] = '\t';
  if (folded == '\'') forms[1] = '`';
}

static bool is_form(uint8_t byte, uint8_t folded) {
  uint8_t forms[2];
  written_forms(folded, forms);
  return byte == forms[0] || byte == forms[1];
}

// What a text is compared with.
typedef struct {
  const uint8_t *bytes;
  size_t count;
  size_t anchor;
  const uint8_t *western;
} sought;

// How much of a text was compared with a needle.
typedef enum { OTHER, UNKNOWN, SAME } comparison;

// Compares what follows the anchor, from `*end` on, which becomes where that ends.
static comparison compare_after(
    const uint8_t *text, size_t length, const sought *needle, size_t *end) {
  size_t at = *end;
  for (size_t step = needle->anchor + 1; step < needle->count; step++) {
    if (at >= length) return OTHER;
    const uint8_t byte = text[at++];
    if (byte < 0x80) {
      if (!is_form(byte, needle->bytes[step])) return OTHER;
      continue;
    }
    if (byte != 0xC3 || at >= length || (text[at] & 0xC0) != 0x80) return UNKNOWN;
    const uint8_t letter = needle->western[text[at++] & 0x3F];
    if (letter == 0) return UNKNOWN;
    if (letter != needle->bytes[step]) return OTHER;
  }
  *end = at;
  return SAME;
}

// Compares what stands before the anchor, up to `*start`, which becomes where that begins.
static comparison compare_before(const uint8_t *text, const sought *needle, size_t *start) {
  size_t at = *start;
  for (size_t step = needle->anchor; step-- > 0;) {
    if (at == 0) return OTHER;
    const uint8_t byte = text[--at];
    if (byte < 0x80) {
      if (!is_form(byte, needle->bytes[step])) return OTHER;
      continue;
    }
    if ((byte & 0xC0) != 0x80 || at == 0 || text[at - 1] != 0xC3) return UNKNOWN;
    at--;
    const uint8_t letter = needle->western[byte & 0x3F];
    if (letter == 0) return UNKNOWN;
    if (letter != needle->bytes[step]) return OTHER;
  }
  *start = at;
  return SAME;
}

// Whether the needle may stand so that its anchor is at `place`, where that does stand.
static inline bool may_stand(
    const uint8_t *text, size_t length, size_t place, const sought *needle, kernels_place *found) {
  *found = (kernels_place){place, place + 1, false};
  const comparison after = compare_after(text, length, needle, &found->end);
  if (after == OTHER) return false;
  const comparison before = compare_before(text, needle, &found->start);
  found->is_whole = after == SAME && before == SAME;
  return before != OTHER;
}

static size_t find_written_from(
    const uint8_t *text, size_t length, size_t at, const sought *needle, kernels_place *found) {
  for (; at < length; at++) {
    if (is_form(text[at], needle->bytes[needle->anchor])
        && may_stand(text, length, at, needle, found)) {
      return at;
    }
  }
  return length;
}

size_t kernels_find_written_portable(
    const uint8_t *text, size_t length, size_t from, const uint8_t *needle, size_t count,
    size_t anchor, const uint8_t *western, kernels_place *found) {
  const sought sought = {needle, count, anchor, western};
  return find_written_from(text, length, from, &sought, found);
}

#if KERNELS_HAVE_AVX2

#define WITH_AVX2 __attribute__((target("avx2,bmi")))

typedef struct {
  __m256i one;
  __m256i other;
} pair;

WITH_AVX2 static inline pair forms_of(uint8_t folded) {
  uint8_t forms[2];
  written_forms(folded, forms);
  return (pair){_mm256_set1_epi8((char)forms[0]), _mm256_set1_epi8((char)forms[1])};
}

WITH_AVX2 static inline __m256i are_forms(__m256i bytes, pair forms) {
  return _mm256_or_si256(
      _mm256_cmpeq_epi8(bytes, forms.one), _mm256_cmpeq_epi8(bytes, forms.other));
}

// Of 32 places those where the anchor stands between its neighbours or bytes above ASCII.
WITH_AVX2 static inline uint32_t candidates_at(
    const uint8_t *here, const int beside[2], pair anchor, const pair neighbours[2]) {
  __m256i fits = are_forms(_mm256_loadu_si256((const __m256i *)here), anchor);
  for (int side = 0; side < 2; side++) {
    const __m256i bytes = _mm256_loadu_si256((const __m256i *)(here + beside[side]));
    // The highest bit of each byte counts.
    fits = _mm256_and_si256(fits, _mm256_or_si256(are_forms(bytes, neighbours[side]), bytes));
  }
  return (uint32_t)_mm256_movemask_epi8(fits);
}

WITH_AVX2 static size_t find_written_avx2(
    const uint8_t *text, size_t length, size_t from, const sought *needle, kernels_place *found) {
  const size_t last = needle->count - 1;
  // At an end of the needle the other neighbour is asked for twice.
  const int beside[2] = {needle->anchor == 0 ? 1 : -1, needle->anchor == last ? -1 : 1};
  const pair anchor = forms_of(needle->bytes[needle->anchor]);
  const pair neighbours[2] = {
      forms_of(needle->bytes[needle->anchor + beside[0]]),
      forms_of(needle->bytes[needle->anchor + beside[1]])};
  size_t at = from;
  // Where the needle has something before the anchor, so has the text.
  if (needle->anchor > 0 && at == 0) at = 1;
  for (; at + 65 <= length; at += 64) {
    kernels_fetch_ahead(text, at, length);
    const uint8_t *here = text + at;
    uint64_t candidates = candidates_at(here, beside, anchor, neighbours)
        | (uint64_t)candidates_at(here + 32, beside, anchor, neighbours) << 32;
    while (candidates) {
      const size_t place = at + (size_t)__builtin_ctzll(candidates);
      if (may_stand(text, length, place, needle, found)) return place;
      candidates &= candidates - 1;
    }
  }
  return find_written_from(text, length, at, needle, found);
}

#endif

size_t kernels_find_written(
    const uint8_t *text, size_t length, size_t from, const uint8_t *needle, size_t count,
    size_t anchor, const uint8_t *western, kernels_place *found) {
#if KERNELS_HAVE_AVX2
  if (kernels_have_avx2()) {
    const sought sought = {needle, count, anchor, western};
    return find_written_avx2(text, length, from, &sought, found);
  }
#endif
  return kernels_find_written_portable(
      text, length, from, needle, count, anchor, western, found);
}
