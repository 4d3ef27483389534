// The functions of libarchive and ISA-L that are used, found when the program runs.
#ifndef CARCHIVE_LIBRARIES_H
#define CARCHIVE_LIBRARIES_H

#include <CLoading.h>
#include <archive.h>
#include <archive_entry.h>
#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <stdbool.h>

#define LIBRARY_FUNCTIONS(USE) \
  USE(archive_read_new) \
  USE(archive_read_free) \
  USE(archive_read_support_filter_bzip2) \
  USE(archive_read_support_filter_xz) \
  USE(archive_read_support_filter_zstd) \
  USE(archive_read_support_format_7zip) \
  USE(archive_read_support_format_raw) \
  USE(archive_read_support_format_empty) \
  USE(archive_read_data_block) \
  USE(archive_read_support_format_tar) \
  USE(archive_read_support_format_zip_seekable) \
  USE(archive_read_support_format_zip_streamable) \
  USE(archive_read_set_read_callback) \
  USE(archive_read_set_skip_callback) \
  USE(archive_read_set_seek_callback) \
  USE(archive_read_set_callback_data) \
  USE(archive_read_open1) \
  USE(archive_read_next_header) \
  USE(archive_read_data) \
  USE(archive_read_data_skip) \
  USE(archive_filter_bytes) \
  USE(archive_error_string) \
  USE(archive_set_error) \
  USE(archive_clear_error) \
  USE(archive_entry_pathname) \
  USE(archive_entry_filetype) \
  USE(archive_entry_hardlink) \
  USE(archive_entry_size) \
  USE(archive_entry_size_is_set) \
  USE(archive_entry_is_data_encrypted)

#define INFLATING_FUNCTIONS(USE) \
  USE(isal_inflate_init) \
  USE(isal_inflate_reset) \
  USE(isal_inflate) \
  USE(crc32_gzip_refl)

struct libraries {
  LIBRARY_FUNCTIONS(LOADING_POINTER)
  INFLATING_FUNCTIONS(LOADING_POINTER)
};

// All of them, or NULL where a library or one of its functions is missing.
const struct libraries *archive_libraries(void);

#endif
