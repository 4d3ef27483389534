#include "stream.h"

#include <errno.h>

static const char *const unreadable = "it cannot be read";

// Fills the block from the place on: how many bytes, 0 at the end, -1 where that fails.
static ssize_t read_block(struct stream *stream) {
  struct archive_source *source = &stream->source;
  int64_t count = source->read(source->context, stream->place, stream->block, sizeof stream->block);
  if (count > 0) stream->place += count;
  if (count < 0) stream->fault = unreadable;
  return (ssize_t)count;
}

// Whether another member of gzip begins here. Zeros may follow the last one, as tapes pad files.
static bool begins_member(struct stream *stream) {
  struct inflate_state *gzip = &stream->gzip;
  for (;;) {
    while (gzip->avail_in > 0 && *gzip->next_in == 0) {
      gzip->next_in++;
      gzip->avail_in--;
    }
    if (gzip->avail_in > 0) break;
    ssize_t count = read_block(stream);
    if (count <= 0) return false;
    gzip->next_in = stream->block;
    gzip->avail_in = (unsigned)count;
  }
  stream->has_trailing_bytes = *gzip->next_in != 0x1f;
  return !stream->has_trailing_bytes;
}

static const char *gzip_fault(int result) {
  switch (result) {
    case ISAL_INCORRECT_CHECKSUM: return "its bytes are not those that its checksum was made of";
    case ISAL_UNSUPPORTED_METHOD: return "its compression is not one that gzip has";
    case ISAL_INVALID_WRAPPER: return "its header is damaged";
    default: return "its data are damaged";
  }
}

static ssize_t next_of_gzip(struct stream *stream, const void **bytes) {
  struct inflate_state *gzip = &stream->gzip;
  *bytes = stream->output;
  gzip->next_out = stream->output;
  gzip->avail_out = sizeof stream->output;
  while (gzip->avail_out == sizeof stream->output) {
    if (stream->fault) return -1;
    if (stream->is_between) {
      if (stream->has_trailing_bytes || !begins_member(stream)) return stream->fault ? -1 : 0;
      stream->libraries->isal_inflate_reset(gzip);
      stream->is_between = false;
    }
    // It may hold back bytes of the block before: no more are read while some come.
    uint32_t before = gzip->avail_in;
    int result = stream->libraries->isal_inflate(gzip);
    if (result < 0) {
      stream->fault = gzip_fault(result);
    } else if (gzip->block_state == ISAL_BLOCK_FINISH) {
      stream->is_between = true;
    } else if (gzip->avail_out < sizeof stream->output) {
      break;
    } else if (gzip->avail_in == 0) {
      ssize_t count = read_block(stream);
      if (count == 0) stream->fault = "it ends too early";
      gzip->next_in = stream->block;
      gzip->avail_in = count > 0 ? (uint32_t)count : 0;
    } else if (gzip->avail_in == before) {
      stream->fault = gzip_fault(0);
    }
  }
  return (ssize_t)(sizeof stream->output - gzip->avail_out);
}

static la_ssize_t give_block(struct archive *archive, void *context, const void **bytes) {
  struct stream *stream = context;
  ssize_t count = read_block(stream);
  *bytes = stream->block;
  if (count >= 0) return count;
  stream->libraries->archive_set_error(archive, EIO, "%s", unreadable);
  return ARCHIVE_FATAL;
}

// Opens a reader of libarchive that takes nothing but one compression off.
static bool open_archive(struct stream *stream) {
  const struct libraries *call = stream->libraries;
  stream->archive = call->archive_read_new();
  if (!stream->archive) return false;
  switch (stream->packing) {
    case ARCHIVE_PACKING_BZIP2: call->archive_read_support_filter_bzip2(stream->archive); break;
    case ARCHIVE_PACKING_XZ: call->archive_read_support_filter_xz(stream->archive); break;
    default: call->archive_read_support_filter_zstd(stream->archive); break;
  }
  call->archive_read_support_format_raw(stream->archive);
  call->archive_read_support_format_empty(stream->archive);
  call->archive_read_set_read_callback(stream->archive, give_block);
  call->archive_read_set_callback_data(stream->archive, stream);
  struct archive_entry *entry;
  if (call->archive_read_open1(stream->archive) < ARCHIVE_WARN
      || call->archive_read_next_header(stream->archive, &entry) < ARCHIVE_WARN)
    stream->fault = call->archive_error_string(stream->archive);
  return true;
}

static ssize_t next_of_archive(struct stream *stream, const void **bytes) {
  const struct libraries *call = stream->libraries;
  size_t size = 0;
  la_int64_t offset;
  int result;
  if (stream->fault) return -1;
  do {
    result = call->archive_read_data_block(stream->archive, bytes, &size, &offset);
  } while (result == ARCHIVE_RETRY || (result == ARCHIVE_OK && size == 0));
  if (result == ARCHIVE_EOF) return 0;
  if (result == ARCHIVE_OK) return (ssize_t)size;
  stream->fault = call->archive_error_string(stream->archive);
  if (!stream->fault) stream->fault = "its data are damaged";
  return -1;
}

bool stream_open(struct stream *stream) {
  switch (stream->packing) {
    case ARCHIVE_PACKING_NONE: return true;
    case ARCHIVE_PACKING_GZIP:
      stream->libraries->isal_inflate_init(&stream->gzip);
      stream->gzip.crc_flag = ISAL_GZIP;
      return true;
    default: return open_archive(stream);
  }
}

ssize_t stream_next(struct stream *stream, const void **bytes) {
  switch (stream->packing) {
    case ARCHIVE_PACKING_NONE:
      *bytes = stream->block;
      return read_block(stream);
    case ARCHIVE_PACKING_GZIP: return next_of_gzip(stream, bytes);
    default: return next_of_archive(stream, bytes);
  }
}

void stream_close(struct stream *stream) {
  if (stream->archive) stream->libraries->archive_read_free(stream->archive);
}
