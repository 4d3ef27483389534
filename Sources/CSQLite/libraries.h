// The functions of SQLite that are used, found when the program runs.
#ifndef CSQLITE_LIBRARIES_H
#define CSQLITE_LIBRARIES_H

#include <CLoading.h>
#include <sqlite3.h>

#define SQLITE_FUNCTIONS(USE) \
  USE(sqlite3_open_v2) \
  USE(sqlite3_close_v2) \
  USE(sqlite3_exec) \
  USE(sqlite3_prepare_v2) \
  USE(sqlite3_finalize) \
  USE(sqlite3_step) \
  USE(sqlite3_reset) \
  USE(sqlite3_stmt_readonly) \
  USE(sqlite3_bind_parameter_count) \
  USE(sqlite3_bind_parameter_name) \
  USE(sqlite3_bind_null) \
  USE(sqlite3_bind_int64) \
  USE(sqlite3_bind_double) \
  USE(sqlite3_bind_text64) \
  USE(sqlite3_column_count) \
  USE(sqlite3_column_name) \
  USE(sqlite3_column_decltype) \
  USE(sqlite3_column_type) \
  USE(sqlite3_column_int64) \
  USE(sqlite3_column_double) \
  USE(sqlite3_column_text) \
  USE(sqlite3_column_bytes) \
  USE(sqlite3_errmsg) \
  USE(sqlite3_extended_errcode) \
  USE(sqlite3_system_errno) \
  USE(sqlite3_progress_handler) \
  USE(sqlite3_set_authorizer) \
  USE(sqlite3_create_function_v2) \
  USE(sqlite3_value_type) \
  USE(sqlite3_value_text) \
  USE(sqlite3_value_bytes) \
  USE(sqlite3_user_data) \
  USE(sqlite3_result_null) \
  USE(sqlite3_result_int) \
  USE(sqlite3_result_text64) \
  USE(sqlite3_result_error)

struct library {
  SQLITE_FUNCTIONS(LOADING_POINTER)
  // From SQLite 3.38 on; NULL before.
  int (*sqlite3_error_offset)(sqlite3 *);
};

// All of them, or NULL where the library or one of its functions is missing.
const struct library *sqlite_library(void);

#endif
