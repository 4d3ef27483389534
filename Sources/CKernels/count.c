#include "CKernels.h"

#include "vectors.h"

size_t kernels_count_portable(const uint8_t *bytes, size_t length, uint8_t byte) {
  size_t count = 0;
  for (size_t at = 0; at < length; at++) count += bytes[at] == byte;
  return count;
}

#if KERNELS_HAVE_AVX2

__attribute__((target("avx2,popcnt"))) static size_t count_avx2(
    const uint8_t *bytes, size_t length, uint8_t byte) {
  const __m256i wanted = _mm256_set1_epi8((char)byte);
  size_t count = 0;
  size_t at = 0;
  for (; at + 32 <= length; at += 32) {
    const __m256i equal =
        _mm256_cmpeq_epi8(_mm256_loadu_si256((const __m256i *)(bytes + at)), wanted);
    count += (size_t)__builtin_popcount((uint32_t)_mm256_movemask_epi8(equal));
  }
  return count + kernels_count_portable(bytes + at, length - at, byte);
}

#endif

size_t kernels_count(const uint8_t *bytes, size_t length, uint8_t byte) {
#if KERNELS_HAVE_AVX2
  if (kernels_have_avx2()) return count_avx2(bytes, length, byte);
#endif
  return kernels_count_portable(bytes, length, byte);
}
