#include "archive_inflating.h"

#include "libraries.h"

#include <stdlib.h>
#include <string.h>

// The local header of a member, and where its fields stand: APPNOTE.TXT, 4.3.7.
enum { header_size = 30, flags_at = 6, method_at = 8, name_size_at = 26, extra_size_at = 28 };
enum { is_encrypted = 1, stored = 0, deflated = 8 };

struct archive_inflating {
  const struct libraries *libraries;
  struct archive_source source;
  struct archive_packed member;
  // Nothing of the member was read so far.
  bool is_new;
  // Where in the source the next block begins, and where the member ends.
  int64_t place;
  int64_t end;
  // Of the member: how many bytes came out, and their CRC.
  int64_t given;
  uint32_t crc;
  const char *fault;
  // What was read and is not used up stands in it also where nothing is compressed.
  struct inflate_state state;
  unsigned char block[1 << 17];
};

static const char *const damaged = "its data are damaged";

struct archive_inflating *archive_inflating_open(struct archive_source source) {
  const struct libraries *libraries = archive_libraries();
  struct archive_inflating *inflating = libraries ? malloc(sizeof *inflating) : NULL;
  if (!inflating) return NULL;
  inflating->libraries = libraries;
  inflating->source = source;
  archive_inflating_begin(inflating, (struct archive_packed){0});
  return inflating;
}

void archive_inflating_begin(struct archive_inflating *inflating, struct archive_packed member) {
  inflating->member = member;
  inflating->is_new = true;
  inflating->fault = NULL;
}

// Fills the block from the place on with up to so many bytes: how many, 0 where there are none, with a
// fault.
static int64_t read_block(struct archive_inflating *inflating, int64_t wanted) {
  struct archive_source *source = &inflating->source;
  int64_t most = sizeof inflating->block;
  size_t size = (size_t)(wanted < most ? wanted : most);
  int64_t count =
      wanted > 0 ? source->read(source->context, inflating->place, inflating->block, size) : 0;
  if (count <= 0) {
    inflating->fault = count < 0 ? "it cannot be read" : "it ends too early";
    return 0;
  }
  inflating->place += count;
  return count;
}

static unsigned number(const unsigned char *bytes) { return bytes[0] | (unsigned)bytes[1] << 8; }

// Reads the header of the member, and with it the first of its bytes; false where that is none.
static bool begin(struct archive_inflating *inflating) {
  // Most names and what stands beside them are short: one read gives a small member whole.
  enum { likely_head = 256 };
  const struct archive_packed *member = &inflating->member;
  inflating->place = member->offset;
  int64_t count = read_block(inflating, likely_head + member->packed_size);
  const unsigned char *header = inflating->block;
  if (count < header_size || memcmp(header, "PK\3\4", 4) != 0
      || number(header + method_at) != (member->is_deflated ? deflated : stored)
      || number(header + flags_at) & is_encrypted) {
    if (!inflating->fault) inflating->fault = "its header is not where the directory says";
    return false;
  }
  int64_t head = header_size + number(header + name_size_at) + number(header + extra_size_at);
  int64_t rest = count - head;
  if (rest > member->packed_size) rest = member->packed_size;
  if (rest < 0) rest = 0;
  struct inflate_state *state = &inflating->state;
  inflating->libraries->isal_inflate_init(state);
  state->next_in = rest > 0 ? inflating->block + head : inflating->block;
  state->avail_in = (uint32_t)rest;
  inflating->place = member->offset + head + rest;
  inflating->end = member->offset + head + member->packed_size;
  inflating->given = 0;
  inflating->crc = 0;
  return true;
}

// Whether all bytes of the member came out.
static bool is_at_end(const struct archive_inflating *inflating) {
  if (inflating->member.is_deflated) return inflating->state.block_state == ISAL_BLOCK_FINISH;
  return inflating->state.avail_in == 0 && inflating->place == inflating->end;
}

// Moves bytes that are not compressed.
static void copy(struct inflate_state *state) {
  uint32_t count = state->avail_in < state->avail_out ? state->avail_in : state->avail_out;
  memcpy(state->next_out, state->next_in, count);
  state->next_in += count;
  state->avail_in -= count;
  state->next_out += count;
  state->avail_out -= count;
}

// Lets bytes come out of what was read; false where they cannot.
static bool advance(struct archive_inflating *inflating) {
  struct inflate_state *state = &inflating->state;
  if (!inflating->member.is_deflated) {
    copy(state);
    return true;
  }
  uint32_t out = state->avail_out;
  uint32_t in = state->avail_in;
  if (inflating->libraries->isal_inflate(state) < 0) return false;
  // What neither takes nor gives anything would go on so for ever.
  return in == 0 || state->avail_in < in || state->avail_out < out
      || state->block_state == ISAL_BLOCK_FINISH;
}

static enum archive_outcome fail(struct archive_inflating *inflating, const char *fault) {
  inflating->fault = fault;
  return ARCHIVE_OUTCOME_SKIPPED;
}

// The end of a member, which is what its directory says or none of it counts.
static enum archive_outcome finish(struct archive_inflating *inflating) {
  const struct inflate_state *state = &inflating->state;
  int64_t unread = inflating->end - inflating->place + state->avail_in + state->read_in_length / 8;
  if (unread > 0) return fail(inflating, "its data end before the place that its directory says");
  if (inflating->given != inflating->member.size)
    return fail(inflating, "it holds fewer bytes than its directory says");
  if (inflating->crc != inflating->member.crc)
    return fail(inflating, "its bytes are not those that its checksum was made of");
  return ARCHIVE_OUTCOME_END;
}

enum archive_outcome archive_inflating_read(
    struct archive_inflating *inflating, void *buffer, size_t size, size_t *count) {
  struct inflate_state *state = &inflating->state;
  const uint32_t most = (uint32_t)(size < UINT32_MAX ? size : UINT32_MAX);
  *count = 0;
  if (inflating->fault) return ARCHIVE_OUTCOME_SKIPPED;
  if (inflating->is_new && !begin(inflating)) return ARCHIVE_OUTCOME_SKIPPED;
  inflating->is_new = false;
  state->next_out = buffer;
  state->avail_out = most;
  while (state->avail_out == most) {
    if (is_at_end(inflating)) return finish(inflating);
    // The decompression may hold back bytes of the block before: no more are read while some come.
    if (!advance(inflating)) return fail(inflating, damaged);
    if (state->avail_out < most || is_at_end(inflating) || state->avail_in > 0) continue;
    int64_t got = read_block(inflating, inflating->end - inflating->place);
    if (got == 0) return ARCHIVE_OUTCOME_SKIPPED;
    state->next_in = inflating->block;
    state->avail_in = (uint32_t)got;
  }
  *count = most - state->avail_out;
  inflating->given += (int64_t)*count;
  if (inflating->given > inflating->member.size)
    return fail(inflating, "it holds more bytes than its directory says");
  inflating->crc = inflating->libraries->crc32_gzip_refl(inflating->crc, buffer, *count);
  return ARCHIVE_OUTCOME_DONE;
}

const char *archive_inflating_message(struct archive_inflating *inflating) {
  return inflating->fault ? inflating->fault : "";
}

void archive_inflating_close(struct archive_inflating *inflating) { free(inflating); }
