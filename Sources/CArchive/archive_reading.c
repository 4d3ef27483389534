#include "archive_reading.h"

#include "libraries.h"
#include "stream.h"

#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct archive_reading {
  const struct libraries *libraries;
  struct stream stream;
  enum archive_container container;

  // What came out of the stream last, and how much of it was used up.
  const void *bytes;
  size_t size;
  size_t used;
  // What came out behind it already.
  const void *behind;
  size_t size_behind;
  // Bytes of several blocks that were asked for in one piece.
  unsigned char piece[ARCHIVE_MOST_AT_ONCE];

  // NULL for ARCHIVE_CONTAINER_SINGLE, and before a container is named.
  struct archive *archive;
  // How much the library was given before those bytes.
  int64_t before;
  // No further member is looked for.
  bool is_broken;
  bool has_end_mark;
  // A member was given, the bytes of which may be left.
  bool is_in_member;
  // It was given the header that stands for what was read before, or for nothing.
  bool is_primed;
  unsigned char header[512];
  // The block before was to be a header, and is damaged.
  bool is_lost;
  // What follows the last one is being gone through.
  bool is_at_rest;
};

bool archive_is_available(void) { return archive_libraries() != NULL; }

// Names are converted to the character set of the thread's locale: UTF-8, whatever the user's is.
static locale_t utf8_locale;
static pthread_once_t locale_once = PTHREAD_ONCE_INIT;

static void make_locale(void) { utf8_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

static locale_t use_utf8(void) {
  pthread_once(&locale_once, make_locale);
  return utf8_locale ? uselocale(utf8_locale) : uselocale((locale_t)0);
}

// Goes on to the next bytes of the stream: how many, 0 at the end, -1 where something is wrong.
static ssize_t advance(struct archive_reading *reading) {
  reading->before += (int64_t)reading->size;
  reading->size = reading->used = 0;
  ssize_t count = (ssize_t)reading->size_behind;
  if (count > 0) {
    reading->bytes = reading->behind;
    reading->size_behind = 0;
  } else {
    count = stream_next(&reading->stream, &reading->bytes);
  }
  if (count > 0) reading->size = (size_t)count;
  return count;
}

// The header of an empty file, by which the library knows a tar. What stands where this one stands for
// may be no header that it takes for a beginning.
static void make_header(unsigned char header[512]) {
  memset(header, 0, 512);
  header[0] = '-';
  memcpy(header + 124, "00000000000", 11);
  header[156] = '0';
  memcpy(header + 257, "ustar\00000", 8);
  unsigned sum = 8 * ' ';
  for (int place = 0; place < 512; place++) sum += header[place];
  snprintf((char *)header + 148, 8, "%06o", sum);
}

static la_ssize_t give_bytes(struct archive *archive, void *context, const void **bytes) {
  struct archive_reading *reading = context;
  if (reading->container == ARCHIVE_CONTAINER_TAR && !reading->is_primed) {
    reading->is_primed = true;
    make_header(reading->header);
    *bytes = reading->header;
    return sizeof reading->header;
  }
  // What was looked at to tell what it is comes first.
  ssize_t count = reading->used < reading->size
      ? (ssize_t)(reading->size - reading->used) : advance(reading);
  if (count < 0) {
    reading->libraries->archive_set_error(archive, EIO, "%s", reading->stream.fault);
    return ARCHIVE_FATAL;
  }
  *bytes = (const char *)reading->bytes + reading->used;
  reading->used = reading->size;
  return count;
}

// Where there is no compression what is not wanted is skipped.

static la_int64_t skip_bytes(struct archive *archive, void *context, la_int64_t request) {
  (void)archive;
  struct archive_reading *reading = context;
  struct stream *stream = &reading->stream;
  int64_t behind = (int64_t)reading->size_behind;
  // It asks for the rest again where this is not all.
  int64_t rest = behind > 0 ? behind : stream->source.size - stream->place;
  if (request > rest) request = rest;
  if (request < 0) request = 0;
  if (behind > 0) {
    reading->behind = (const char *)reading->behind + request;
    reading->size_behind -= (size_t)request;
  } else {
    stream->place += request;
  }
  reading->before += request;
  return request;
}

static la_int64_t seek_to(struct archive *archive, void *context, la_int64_t offset, int whence) {
  struct archive_reading *reading = context;
  struct stream *stream = &reading->stream;
  int64_t base = whence == SEEK_CUR ? stream->place
      : whence == SEEK_END ? stream->source.size : 0;
  int64_t place;
  if (__builtin_add_overflow(base, offset, &place) || place < 0 || place > stream->source.size) {
    reading->libraries->archive_set_error(archive, EINVAL, "it points outside itself");
    return ARCHIVE_FATAL;
  }
  stream->place = place;
  return place;
}

// Puts so many of the next bytes, or all there are, into one piece.
static void gather(struct archive_reading *reading, size_t size) {
  size_t count = 0;
  for (;;) {
    size_t rest = reading->size - reading->used;
    size_t part = rest < size - count ? rest : size - count;
    // The bytes may stand in the piece themselves.
    memmove(reading->piece + count, (const char *)reading->bytes + reading->used, part);
    count += part;
    reading->used += part;
    if (count == size || advance(reading) <= 0) break;
  }
  size_t behind = reading->size - reading->used;
  reading->behind = (const char *)reading->bytes + reading->used;
  reading->size_behind = behind;
  reading->bytes = reading->piece;
  reading->size = count;
  reading->used = 0;
}

struct archive_reading *archive_reading_open(
    enum archive_packing packing, struct archive_source source) {
  const struct libraries *call = archive_libraries();
  if (!call) return NULL;
  struct archive_reading *reading = calloc(1, sizeof *reading);
  if (!reading) return NULL;
  reading->libraries = call;
  reading->stream.libraries = call;
  reading->stream.packing = packing;
  reading->stream.source = source;
  if (!stream_open(&reading->stream)) {
    archive_reading_close(reading);
    return NULL;
  }
  return reading;
}

size_t archive_reading_look(struct archive_reading *reading, size_t size, const void **bytes) {
  if (reading->used == reading->size) (void)advance(reading);
  if (size > sizeof reading->piece) size = sizeof reading->piece;
  if (reading->size - reading->used < size) gather(reading, size);
  *bytes = (const char *)reading->bytes + reading->used;
  return reading->size - reading->used;
}

enum archive_outcome archive_reading_pass(struct archive_reading *reading, int64_t size) {
  struct stream *stream = &reading->stream;
  while (size > 0) {
    int64_t rest = (int64_t)(reading->size - reading->used);
    if (rest > size) rest = size;
    reading->used += (size_t)rest;
    size -= rest;
    if (size == 0) break;
    // Where there is no compression what is not wanted is skipped.
    if (stream->packing == ARCHIVE_PACKING_NONE && reading->size_behind == 0
        && size <= stream->source.size - stream->place) {
      stream->place += size;
      break;
    }
    ssize_t more = advance(reading);
    if (more == 0) return ARCHIVE_OUTCOME_END;
    if (more < 0) return ARCHIVE_OUTCOME_BROKEN;
  }
  return ARCHIVE_OUTCOME_DONE;
}

bool archive_reading_begin(struct archive_reading *reading, enum archive_container container) {
  const struct libraries *call = reading->libraries;
  reading->container = container;
  if (container == ARCHIVE_CONTAINER_SINGLE) return true;
  struct archive *archive = reading->archive = call->archive_read_new();
  if (!archive) return false;
  switch (container) {
    case ARCHIVE_CONTAINER_ZIP: call->archive_read_support_format_zip_seekable(archive); break;
    case ARCHIVE_CONTAINER_ZIP_STREAM:
      call->archive_read_support_format_zip_streamable(archive);
      break;
    case ARCHIVE_CONTAINER_7ZIP: call->archive_read_support_format_7zip(archive); break;
    default: call->archive_read_support_format_tar(archive); break;
  }
  call->archive_read_set_read_callback(archive, give_bytes);
  if (reading->stream.packing == ARCHIVE_PACKING_NONE) {
    call->archive_read_set_skip_callback(archive, skip_bytes);
    call->archive_read_set_seek_callback(archive, seek_to);
  }
  call->archive_read_set_callback_data(archive, reading);
  reading->before = -(int64_t)reading->used;
  if (container == ARCHIVE_CONTAINER_TAR) reading->before += (int64_t)sizeof reading->header;
  reading->is_broken = call->archive_read_open1(archive) < ARCHIVE_WARN;
  if (container == ARCHIVE_CONTAINER_TAR && !reading->is_broken) {
    struct archive_entry *entry;
    reading->is_broken = call->archive_read_next_header(archive, &entry) < ARCHIVE_WARN;
    reading->is_in_member = true;
  }
  return true;
}

static void describe(
    const struct libraries *call, struct archive_entry *entry, struct archive_member *member) {
  member->name = call->archive_entry_pathname(entry);
  member->name_size = member->name ? strlen(member->name) : 0;
  member->size = call->archive_entry_size_is_set(entry) ? call->archive_entry_size(entry) : -1;
  member->is_encrypted = call->archive_entry_is_data_encrypted(entry) != 0;
  if (call->archive_entry_hardlink(entry)) {
    member->kind = ARCHIVE_MEMBER_LINK;
    return;
  }
  switch (call->archive_entry_filetype(entry)) {
    // Some writers of zip leave the type out.
    case 0:
    case AE_IFREG: member->kind = ARCHIVE_MEMBER_FILE; break;
    case AE_IFDIR: member->kind = ARCHIVE_MEMBER_FOLDER; break;
    case AE_IFLNK: member->kind = ARCHIVE_MEMBER_LINK; break;
    default: member->kind = ARCHIVE_MEMBER_OTHER; break;
  }
}

static enum archive_outcome next_single(
    struct archive_reading *reading, struct archive_member *member) {
  if (reading->is_in_member) return ARCHIVE_OUTCOME_END;
  reading->is_in_member = true;
  *member = (struct archive_member){.size = -1};
  return ARCHIVE_OUTCOME_DONE;
}

enum archive_outcome archive_reading_next(
    struct archive_reading *reading, struct archive_member *member) {
  const struct libraries *call = reading->libraries;
  if (reading->is_broken) return ARCHIVE_OUTCOME_BROKEN;
  if (!reading->archive) return next_single(reading, member);
  bool is_tar = reading->container == ARCHIVE_CONTAINER_TAR;
  if (is_tar && reading->is_in_member) call->archive_read_data_skip(reading->archive);
  int64_t before = call->archive_filter_bytes(reading->archive, 0);
  struct archive_entry *entry = NULL;
  int result;
  locale_t locale = use_utf8();
  do {
    result = call->archive_read_next_header(reading->archive, &entry);
    // What follows a damaged header has none either, up to the next member.
  } while (result == ARCHIVE_RETRY && reading->is_lost);
  reading->is_lost = result == ARCHIVE_RETRY;
  reading->is_in_member = result == ARCHIVE_OK || result == ARCHIVE_WARN;
  if (result >= ARCHIVE_WARN && result != ARCHIVE_EOF && entry) describe(call, entry, member);
  uselocale(locale);
  switch (result) {
    case ARCHIVE_OK:
    case ARCHIVE_WARN: return ARCHIVE_OUTCOME_DONE;
    case ARCHIVE_EOF:
      // A tar ends with blocks of 512 zeros.
      reading->has_end_mark =
          !is_tar || call->archive_filter_bytes(reading->archive, 0) - before >= 512;
      return ARCHIVE_OUTCOME_END;
    case ARCHIVE_RETRY:
    case ARCHIVE_FAILED: return ARCHIVE_OUTCOME_SKIPPED;
    default: reading->is_broken = true; return ARCHIVE_OUTCOME_BROKEN;
  }
}

static enum archive_outcome read_single(
    struct archive_reading *reading, void *buffer, size_t size, size_t *count) {
  if (reading->used == reading->size) {
    ssize_t more = advance(reading);
    if (more == 0) return ARCHIVE_OUTCOME_END;
    if (more < 0) {
      reading->is_broken = true;
      return ARCHIVE_OUTCOME_BROKEN;
    }
  }
  size_t rest = reading->size - reading->used;
  *count = size < rest ? size : rest;
  memcpy(buffer, (const char *)reading->bytes + reading->used, *count);
  reading->used += *count;
  return ARCHIVE_OUTCOME_DONE;
}

enum archive_outcome archive_reading_read(
    struct archive_reading *reading, void *buffer, size_t size, size_t *count) {
  *count = 0;
  if (reading->is_broken) return ARCHIVE_OUTCOME_BROKEN;
  if (!reading->archive) return read_single(reading, buffer, size, count);
  // Warnings of before are not about these bytes.
  reading->libraries->archive_clear_error(reading->archive);
  la_ssize_t result = reading->libraries->archive_read_data(reading->archive, buffer, size);
  if (result > 0) {
    *count = (size_t)result;
    return ARCHIVE_OUTCOME_DONE;
  }
  switch (result) {
    case 0: return ARCHIVE_OUTCOME_END;
    // A wrong CRC or size is a warning to the library.
    case ARCHIVE_WARN:
    case ARCHIVE_RETRY:
    case ARCHIVE_FAILED: return ARCHIVE_OUTCOME_SKIPPED;
    default: reading->is_broken = true; return ARCHIVE_OUTCOME_BROKEN;
  }
}

enum archive_outcome archive_reading_rest(
    struct archive_reading *reading, size_t *count, bool *is_something) {
  *count = 0;
  *is_something = false;
  if (!reading->is_at_rest) {
    reading->is_at_rest = true;
    // Of the bytes that the library was given last it has left some.
    int64_t place = reading->libraries->archive_filter_bytes(reading->archive, 0) - reading->before;
    if (place >= 0 && place < (int64_t)reading->size) reading->used = (size_t)place;
  }
  if (reading->used == reading->size) {
    ssize_t more = advance(reading);
    if (more == 0) return ARCHIVE_OUTCOME_END;
    if (more < 0) return ARCHIVE_OUTCOME_BROKEN;
  }
  const unsigned char *bytes = reading->bytes;
  *count = reading->size - reading->used;
  for (size_t place = reading->used; place < reading->size && !*is_something; place++)
    *is_something = bytes[place] != 0;
  reading->used = reading->size;
  return ARCHIVE_OUTCOME_DONE;
}

const char *archive_reading_message(struct archive_reading *reading) {
  if (reading->stream.fault) return reading->stream.fault;
  if (reading->is_lost) return "its header is damaged, and what follows up to the next one is lost";
  const char *message =
      reading->archive ? reading->libraries->archive_error_string(reading->archive) : NULL;
  return message ? message : "";
}

bool archive_reading_has_end_mark(struct archive_reading *reading) {
  return reading->has_end_mark || !reading->archive;
}

bool archive_reading_has_trailing_bytes(struct archive_reading *reading) {
  return reading->stream.has_trailing_bytes;
}

void archive_reading_close(struct archive_reading *reading) {
  if (reading->archive) reading->libraries->archive_read_free(reading->archive);
  stream_close(&reading->stream);
  free(reading);
}
