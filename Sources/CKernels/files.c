#define _GNU_SOURCE
#include "CKernels.h"

#include <unistd.h>

int kernels_flush_file_system(int descriptor) {
  return syncfs(descriptor);
}
