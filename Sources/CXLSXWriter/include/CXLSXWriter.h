/// Writing a workbook of one sheet, row by row, as functions with fixed signatures.
///
/// libxlsxwriter does it, keeping a row at a time in memory. It is opened when the first workbook is:
/// linked to the program it would cost each start.
#ifndef CXLSXWRITER_H
#define CXLSXWRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether the library is there; looks for it the first time.
bool sheet_is_available(void);

struct sheet;

/// How the cells of a column look: a date with its time of the day, a day without.
enum sheet_look {
  SHEET_LOOK_PLAIN,
  SHEET_LOOK_HEADER,
  SHEET_LOOK_DATE,
  SHEET_LOOK_DAY,
  SHEET_LOOKS
};

/// Begins a workbook at a path with a sheet of a name; temporary files stand in a folder. NULL where there
/// is no memory, or the name is none that a sheet may have. The three texts have to outlive it.
struct sheet *sheet_open(const char *path, const char *name, const char *folder);

/// Sets the width of a column, in characters.
void sheet_set_width(struct sheet *sheet, int column, double width);

/// Writes a cell; rows ascend. False where there can be no such cell.
bool sheet_write_text(
    struct sheet *sheet, uint32_t row, int column, const char *text,
    enum sheet_look look);
bool sheet_write_number(
    struct sheet *sheet, uint32_t row, int column, double number, enum sheet_look look);
bool sheet_write_truth(struct sheet *sheet, uint32_t row, int column, bool truth);

/// Writes the file; NULL where all went well, else what is wrong. The workbook is gone afterwards.
const char *sheet_close(struct sheet *sheet);

/// Frees what it takes, without writing the file.
void sheet_free(struct sheet *sheet);

#endif
