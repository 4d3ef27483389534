// Which vector instructions there may be, and whether this processor has them.

#ifndef KERNELS_VECTORS_H
#define KERNELS_VECTORS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#define KERNELS_HAVE_AVX2 1
#include <immintrin.h>

// Asks for memory that a loop through `length` bytes comes to later, once for each line of a cache. The
// processor does so by itself up to the end of a page, and pages of files have 4 KiB: without this a
// search through a gigabyte takes half as long again.
static inline void kernels_fetch_ahead(const uint8_t *bytes, size_t at, size_t length) {
  const size_t ahead = 4096;
  if (at + ahead < length) _mm_prefetch((const char *)bytes + at + ahead, _MM_HINT_T0);
}

static inline bool kernels_have_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
}
#else
#define KERNELS_HAVE_AVX2 0
#endif

#endif
