/// Members of a zip without their compression, for a zip whose directory says all about them.
///
/// zlib, by which libarchive inflates, takes twice the time of ISA-L for members as small as chunks are,
/// and libarchive itself as long as ISA-L.
#ifndef CARCHIVE_ARCHIVE_INFLATING_H
#define CARCHIVE_ARCHIVE_INFLATING_H

#include "archive_reading.h"

/// A member as the directory of its zip has it.
struct archive_packed {
  /// Where its local header begins, in bytes from the start of the zip.
  int64_t offset;
  /// Bytes of it in the zip, and without the compression.
  int64_t packed_size;
  int64_t size;
  uint32_t crc;
  /// Whether it is compressed by deflate; it is stored otherwise.
  bool is_deflated;
};

struct archive_inflating;

/// NULL where there is no memory or a library is missing. The source has to outlive what is returned.
struct archive_inflating *archive_inflating_open(struct archive_source source);

/// Leaves the member that is being read for another.
void archive_inflating_begin(struct archive_inflating *inflating, struct archive_packed member);

/// The next bytes of the member: up to `size`, their number in `count`. ARCHIVE_OUTCOME_SKIPPED where the
/// member is not what the directory says.
enum archive_outcome archive_inflating_read(
    struct archive_inflating *inflating, void *buffer, size_t size, size_t *count);

/// What is wrong with the member; valid until the next call.
const char *archive_inflating_message(struct archive_inflating *inflating);

void archive_inflating_close(struct archive_inflating *inflating);

#endif
