// What comes out of a gzip file, member after member, each checked against the CRC and the length
// behind it (RFC 1952).
#ifndef CARCHIVE_GZIP_H
#define CARCHIVE_GZIP_H

#include "input.h"
#include "libraries.h"

struct gzip {
  z_stream stream;
  bool is_open;
  // Between two members, so that the end of the file is no fault.
  bool is_between;
  // Something else follows the last member.
  bool has_trailing_bytes;
  // What is wrong; NULL where nothing is.
  const char *fault;
  unsigned char output[1 << 18];
};

bool gzip_open(struct gzip *gzip, const struct libraries *libraries);

// The next bytes, in `gzip->output`: how many, 0 at the end, -1 where something is wrong.
ssize_t gzip_read(struct gzip *gzip, struct input *input, const struct libraries *libraries);

void gzip_close(struct gzip *gzip, const struct libraries *libraries);

#endif
