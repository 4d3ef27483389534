/// Compressing a stream of bytes by gzip or zstd, and reading the start of one, as functions with fixed signatures.
///
/// libarchive does it. It is opened when the first compressed file is written: linked to the program it
/// would cost each start 1 to 2 ms.
#ifndef CCOMPRESSION_H
#define CCOMPRESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct compression;

enum compression_kind { COMPRESSION_GZIP, COMPRESSION_ZSTD };

/// Where compressed bytes go; false where they cannot be taken.
typedef bool (*compression_sink)(void *context, const uint8_t *bytes, size_t size);

/// Begins a stream; NULL where the library is missing or cannot compress so.
struct compression *compression_begin(
    enum compression_kind kind, compression_sink sink, void *context);

/// Adds bytes; false where it or the sink fails.
bool compression_add(struct compression *compression, const void *bytes, size_t size);

/// Ends the stream; false where it or the sink fails.
bool compression_end(struct compression *compression);

/// Frees what it takes, without ending the stream.
void compression_free(struct compression *compression);

/// Decompresses the first bytes of an open file, so many at most. How many there are; negative where it cannot
/// be read or is not compressed so.
int64_t compression_start(enum compression_kind kind, int descriptor, void *bytes, size_t most);

/// Asked now and then; false ends what is being done.
typedef bool (*compression_patience)(void *context);

/// Decompresses all bytes of an open file and gives the last of them, 0 of none; negative where it cannot be read,
/// is not compressed so, or patience is at an end.
int compression_last(
    enum compression_kind kind, int descriptor, compression_patience goes_on, void *context);

#endif
