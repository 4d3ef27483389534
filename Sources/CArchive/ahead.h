// A thread that fills blocks of bytes while those before are used.
#ifndef CARCHIVE_AHEAD_H
#define CARCHIVE_AHEAD_H

#include <stddef.h>
#include <sys/types.h>

// Bytes of a block.
enum { AHEAD_BLOCK_SIZE = 1 << 17 };

// Puts the next bytes, at most AHEAD_BLOCK_SIZE, into a block: how many, 0 at the end, -1 where something is
// wrong. It is not called again after either.
typedef ssize_t ahead_fill(void *context, unsigned char *block);

struct ahead;

// Starts a thread that calls `fill` for some blocks that nobody has asked for yet; NULL where there is none to
// be had. Until it is stopped nobody else may touch what `fill` does.
struct ahead *ahead_start(ahead_fill *fill, void *context);

// The next block, valid until the next call: what `fill` gave for it. Its end is given again and again.
ssize_t ahead_next(struct ahead *ahead, const void **block);

// Ends the thread, with the block that it is at.
void ahead_stop(struct ahead *ahead);

#endif
