// The bytes of an archive with their compression taken off, block by block.
#ifndef CARCHIVE_STREAM_H
#define CARCHIVE_STREAM_H

#include "ahead.h"
#include "archive_reading.h"
#include "libraries.h"

#include <sys/types.h>

struct stream {
  const struct libraries *libraries;
  enum archive_packing packing;
  struct archive_source source;

  // Where in the source the next block begins.
  int64_t place;
  unsigned char block[1 << 18];

  // ARCHIVE_PACKING_GZIP, by ISA-L: members one behind the other, each checked against the CRC and
  // the length behind it (RFC 1952).
  struct inflate_state gzip;
  // Between two members, so that the end of the file is no fault.
  bool is_between;

  // The other compressions, by libarchive.
  struct archive *archive;
  // What it gave last and was not handed on.
  const void *unpacked;
  size_t unpacked_size;
  // It has no more to give.
  bool is_at_end;

  // Something else follows what was decompressed.
  bool is_followed;

  // What stopped the decompression; NULL where nothing has.
  const char *trouble;

  // Takes the compression off on a thread of its own, where there is much: what stands above is that thread's
  // then. NULL where there is none.
  struct ahead *ahead;
  // Blocks that were given without it.
  unsigned blocks;
  // The last of those.
  unsigned char output[AHEAD_BLOCK_SIZE];

  // What was wrong when the bytes ended; NULL where nothing was, or they have not ended.
  const char *fault;
  // Something else follows them; known at their end.
  bool has_trailing_bytes;
};

// False where there is no memory.
bool stream_open(struct stream *stream);

// The next bytes, valid until the next call: how many, 0 at the end, -1 with a fault.
ssize_t stream_next(struct stream *stream, const void **bytes);

void stream_close(struct stream *stream);

#endif
