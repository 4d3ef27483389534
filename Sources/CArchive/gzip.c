#include "gzip.h"

// The largest window that a stream may want, and the header and trailer of gzip around it.
enum { window_bits = 15 + 16 };

bool gzip_open(struct gzip *gzip, const struct libraries *libraries) {
  gzip->is_open = libraries->inflateInit2_(
      &gzip->stream, window_bits, ZLIB_VERSION, (int)sizeof(z_stream)) == Z_OK;
  return gzip->is_open;
}

// Whether another member begins here. Zeros may follow the last one, as tapes pad files.
static bool begins_member(struct gzip *gzip, struct input *input) {
  z_stream *stream = &gzip->stream;
  for (;;) {
    while (stream->avail_in > 0 && *stream->next_in == 0) {
      stream->next_in++;
      stream->avail_in--;
    }
    if (stream->avail_in > 0) break;
    ssize_t count = input_read(input);
    if (count <= 0) return false;
    stream->next_in = input->block;
    stream->avail_in = (unsigned)count;
  }
  gzip->has_trailing_bytes = *stream->next_in != 0x1f;
  return !gzip->has_trailing_bytes;
}

ssize_t gzip_read(struct gzip *gzip, struct input *input, const struct libraries *libraries) {
  z_stream *stream = &gzip->stream;
  stream->next_out = gzip->output;
  stream->avail_out = sizeof gzip->output;
  while (stream->avail_out == sizeof gzip->output) {
    if (gzip->fault) return -1;
    if (gzip->is_between) {
      if (gzip->has_trailing_bytes || !begins_member(gzip, input)) return 0;
      libraries->inflateReset(stream);
      gzip->is_between = false;
    }
    if (stream->avail_in == 0) {
      ssize_t count = input_read(input);
      if (count <= 0) {
        gzip->fault = count == 0 ? "it ends too early" : "it cannot be read";
        continue;
      }
      stream->next_in = input->block;
      stream->avail_in = (unsigned)count;
    }
    switch (libraries->inflate(stream, Z_NO_FLUSH)) {
      case Z_OK:
      case Z_BUF_ERROR: break;
      case Z_STREAM_END: gzip->is_between = true; break;
      default: gzip->fault = stream->msg ? stream->msg : "its data are damaged"; break;
    }
  }
  return (ssize_t)(sizeof gzip->output - stream->avail_out);
}

void gzip_close(struct gzip *gzip, const struct libraries *libraries) {
  if (gzip->is_open) libraries->inflateEnd(&gzip->stream);
}
