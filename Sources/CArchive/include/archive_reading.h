/// What Swift needs of libarchive and ISA-L, as functions with fixed signatures.
///
/// Both are opened when the first archive is met: linked to the program they would cost each start
/// 1 to 2 ms, since libarchive brings libxml2 and ICU with it. ISA-L takes the compression of gzip off,
/// in a third of the time of zlib, and checks the CRC and the length behind it, at which libarchive up
/// to 3.6 does not look.
///
/// An archive is read in two steps: a compression is taken off its bytes, and what comes out is read
/// as a container of members, or is one file.
#ifndef CARCHIVE_ARCHIVE_READING_H
#define CARCHIVE_ARCHIVE_READING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether the libraries are there; looks for them the first time.
bool archive_is_available(void);

/// What the bytes of an archive are compressed by.
enum archive_packing {
  ARCHIVE_PACKING_NONE,
  ARCHIVE_PACKING_GZIP,
  ARCHIVE_PACKING_BZIP2,
  ARCHIVE_PACKING_XZ,
  ARCHIVE_PACKING_ZSTD,
};

/// How members stand in what comes out of that.
enum archive_container {
  /// None: one file without a name.
  ARCHIVE_CONTAINER_SINGLE,
  ARCHIVE_CONTAINER_TAR,
  /// By the directory at its end; not out of a compression.
  ARCHIVE_CONTAINER_ZIP,
  /// From its start on, for a zip whose directory is lost.
  ARCHIVE_CONTAINER_ZIP_STREAM,
  /// Not out of a compression.
  ARCHIVE_CONTAINER_7ZIP,
};

/// The bytes of an archive: `read` copies up to `size` of them from an offset into a buffer and
/// returns how many, 0 at the end, -1 where that fails.
struct archive_source {
  int64_t (*read)(void *context, int64_t offset, void *buffer, size_t size);
  void *context;
  int64_t size;
};

/// How a call ended.
enum archive_outcome {
  ARCHIVE_OUTCOME_DONE,
  /// There is no further member, or no further byte of this one.
  ARCHIVE_OUTCOME_END,
  /// This member cannot be read; the next one may be.
  ARCHIVE_OUTCOME_SKIPPED,
  /// The archive cannot be read further.
  ARCHIVE_OUTCOME_BROKEN,
};

enum archive_member_kind {
  ARCHIVE_MEMBER_FILE,
  ARCHIVE_MEMBER_FOLDER,
  ARCHIVE_MEMBER_LINK,
  ARCHIVE_MEMBER_OTHER,
};

struct archive_member {
  /// The bytes of its path, not ended by a NUL, valid until the next call; NULL where it has none.
  const char *name;
  size_t name_size;
  /// As declared, -1 where nothing is.
  int64_t size;
  enum archive_member_kind kind;
  bool is_encrypted;
};

struct archive_reading;

/// Opens an archive; NULL where there is no memory. The source has to outlive what is returned.
struct archive_reading *archive_reading_open(
    enum archive_packing packing, struct archive_source source);

/// The most bytes that can be looked at.
enum { ARCHIVE_MOST_AT_ONCE = 1 << 13 };

/// The next bytes that come out of the compression, in one piece: how many, at least `size` of them
/// where so many are there and can be read. They are valid until the next call, and are not used up.
size_t archive_reading_look(struct archive_reading *reading, size_t size, const void **bytes);

/// Uses up so many of the bytes; ARCHIVE_OUTCOME_END where fewer are there.
enum archive_outcome archive_reading_pass(struct archive_reading *reading, int64_t size);

/// Says what the bytes that follow are read as, before members are asked for; false where there is no
/// memory. What was used up before is not part of it.
bool archive_reading_begin(struct archive_reading *reading, enum archive_container container);

/// Goes on to the next member, whatever is left of this one.
enum archive_outcome archive_reading_next(
    struct archive_reading *reading, struct archive_member *member);

/// The next bytes of the member, or of all that come out of the compression where no container was
/// named: up to `size`, their number in `count`.
enum archive_outcome archive_reading_read(
    struct archive_reading *reading, void *buffer, size_t size, size_t *count);

/// Goes through some of what follows the last member of a container: how many bytes, and whether one
/// of them is no zero.
enum archive_outcome archive_reading_rest(
    struct archive_reading *reading, size_t *count, bool *is_something);

/// What is wrong, in the library's words; valid until the next call.
const char *archive_reading_message(struct archive_reading *reading);

/// Whether a tar ended by a block of zeros, as it should; known at its end.
bool archive_reading_has_end_mark(struct archive_reading *reading);

/// Whether something else follows what was compressed; known at its end.
bool archive_reading_has_trailing_bytes(struct archive_reading *reading);

void archive_reading_close(struct archive_reading *reading);

#endif
