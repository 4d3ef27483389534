#include "CXLSXWriter.h"

#include <CLoading.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#define LIBRARY_FUNCTIONS(USE) \
  USE(workbook_new_opt) \
  USE(workbook_add_worksheet) \
  USE(workbook_add_format) \
  USE(workbook_close) \
  USE(lxw_workbook_free) \
  USE(format_set_bold) \
  USE(format_set_num_format) \
  USE(worksheet_freeze_panes) \
  USE(worksheet_set_column) \
  USE(worksheet_write_string) \
  USE(worksheet_write_number) \
  USE(worksheet_write_boolean) \
  USE(lxw_strerror)

static struct library {
  LIBRARY_FUNCTIONS(LOADING_POINTER)
} found;
static bool is_complete;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find(void) {
  // The number is that of the interface which <xlsxwriter.h> describes.
  const struct loading_function functions[] = {LIBRARY_FUNCTIONS(LOADING_PLACE) {0}};
  is_complete = loading_find("libxlsxwriter.so." LXW_SOVERSION, functions);
}

bool sheet_is_available(void) {
  pthread_once(&once, find);
  return is_complete;
}

struct sheet {
  lxw_workbook *workbook;
  lxw_worksheet *worksheet;
  lxw_format *looks[SHEET_LOOKS];
  // What went wrong first: an error of the library, and one of the system; 0 for nothing.
  lxw_error fault;
  int system_fault;
};

// The library keeps the rows in temporary files and does not ask whether they could be written: on a full
// disk it makes a workbook that lacks rows, and says that all is well. What tells is `errno`, which no
// call that succeeds sets to 0.
static bool is_done(struct sheet *sheet, lxw_error fault) {
  if (sheet->fault == LXW_NO_ERROR) sheet->fault = fault;
  switch (errno) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
    case EIO:
      if (sheet->system_fault == 0) sheet->system_fault = errno;
  }
  return sheet->fault == LXW_NO_ERROR && sheet->system_fault == 0;
}

#define CHECKED(sheet, call) (errno = 0, is_done(sheet, call))

struct sheet *sheet_open(const char *path, const char *name, const char *folder) {
  if (!sheet_is_available()) return NULL;
  struct sheet *sheet = calloc(1, sizeof *sheet);
  if (!sheet) return NULL;
  lxw_workbook_options options = {
      .constant_memory = LXW_TRUE, .tmpdir = (char *)folder, .use_zip64 = LXW_TRUE};
  sheet->workbook = found.workbook_new_opt(path, &options);
  if (sheet->workbook) sheet->worksheet = found.workbook_add_worksheet(sheet->workbook, name);
  if (!sheet->worksheet) {
    sheet_free(sheet);
    return NULL;
  }
  lxw_format *header = found.workbook_add_format(sheet->workbook);
  lxw_format *date = found.workbook_add_format(sheet->workbook);
  lxw_format *day = found.workbook_add_format(sheet->workbook);
  found.format_set_bold(header);
  found.format_set_num_format(date, "yyyy-mm-dd hh:mm:ss");
  found.format_set_num_format(day, "yyyy-mm-dd");
  sheet->looks[SHEET_LOOK_HEADER] = header;
  sheet->looks[SHEET_LOOK_DATE] = date;
  sheet->looks[SHEET_LOOK_DAY] = day;
  found.worksheet_freeze_panes(sheet->worksheet, 1, 0);
  return sheet;
}

void sheet_set_width(struct sheet *sheet, int column, double width) {
  found.worksheet_set_column(
      sheet->worksheet, (lxw_col_t)column, (lxw_col_t)column, width, NULL);
}

bool sheet_write_text(
    struct sheet *sheet, uint32_t row, int column, const char *text, enum sheet_look look) {
  return CHECKED(
      sheet, found.worksheet_write_string(
                 sheet->worksheet, row, (lxw_col_t)column, text, sheet->looks[look]));
}

bool sheet_write_number(
    struct sheet *sheet, uint32_t row, int column, double number, enum sheet_look look) {
  return CHECKED(
      sheet, found.worksheet_write_number(
                 sheet->worksheet, row, (lxw_col_t)column, number, sheet->looks[look]));
}

bool sheet_write_truth(struct sheet *sheet, uint32_t row, int column, bool truth) {
  return CHECKED(
      sheet, found.worksheet_write_boolean(
                 sheet->worksheet, row, (lxw_col_t)column, truth, NULL));
}

// What fails the library also says to the standard error output, with names that only we know. The error
// that it returns is told with the user's. Others may write to what stands in its place meanwhile, which is
// therefore never closed, and two who put back what they found would leave that there for good.
static lxw_error close_silently(lxw_workbook *workbook) {
  static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
  static FILE *nowhere;
  pthread_mutex_lock(&one_at_a_time);
  if (!nowhere) nowhere = fopen("/dev/null", "we");
  FILE *said = stderr;
  if (nowhere) stderr = nowhere;
  lxw_error fault = found.workbook_close(workbook);
  stderr = said;
  pthread_mutex_unlock(&one_at_a_time);
  return fault;
}

const char *sheet_close(struct sheet *sheet) {
  bool is_whole = CHECKED(sheet, close_silently(sheet->workbook));
  const char *words = sheet->system_fault ? strerror(sheet->system_fault)
                                          : found.lxw_strerror(sheet->fault);
  free(sheet);
  return is_whole ? NULL : words;
}

void sheet_free(struct sheet *sheet) {
  if (sheet->workbook) found.lxw_workbook_free(sheet->workbook);
  free(sheet);
}
