#define _GNU_SOURCE
#include "CKernels.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int kernels_flush_file_system(int descriptor) {
  return syncfs(descriptor);
}

void kernels_begin_flush(int descriptor) {
  sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
}

int kernels_exchange(const char *path, const char *other) {
  return renameat2(AT_FDCWD, path, AT_FDCWD, other, RENAME_EXCHANGE);
}

int kernels_rename_new(const char *path, const char *other) {
  return renameat2(AT_FDCWD, path, AT_FDCWD, other, RENAME_NOREPLACE);
}
