#include "archive_reading.h"

#include "gzip.h"
#include "input.h"
#include "libraries.h"

#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct archive_reading {
  const struct libraries *libraries;
  enum archive_form form;
  struct archive *archive;
  // Where opening failed, no member is looked for.
  bool is_broken;
  // What the last block of zeros began after, or -1.
  bool has_end_mark;
  struct input input;
  // Used where the form is ARCHIVE_FORM_GZIP.
  struct gzip gzip;
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

static la_ssize_t read_block(struct archive *archive, void *context, const void **block) {
  struct archive_reading *reading = context;
  ssize_t count;
  const char *fault = NULL;
  if (reading->form == ARCHIVE_FORM_GZIP) {
    count = gzip_read(&reading->gzip, &reading->input, reading->libraries);
    *block = reading->gzip.output;
    fault = reading->gzip.fault;
  } else {
    count = input_read(&reading->input);
    *block = reading->input.block;
  }
  if (count < 0) {
    reading->libraries->archive_set_error(archive, EIO, "%s", fault ? fault : "it cannot be read");
    return ARCHIVE_FATAL;
  }
  return count;
}

static la_int64_t skip_bytes(struct archive *archive, void *context, la_int64_t request) {
  (void)archive;
  struct input *input = &((struct archive_reading *)context)->input;
  int64_t rest = input->source.size - input->place;
  if (request > rest) request = rest;
  if (request < 0) request = 0;
  input->place += request;
  return request;
}

static la_int64_t seek_to(struct archive *archive, void *context, la_int64_t offset, int whence) {
  struct input *input = &((struct archive_reading *)context)->input;
  int64_t base = whence == SEEK_CUR ? input->place : whence == SEEK_END ? input->source.size : 0;
  int64_t place;
  if (__builtin_add_overflow(base, offset, &place) || place < 0 || place > input->source.size) {
    ((struct archive_reading *)context)
        ->libraries->archive_set_error(archive, EINVAL, "it points outside itself");
    return ARCHIVE_FATAL;
  }
  input->place = place;
  return place;
}

static void choose_form(const struct libraries *call, struct archive *archive, enum archive_form form) {
  switch (form) {
    case ARCHIVE_FORM_ZIP: call->archive_read_support_format_zip_seekable(archive); return;
    case ARCHIVE_FORM_ZIP_STREAM: call->archive_read_support_format_zip_streamable(archive); return;
    case ARCHIVE_FORM_7ZIP: call->archive_read_support_format_7zip(archive); return;
    case ARCHIVE_FORM_TAR: break;
    case ARCHIVE_FORM_GZIP: break;
    case ARCHIVE_FORM_BZIP2: call->archive_read_support_filter_bzip2(archive); break;
    case ARCHIVE_FORM_XZ: call->archive_read_support_filter_xz(archive); break;
    case ARCHIVE_FORM_ZSTD: call->archive_read_support_filter_zstd(archive); break;
  }
  call->archive_read_support_format_tar(archive);
  // On to the end of the file, whatever stands behind the end of a tar.
  call->archive_read_set_format_option(archive, "tar", "read_concatenated_archives", "1");
  // What is no tar is one file: only where it comes out of a compression.
  if (form != ARCHIVE_FORM_TAR) call->archive_read_support_format_raw(archive);
}

struct archive_reading *archive_reading_open(enum archive_form form, struct archive_source source) {
  const struct libraries *call = archive_libraries();
  if (!call) return NULL;
  struct archive_reading *reading = calloc(1, sizeof *reading);
  if (!reading) return NULL;
  reading->libraries = call;
  reading->form = form;
  reading->input.source = source;
  reading->archive = call->archive_read_new();
  if (!reading->archive || (form == ARCHIVE_FORM_GZIP && !gzip_open(&reading->gzip, call))) {
    archive_reading_close(reading);
    return NULL;
  }
  choose_form(call, reading->archive, form);
  call->archive_read_set_read_callback(reading->archive, read_block);
  if (form != ARCHIVE_FORM_GZIP) {
    call->archive_read_set_skip_callback(reading->archive, skip_bytes);
    call->archive_read_set_seek_callback(reading->archive, seek_to);
  }
  call->archive_read_set_callback_data(reading->archive, reading);
  locale_t before = use_utf8();
  reading->is_broken = call->archive_read_open1(reading->archive) < ARCHIVE_WARN;
  uselocale(before);
  return reading;
}

static bool is_tar(struct archive_reading *reading) {
  return (reading->libraries->archive_format(reading->archive) & ARCHIVE_FORMAT_BASE_MASK)
      == ARCHIVE_FORMAT_TAR;
}

static void describe(
    struct archive_reading *reading, struct archive_entry *entry, struct archive_member *member) {
  const struct libraries *call = reading->libraries;
  member->name = call->archive_entry_pathname(entry);
  member->name_size = member->name ? strlen(member->name) : 0;
  member->size = call->archive_entry_size_is_set(entry) ? call->archive_entry_size(entry) : -1;
  member->is_encrypted = call->archive_entry_is_data_encrypted(entry) != 0;
  if (call->archive_entry_hardlink(entry)) {
    member->kind = ARCHIVE_MEMBER_LINK;
    return;
  }
  switch (call->archive_entry_filetype(entry)) {
    case AE_IFREG: member->kind = ARCHIVE_MEMBER_FILE; break;
    case AE_IFDIR: member->kind = ARCHIVE_MEMBER_FOLDER; break;
    case AE_IFLNK: member->kind = ARCHIVE_MEMBER_LINK; break;
    // Some writers of zip leave the type out.
    case 0: member->kind = ARCHIVE_MEMBER_FILE; break;
    default: member->kind = ARCHIVE_MEMBER_OTHER; break;
  }
}

enum archive_outcome archive_reading_next(
    struct archive_reading *reading, struct archive_member *member) {
  const struct libraries *call = reading->libraries;
  if (reading->is_broken) return ARCHIVE_OUTCOME_BROKEN;
  bool is_first = call->archive_format(reading->archive) == 0;
  if (!is_first && is_tar(reading)) call->archive_read_data_skip(reading->archive);
  int64_t before = call->archive_filter_bytes(reading->archive, 0);
  struct archive_entry *entry = NULL;
  int result;
  locale_t locale = use_utf8();
  do {
    result = call->archive_read_next_header(reading->archive, &entry);
  } while (result == ARCHIVE_RETRY);
  if (result >= ARCHIVE_WARN && result != ARCHIVE_EOF && entry) describe(reading, entry, member);
  uselocale(locale);
  switch (result) {
    case ARCHIVE_OK:
    case ARCHIVE_WARN: return ARCHIVE_OUTCOME_DONE;
    case ARCHIVE_EOF:
      // A tar ends with blocks of 512 zeros.
      reading->has_end_mark = call->archive_filter_bytes(reading->archive, 0) - before >= 512;
      return ARCHIVE_OUTCOME_END;
    case ARCHIVE_FAILED: return ARCHIVE_OUTCOME_SKIPPED;
    default: reading->is_broken = true; return ARCHIVE_OUTCOME_BROKEN;
  }
}

enum archive_outcome archive_reading_read(
    struct archive_reading *reading, void *buffer, size_t size, size_t *count) {
  *count = 0;
  if (reading->is_broken) return ARCHIVE_OUTCOME_BROKEN;
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

const char *archive_reading_message(struct archive_reading *reading) {
  const char *message = reading->libraries->archive_error_string(reading->archive);
  return message ? message : "";
}

bool archive_reading_is_single(struct archive_reading *reading) {
  return (reading->libraries->archive_format(reading->archive) & ARCHIVE_FORMAT_BASE_MASK)
      == ARCHIVE_FORMAT_RAW;
}

int64_t archive_reading_consumed(struct archive_reading *reading) { return reading->input.place; }

bool archive_reading_has_end_mark(struct archive_reading *reading) {
  return reading->has_end_mark || !is_tar(reading);
}

bool archive_reading_has_trailing_bytes(struct archive_reading *reading) {
  return reading->form == ARCHIVE_FORM_GZIP && reading->gzip.has_trailing_bytes;
}

void archive_reading_close(struct archive_reading *reading) {
  if (reading->archive) reading->libraries->archive_read_free(reading->archive);
  gzip_close(&reading->gzip, reading->libraries);
  free(reading);
}
