// The bytes of an archive, block by block.
#ifndef CARCHIVE_INPUT_H
#define CARCHIVE_INPUT_H

#include "archive_reading.h"

#include <sys/types.h>

struct input {
  struct archive_source source;
  int64_t place;
  unsigned char block[1 << 18];
};

// Fills the block from the place on: how many bytes, 0 at the end, -1 where that fails.
static inline ssize_t input_read(struct input *input) {
  int64_t count = input->source.read(
      input->source.context, input->place, input->block, sizeof input->block);
  if (count > 0) input->place += count;
  return (ssize_t)count;
}

#endif
