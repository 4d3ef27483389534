#include "CKernels.h"

#include <string.h>

#include "vectors.h"

// The bytes of the well-formed scalar at `bytes`, of which `length` are left; 0 where none stands there.
static size_t scalar_length(const uint8_t *bytes, size_t length) {
  const uint8_t lead = bytes[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  const size_t count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (lead > 0xF4 || count > length) return 0;
  // The second byte rules out long forms, surrogates and what lies beyond U+10FFFF.
  uint8_t least = 0x80, most = 0xBF;
  if (lead == 0xE0) least = 0xA0;
  if (lead == 0xED) most = 0x9F;
  if (lead == 0xF0) least = 0x90;
  if (lead == 0xF4) most = 0x8F;
  if (bytes[1] < least || bytes[1] > most) return 0;
  for (size_t place = 2; place < count; place++)
    if ((bytes[place] & 0xC0) != 0x80) return 0;
  return count;
}

bool kernels_is_utf8_portable(
    const uint8_t *bytes, size_t length, uint8_t unwanted, uint8_t other) {
  if (length > 0 && (memchr(bytes, unwanted, length) || memchr(bytes, other, length))) return false;
  size_t at = 0;
  while (at < length) {
    uint64_t word;
    if (at + sizeof word <= length) {
      memcpy(&word, bytes + at, sizeof word);
      if (!(word & 0x8080808080808080u)) {
        at += sizeof word;
        continue;
      }
    }
    const size_t count = scalar_length(bytes + at, length - at);
    if (!count) return false;
    at += count;
  }
  return true;
}

#if KERNELS_HAVE_AVX2

// Every fault shows in two neighbouring bytes, but for one: that the third and fourth bytes of a scalar
// go on, and no others do. Three tables, asked for the halves of the first byte and the upper half of the
// second, give a bit for each kind of fault that the two may be; a fault is what all three agree on.
// (J. Keiser and D. Lemire, Validating UTF-8 in less than one instruction per byte, 2021.)
enum {
  too_short = 1 << 0,      // a lead, then no continuation
  too_long = 1 << 1,       // ASCII, then a continuation
  long_three = 1 << 2,     // E0, then 80…9F
  too_large = 1 << 3,      // F4, then 90…BF; F5 and above
  surrogate = 1 << 4,      // ED, then A0…BF
  long_two = 1 << 5,       // C0 or C1
  long_four = 1 << 6,      // F0, then 80…8F; or F5 and above, then those
  two_follow = 1 << 7,     // a continuation after a continuation: right behind a long lead only
  any_second = too_short | too_long | two_follow,
};

__attribute__((target("avx2"))) static __m256i table(
    uint8_t a, uint8_t b, uint8_t c, uint8_t d, uint8_t e, uint8_t f, uint8_t g, uint8_t h, uint8_t i,
    uint8_t j, uint8_t k, uint8_t l, uint8_t m, uint8_t n, uint8_t o, uint8_t p) {
  return _mm256_broadcastsi128_si256(_mm_setr_epi8(
      (char)a, (char)b, (char)c, (char)d, (char)e, (char)f, (char)g, (char)h, (char)i, (char)j,
      (char)k, (char)l, (char)m, (char)n, (char)o, (char)p));
}

__attribute__((target("avx2"))) static __m256i upper_halves(__m256i bytes) {
  return _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
}

// The bytes one, two or three places before each of `now`, the last ones of `before` first.
#define EARLIER(now, before, places) \
  _mm256_alignr_epi8((now), _mm256_permute2x128_si256((before), (now), 0x21), 16 - (places))

// Faults in `now`, as bytes that are not zero; `before` are the 32 bytes before it.
__attribute__((target("avx2"))) static __m256i faults(__m256i now, __m256i before) {
  const __m256i last = EARLIER(now, before, 1);
  const __m256i by_upper = _mm256_shuffle_epi8(
      table(
          too_long, too_long, too_long, too_long, too_long, too_long, too_long, too_long, two_follow,
          two_follow, two_follow, two_follow, too_short | long_two, too_short,
          too_short | long_three | surrogate, too_short | too_large | long_four),
      upper_halves(last));
  const uint8_t five = any_second | too_large | long_four;
  const __m256i by_lower = _mm256_shuffle_epi8(
      table(
          any_second | long_three | long_two | long_four, any_second | long_two, any_second,
          any_second, any_second | too_large, five, five, five, five, five, five, five, five,
          five | surrogate, five, five),
      _mm256_and_si256(last, _mm256_set1_epi8(0x0F)));
  const uint8_t on = too_long | long_two | two_follow;
  const __m256i by_next = _mm256_shuffle_epi8(
      table(
          too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
          on | long_three | long_four, on | long_three | too_large,
          on | surrogate | too_large, on | surrogate | too_large, too_short, too_short, too_short,
          too_short),
      upper_halves(now));
  const __m256i pairs = _mm256_and_si256(_mm256_and_si256(by_upper, by_lower), by_next);
  // Two or three places after a lead of three or four bytes a continuation has to follow another.
  const __m256i third = _mm256_subs_epu8(EARLIER(now, before, 2), _mm256_set1_epi8((char)(0xE0 - 0x80)));
  const __m256i fourth =
      _mm256_subs_epu8(EARLIER(now, before, 3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
  const __m256i wanted =
      _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(wanted, pairs);
}

// What is known of a text on the way: the faults so far, the 32 bytes before, what of those begins a scalar that
// they do not end; and the two bytes that are a fault anywhere.
typedef struct {
  __m256i found, before, open, unwanted, other;
} reading;

__attribute__((target("avx2"))) static inline void read_block(reading *reading, __m256i now) {
  const __m256i least_open = _mm256_setr_epi8(
      -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
      -1, -1, -1, -1, -1, (char)(0xF0 - 1), (char)(0xE0 - 1), (char)(0xC0 - 1));
  reading->found = _mm256_or_si256(reading->found, faults(now, reading->before));
  reading->open = _mm256_subs_epu8(now, least_open);
  reading->before = now;
}

__attribute__((target("avx2"))) static inline __m256i unwanted_bytes(reading *reading, __m256i bytes) {
  return _mm256_or_si256(
      _mm256_cmpeq_epi8(bytes, reading->unwanted), _mm256_cmpeq_epi8(bytes, reading->other));
}

// Goes on with 64 bytes. Most texts have nothing but ASCII in nearly all of them, or something else in nearly all:
// of fewer bytes nobody could tell beforehand, the processor included.
__attribute__((target("avx2"))) static inline void read_blocks(reading *reading, const uint8_t *bytes) {
  const __m256i one = _mm256_loadu_si256((const __m256i *)bytes);
  const __m256i other = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  reading->found = _mm256_or_si256(
      reading->found,
      _mm256_or_si256(unwanted_bytes(reading, one), unwanted_bytes(reading, other)));
  if (_mm256_movemask_epi8(_mm256_or_si256(one, other)) == 0) {
    // ASCII is only asked whether what stands before it ends within a scalar.
    reading->found = _mm256_or_si256(reading->found, reading->open);
    reading->open = _mm256_setzero_si256();
    reading->before = other;
  } else {
    read_block(reading, one);
    read_block(reading, other);
  }
}

__attribute__((target("avx2"))) static bool is_utf8_avx2(
    const uint8_t *bytes, size_t length, uint8_t unwanted, uint8_t other) {
  const __m256i none = _mm256_setzero_si256();
  reading reading = {
      none, none, none, _mm256_set1_epi8((char)unwanted), _mm256_set1_epi8((char)other)};
  size_t at = 0;
  for (; at + 64 <= length; at += 64) {
    kernels_fetch_ahead(bytes, at, length);
    read_blocks(&reading, bytes + at);
  }
  // ASCII behind the text, and neither of the unwanted bytes.
  uint8_t rest[64], filler = ' ';
  while (filler == unwanted || filler == other) filler++;
  memset(rest, filler, sizeof rest);
  if (at < length) memcpy(rest, bytes + at, length - at);
  read_blocks(&reading, rest);
  const __m256i found = _mm256_or_si256(reading.found, reading.open);
  return _mm256_testz_si256(found, found);
}

#endif

bool kernels_is_utf8(const uint8_t *bytes, size_t length, uint8_t unwanted, uint8_t other) {
#if KERNELS_HAVE_AVX2
  if (kernels_have_avx2()) return is_utf8_avx2(bytes, length, unwanted, other);
#endif
  return kernels_is_utf8_portable(bytes, length, unwanted, other);
}
