#include "CCompression.h"

#include <CLoading.h>
#include <archive.h>
#include <archive_entry.h>
#include <pthread.h>
#include <stdlib.h>

#define LIBRARY_FUNCTIONS(USE) \
  USE(archive_write_new) \
  USE(archive_write_free) \
  USE(archive_write_fail) \
  USE(archive_write_set_format_raw) \
  USE(archive_write_add_filter_gzip) \
  USE(archive_write_add_filter_zstd) \
  USE(archive_write_set_filter_option) \
  USE(archive_write_set_bytes_in_last_block) \
  USE(archive_write_open) \
  USE(archive_write_header) \
  USE(archive_write_data) \
  USE(archive_write_close) \
  USE(archive_entry_new) \
  USE(archive_entry_free) \
  USE(archive_entry_set_filetype) \
  USE(archive_read_new) \
  USE(archive_read_free) \
  USE(archive_read_support_filter_gzip) \
  USE(archive_read_support_filter_zstd) \
  USE(archive_read_support_format_raw) \
  USE(archive_read_support_format_empty) \
  USE(archive_read_open_fd) \
  USE(archive_read_next_header) \
  USE(archive_read_data) \
  USE(archive_filter_code)

static struct library {
  LIBRARY_FUNCTIONS(LOADING_POINTER)
} found;
static bool is_complete;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find(void) {
  // The number is that of the interface which <archive.h> of libarchive 3 describes.
  const struct loading_function functions[] = {LIBRARY_FUNCTIONS(LOADING_PLACE) {0}};
  is_complete = loading_find("libarchive.so.13", functions);
}

struct compression {
  struct archive *archive;
  compression_sink sink;
  void *context;
};

static la_ssize_t take(struct archive *archive, void *context, const void *bytes, size_t size) {
  struct compression *compression = context;
  (void)archive;
  return compression->sink(compression->context, bytes, size) ? (la_ssize_t)size : -1;
}

static bool open_stream(struct compression *compression, enum compression_kind kind) {
  struct archive *archive = compression->archive;
  int filter = kind == COMPRESSION_GZIP ? found.archive_write_add_filter_gzip(archive)
                                        : found.archive_write_add_filter_zstd(archive);
  // A warning says that another program would be run for it.
  if (filter != ARCHIVE_OK || found.archive_write_set_format_raw(archive) != ARCHIVE_OK)
    return false;
  // The same rows give the same file.
  if (kind == COMPRESSION_GZIP)
    found.archive_write_set_filter_option(archive, "gzip", "timestamp", NULL);
  // No zeros behind the stream.
  found.archive_write_set_bytes_in_last_block(archive, 1);
  if (found.archive_write_open(archive, compression, NULL, take, NULL) != ARCHIVE_OK) return false;
  struct archive_entry *entry = found.archive_entry_new();
  if (!entry) return false;
  found.archive_entry_set_filetype(entry, AE_IFREG);
  int header = found.archive_write_header(archive, entry);
  found.archive_entry_free(entry);
  return header == ARCHIVE_OK;
}

struct compression *compression_begin(
    enum compression_kind kind, compression_sink sink, void *context) {
  pthread_once(&once, find);
  if (!is_complete) return NULL;
  struct compression *compression = malloc(sizeof *compression);
  if (!compression) return NULL;
  *compression = (struct compression){found.archive_write_new(), sink, context};
  if (compression->archive && open_stream(compression, kind)) return compression;
  compression_free(compression);
  return NULL;
}

bool compression_add(struct compression *compression, const void *bytes, size_t size) {
  return size == 0
      || found.archive_write_data(compression->archive, bytes, size) == (la_ssize_t)size;
}

bool compression_end(struct compression *compression) {
  return found.archive_write_close(compression->archive) == ARCHIVE_OK;
}

void compression_free(struct compression *compression) {
  if (compression->archive) {
    // Freeing would end the stream otherwise.
    found.archive_write_fail(compression->archive);
    found.archive_write_free(compression->archive);
  }
  free(compression);
}

// Makes a file ready to be read; an archive's code, ARCHIVE_EOF where it holds nothing.
static int open_file(struct archive *archive, enum compression_kind kind, int descriptor) {
  bool is_gzip = kind == COMPRESSION_GZIP;
  int filter = is_gzip ? found.archive_read_support_filter_gzip(archive)
                       : found.archive_read_support_filter_zstd(archive);
  if (filter != ARCHIVE_OK || found.archive_read_support_format_raw(archive) != ARCHIVE_OK
      || found.archive_read_support_format_empty(archive) != ARCHIVE_OK
      || found.archive_read_open_fd(archive, descriptor, 1 << 16) != ARCHIVE_OK)
    return ARCHIVE_FATAL;
  struct archive_entry *entry;
  int header = found.archive_read_next_header(archive, &entry);
  // Bytes that are not compressed are taken as they are.
  if (found.archive_filter_code(archive, 0) != (is_gzip ? ARCHIVE_FILTER_GZIP : ARCHIVE_FILTER_ZSTD))
    return ARCHIVE_FATAL;
  return header;
}

int64_t compression_start(enum compression_kind kind, int descriptor, void *bytes, size_t most) {
  pthread_once(&once, find);
  if (!is_complete) return -1;
  struct archive *archive = found.archive_read_new();
  if (!archive) return -1;
  int header = open_file(archive, kind, descriptor);
  int64_t count = header == ARCHIVE_EOF ? 0
      : header == ARCHIVE_OK            ? found.archive_read_data(archive, bytes, most)
                                        : -1;
  found.archive_read_free(archive);
  return count;
}

int compression_last(
    enum compression_kind kind, int descriptor, compression_patience goes_on, void *context) {
  pthread_once(&once, find);
  if (!is_complete) return -1;
  struct archive *archive = found.archive_read_new();
  if (!archive) return -1;
  int header = open_file(archive, kind, descriptor);
  int last = header == ARCHIVE_EOF || header == ARCHIVE_OK ? 0 : -1;
  while (header == ARCHIVE_OK) {
    unsigned char bytes[1 << 14];
    la_ssize_t count = goes_on(context) ? found.archive_read_data(archive, bytes, sizeof bytes) : -1;
    if (count < 0) last = -1;
    if (count <= 0) break;
    last = bytes[count - 1];
  }
  found.archive_read_free(archive);
  return last;
}
