// Which vector instructions there may be, and whether this processor has them.

#ifndef KERNELS_VECTORS_H
#define KERNELS_VECTORS_H

#include <stdbool.h>

#if defined(__x86_64__)
#define KERNELS_HAVE_AVX2 1
#include <immintrin.h>

static inline bool kernels_have_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
}
#else
#define KERNELS_HAVE_AVX2 0
#endif

#endif
