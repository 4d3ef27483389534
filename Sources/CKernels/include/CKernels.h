// Loops over bytes that the compiler of Swift cannot make fast: each takes bytes and gives a number,
// keeps nothing and allocates nothing. Each has a portable form, and one for processors with AVX2 that
// is chosen when the program runs; both give the same answer.

#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Where `needle` first stands in `text`, in bytes from its start; `length` where it does not.
///
/// `first` and `second` are the places in the needle, from 0 and below `count`, of the two bytes that
/// are compared before all others; `count` is at least 1. Linear for all but contrived texts.
size_t kernels_find(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t count, size_t first,
    size_t second);
size_t kernels_find_portable(
    const uint8_t *text, size_t length, const uint8_t *needle, size_t count, size_t first,
    size_t second);

/// Whether bytes are well-formed UTF-8 (Unicode 16, table 3-7), the shortest form of scalars up to
/// U+10FFFF that are no surrogates, and none of them is `unwanted` or `other`; 0xFF is in no such text.
bool kernels_is_utf8(const uint8_t *bytes, size_t length, uint8_t unwanted, uint8_t other);
bool kernels_is_utf8_portable(
    const uint8_t *bytes, size_t length, uint8_t unwanted, uint8_t other);

/// How often a byte stands in `bytes`.
size_t kernels_count(const uint8_t *bytes, size_t length, uint8_t byte);
size_t kernels_count_portable(const uint8_t *bytes, size_t length, uint8_t byte);

/// How many units of UTF-16 a text has that is well-formed UTF-8; of other bytes, those that do not go on
/// with a scalar, and one more for each that begins one of four.
size_t kernels_utf16_length(const uint8_t *bytes, size_t length);
size_t kernels_utf16_length_portable(const uint8_t *bytes, size_t length);

/// What one pass over a line tells.
typedef struct {
  /// Bytes before the `\n` that ends it; all that there are where none does.
  size_t length;
  /// Its units of UTF-16, as `kernels_utf16_length` counts them.
  size_t units;
  /// Bytes before the first that is looked for; `length` where there is none.
  size_t found;
} kernels_line_facts;

/// Goes through the line with which bytes begin, and looks for a byte in it. Linear in the line.
kernels_line_facts kernels_look_at_line(const uint8_t *bytes, size_t length, uint8_t wanted);
kernels_line_facts kernels_look_at_line_portable(
    const uint8_t *bytes, size_t length, uint8_t wanted);

/// How many scalars a text has that is well-formed UTF-8: its bytes but for those that go on with one.
size_t kernels_count_scalars(const uint8_t *bytes, size_t length);
size_t kernels_count_scalars_portable(const uint8_t *bytes, size_t length);

/// How many words end in a text from `*place` on, up to the first character that is neither ASCII nor one of
/// U+00C0 to U+023F or U+0400 to U+047F, or is ill-formed; `*place` becomes where that stands, or `length`.
///
/// A word is a run of bytes between blanks (space and U+0009 to U+000D) with a letter or a digit in it.
/// `*is_word` tells whether the last run before `*place` has one and goes on, and becomes the same for the new
/// place: such a word is not counted yet.
size_t kernels_count_words(const uint8_t *bytes, size_t length, size_t *place, bool *is_word);
size_t kernels_count_words_portable(
    const uint8_t *bytes, size_t length, size_t *place, bool *is_word);

/// Folds bytes up to the first character that is neither ASCII nor a letter of U+00C0 to U+00FF whose
/// fold is one ASCII character, and tells how many bytes those are; `written` becomes the number of
/// bytes of their fold.
///
/// `western` has the folds of U+00C0 to U+00FF, 0 for those that are others: 64 bytes. `folded` has
/// room for `length` bytes and 16 more.
size_t kernels_fold(
    const uint8_t *bytes, size_t length, const uint8_t *western, uint8_t *folded, size_t *written);
size_t kernels_fold_portable(
    const uint8_t *bytes, size_t length, const uint8_t *western, uint8_t *folded, size_t *written);

/// Where a needle stands in a text.
typedef struct {
  /// The first of the bytes that were compared with it, and the one behind the last.
  size_t start;
  size_t end;
  /// Whether it was compared as a whole, and does stand there.
  bool is_whole;
} kernels_place;

/// Where a byte of a folded needle first stands at or after `from` in a text as it is written, so that all of the
/// needle may stand there once the text is folded; in bytes from the start of the text, `length` where it does not.
///
/// The byte is that at `anchor`, from 0, of the needle's two at least. It is ASCII, and no character outside of
/// ASCII in the text may fold to it. The text is compared with the needle on both sides as far as it has
/// ASCII and the letters that `western` knows, as `kernels_fold` takes it; `*found` becomes what that was. What is
/// before `from` is looked at too.
size_t kernels_find_written(
    const uint8_t *text, size_t length, size_t from, const uint8_t *needle, size_t count,
    size_t anchor, const uint8_t *western, kernels_place *found);
size_t kernels_find_written_portable(
    const uint8_t *text, size_t length, size_t from, const uint8_t *needle, size_t count,
    size_t anchor, const uint8_t *western, kernels_place *found);

/// Lets the allocator keep memory of up to 32 MiB that was freed, and up to 64 MiB of it, as it would learn by
/// itself with the first such block (mallopt(3)): pages that go back to the system come from there cleared,
/// which takes longer than most of what is done with them.
void kernels_keep_memory(void);

/// Gives memory that was freed and is kept by the allocator back to the system, where the C library can;
/// Swift's view of it lacks the call.
void kernels_trim_memory(void);

/// Puts on the disk what was written to the file system of an open file: 0, or -1 with `errno`. Likewise.
int kernels_flush_file_system(int descriptor);

/// Lets the system begin to put on the disk what was written to an open file, and does not wait for it.
/// Likewise.
void kernels_begin_flush(int descriptor);

/// Lets two files or folders change places in one step: 0, or -1 with `errno`, EINVAL where the file
/// system cannot do that. Likewise.
int kernels_exchange(const char *path, const char *other);

/// Renames a file to a name that nothing has: 0, or -1 with `errno`, EEXIST where something has it and EINVAL
/// where the file system cannot do that. Likewise.
int kernels_rename_new(const char *path, const char *other);

/// Where a byte of a set first stands in `bytes`; `length` where none does.
///
/// A byte is in the set where the entry of `low` for its lower four bits and that of `high` for its upper
/// four have a bit in common; both have 16 entries.
size_t kernels_find_class(
    const uint8_t *bytes, size_t length, const uint8_t *low, const uint8_t *high);
size_t kernels_find_class_portable(
    const uint8_t *bytes, size_t length, const uint8_t *low, const uint8_t *high);

/// Where three bytes first stand, one behind the other, that have a class in common; `length` where none
/// do.
///
/// The classes of the first byte are the bits that the entry of `low` for its lower four bits and that of
/// `high` for its upper four have in common, those of the second are from 16 entries further on, and
/// those of the third from as many further; both have 48 entries.
size_t kernels_find_triple(
    const uint8_t *bytes, size_t length, const uint8_t *low, const uint8_t *high);
size_t kernels_find_triple_portable(
    const uint8_t *bytes, size_t length, const uint8_t *low, const uint8_t *high);

/// Asks for memory that will be read soon; nothing happens where there is none.
static inline void kernels_prefetch(const uint8_t *bytes) { __builtin_prefetch(bytes); }

/// Bytes that an opening has at most.
enum { KERNELS_OPENING_MOST = 32 };

/// What lines begin with that are alike but for some digits.
typedef struct {
  /// The bytes; `0` for any digit, 0 behind the last.
  uint8_t bytes[KERNELS_OPENING_MOST];
  /// 0xFF for each that is to stand there itself, else 0.
  uint8_t fixed[KERNELS_OPENING_MOST];
  /// 0xFF for each that may be any digit, else 0.
  uint8_t digits[KERNELS_OPENING_MOST];
  /// How many there are.
  uint8_t length;
  /// The first of the eight that are told of each line.
  uint8_t clock;
} kernels_opening;

/// A line that begins with an opening.
typedef struct {
  /// Where it begins, in bytes.
  uint32_t start;
  /// Its number, as `kernels_lines` counts.
  uint32_t line;
  /// The eight bytes that were asked for.
  uint8_t clock[8];
} kernels_opened_line;

/// How far a text has been read.
typedef struct {
  /// Where the next line begins, in bytes; more than there are behind a last line without a line end.
  size_t place;
  /// Lines before it.
  size_t count;
  /// Where to stop, in lines.
  size_t most;
} kernels_lines;

/// Makes an opening of `length` bytes, at most as many as there may be; each bit of `digits`, the lowest for the
/// first byte, says of one that any digit may stand there. Eight bytes are told from `clock` on, which is less
/// than `length`.
void kernels_opening_set(
    kernels_opening *opening, const uint8_t *bytes, size_t length, uint32_t digits, size_t clock);

/// Whether bytes begin with an opening.
bool kernels_begins(const uint8_t *bytes, size_t length, const kernels_opening *opening);

/// Finds the lines that begin with an opening, `most` at most, and tells how many they are.
///
/// It goes from line to line, over those whose first byte has an entry other than 0 in `passed`, which has 256,
/// and stops at any other one, and where fewer bytes are left than it compares. `length` is less than 2^32.
size_t kernels_opened_lines(
    const uint8_t *bytes, size_t length, const kernels_opening *opening, const uint8_t *passed,
    kernels_lines *lines, kernels_opened_line *found, size_t most);
size_t kernels_opened_lines_portable(
    const uint8_t *bytes, size_t length, const kernels_opening *opening, const uint8_t *passed,
    kernels_lines *lines, kernels_opened_line *found, size_t most);

#endif
