#include "stream.h"

#include <errno.h>
#include <string.h>

static const char *const unreadable = "it cannot be read";

// Fills the block from the place on: how many bytes, 0 at the end, -1 where that fails.
static ssize_t read_block(struct stream *stream) {
  struct archive_source *source = &stream->source;
  int64_t count = source->read(source->context, stream->place, stream->block, sizeof stream->block);
  if (count > 0) stream->place += count;
  if (count < 0) stream->trouble = unreadable;
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
  stream->is_followed = *gzip->next_in != 0x1f;
  return !stream->is_followed;
}

static const char *gzip_fault(int result) {
  switch (result) {
    case ISAL_INCORRECT_CHECKSUM: return "its bytes are not those that its checksum was made of";
    case ISAL_UNSUPPORTED_METHOD: return "its compression is not one that gzip has";
    case ISAL_INVALID_WRAPPER: return "its header is damaged";
    default: return "its data are damaged";
  }
}

static ssize_t next_of_gzip(struct stream *stream, unsigned char *block) {
  struct inflate_state *gzip = &stream->gzip;
  gzip->next_out = block;
  gzip->avail_out = AHEAD_BLOCK_SIZE;
  while (gzip->avail_out == AHEAD_BLOCK_SIZE) {
    if (stream->trouble) return -1;
    if (stream->is_between) {
      if (stream->is_followed || !begins_member(stream)) return stream->trouble ? -1 : 0;
      stream->libraries->isal_inflate_reset(gzip);
      stream->is_between = false;
    }
    // It may hold back bytes of the block before: no more are read while some come.
    uint32_t before = gzip->avail_in;
    int result = stream->libraries->isal_inflate(gzip);
    if (result < 0) {
      stream->trouble = gzip_fault(result);
    } else if (gzip->block_state == ISAL_BLOCK_FINISH) {
      stream->is_between = true;
    } else if (gzip->avail_out < AHEAD_BLOCK_SIZE) {
      break;
    } else if (gzip->avail_in == 0) {
      ssize_t count = read_block(stream);
      if (count == 0) stream->trouble = "it ends too early";
      gzip->next_in = stream->block;
      gzip->avail_in = count > 0 ? (uint32_t)count : 0;
    } else if (gzip->avail_in == before) {
      stream->trouble = gzip_fault(0);
    }
  }
  return (ssize_t)(AHEAD_BLOCK_SIZE - gzip->avail_out);
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
  int result = call->archive_read_open1(stream->archive);
  if (result >= ARCHIVE_WARN) result = call->archive_read_next_header(stream->archive, &entry);
  if (result < ARCHIVE_WARN) stream->trouble = call->archive_error_string(stream->archive);
  // What holds no byte has no member to the library.
  stream->is_at_end = result == ARCHIVE_EOF;
  return true;
}

// Whether something else stands behind what the library took, which ends in silence at what does not begin
// as another stream does. Zeros may follow, as tapes pad files.
static bool something_follows(struct stream *stream) {
  stream->place = stream->libraries->archive_filter_bytes(stream->archive, -1);
  for (;;) {
    ssize_t count = read_block(stream);
    if (count <= 0) return false;
    for (ssize_t place = 0; place < count; place++)
      if (stream->block[place] != 0) return true;
  }
}

static ssize_t next_of_archive(struct stream *stream, unsigned char *block) {
  const struct libraries *call = stream->libraries;
  la_int64_t offset;
  int result = ARCHIVE_OK;
  if (stream->trouble) return -1;
  if (stream->is_at_end) result = ARCHIVE_EOF;
  while (result == ARCHIVE_RETRY || (result == ARCHIVE_OK && stream->unpacked_size == 0))
    result = call->archive_read_data_block(
        stream->archive, &stream->unpacked, &stream->unpacked_size, &offset);
  if (result == ARCHIVE_EOF) {
    stream->is_at_end = true;
    stream->is_followed = something_follows(stream);
    return stream->trouble ? -1 : 0;
  }
  if (result != ARCHIVE_OK) {
    stream->trouble = call->archive_error_string(stream->archive);
    if (!stream->trouble) stream->trouble = "its data are damaged";
    return -1;
  }
  size_t count = stream->unpacked_size;
  if (count > AHEAD_BLOCK_SIZE) count = AHEAD_BLOCK_SIZE;
  memcpy(block, stream->unpacked, count);
  stream->unpacked = (const char *)stream->unpacked + count;
  stream->unpacked_size -= count;
  return (ssize_t)count;
}

// Puts the next bytes without their compression into a block.
static ssize_t fill(void *context, unsigned char *block) {
  struct stream *stream = context;
  return stream->packing == ARCHIVE_PACKING_GZIP ? next_of_gzip(stream, block)
                                                 : next_of_archive(stream, block);
}

// The next of them; from the ninth block on from a thread that is ahead of whoever asks.
static ssize_t next_unpacked(struct stream *stream, const void **bytes) {
  enum { few = 8 };
  if (stream->ahead) return ahead_next(stream->ahead, bytes);
  if (stream->blocks == few) stream->ahead = ahead_start(fill, stream);
  if (stream->blocks <= few) stream->blocks++;
  if (stream->ahead) return ahead_next(stream->ahead, bytes);
  *bytes = stream->output;
  return fill(stream, stream->output);
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
  ssize_t count;
  if (stream->packing == ARCHIVE_PACKING_NONE) {
    *bytes = stream->block;
    count = read_block(stream);
  } else {
    count = next_unpacked(stream, bytes);
  }
  if (count < 0) stream->fault = stream->trouble;
  if (count == 0) stream->has_trailing_bytes = stream->is_followed;
  return count;
}

void stream_close(struct stream *stream) {
  if (stream->ahead) ahead_stop(stream->ahead);
  if (stream->archive) stream->libraries->archive_read_free(stream->archive);
}
