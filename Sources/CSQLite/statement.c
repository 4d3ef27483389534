#include "connection.h"

#include <limits.h>
#include <stdlib.h>

struct sqlite_statement {
  const struct library *call;
  sqlite3_stmt *handle;
};

struct sqlite_statement *sqlite_prepare(
    struct sqlite_connection *connection, const char *text, size_t size, size_t *used,
    enum sqlite_outcome *outcome) {
  const struct library *call = connection->call;
  sqlite3_stmt *handle = NULL;
  const char *tail = text;
  if (size > INT_MAX) size = INT_MAX;
  int code = call->sqlite3_prepare_v2(connection->database, text, (int)size, &handle, &tail);
  *used = tail ? (size_t)(tail - text) : size;
  *outcome = sqlite_outcome_of(code);
  if (!handle) return NULL;
  struct sqlite_statement *statement = malloc(sizeof *statement);
  if (!statement) {
    call->sqlite3_finalize(handle);
    *outcome = SQLITE_OUTCOME_FAILED;
    return NULL;
  }
  *statement = (struct sqlite_statement){call, handle};
  return statement;
}

void sqlite_finalize(struct sqlite_statement *statement) {
  statement->call->sqlite3_finalize(statement->handle);
  free(statement);
}

bool sqlite_is_readonly(struct sqlite_statement *statement) {
  return statement->call->sqlite3_stmt_readonly(statement->handle) != 0;
}

int sqlite_parameter_count(struct sqlite_statement *statement) {
  return statement->call->sqlite3_bind_parameter_count(statement->handle);
}

const char *sqlite_parameter_name(struct sqlite_statement *statement, int index) {
  return statement->call->sqlite3_bind_parameter_name(statement->handle, index);
}

static int bind(
    struct sqlite_statement *statement, int index, const struct sqlite_value *value,
    const uint8_t *bytes, sqlite3_destructor_type lifetime) {
  const struct library *call = statement->call;
  switch (value->kind) {
    case SQLITE_KIND_INTEGER:
      return call->sqlite3_bind_int64(statement->handle, index, value->integer);
    case SQLITE_KIND_REAL:
      return call->sqlite3_bind_double(statement->handle, index, value->real);
    case SQLITE_KIND_TEXT: {
      // Without bytes at all an empty text would be null.
      const char *text = bytes ? (const char *)bytes + value->integer : "";
      return call->sqlite3_bind_text64(
          statement->handle, index, text, value->size, lifetime, SQLITE_UTF8);
    }
    default: return call->sqlite3_bind_null(statement->handle, index);
  }
}

bool sqlite_bind(
    struct sqlite_statement *statement, int index, struct sqlite_value value,
    const uint8_t *bytes) {
  return bind(statement, index, &value, bytes, SQLITE_TRANSIENT) == SQLITE_OK;
}

enum sqlite_outcome sqlite_insert(
    struct sqlite_statement *statement, const struct sqlite_value *values, size_t rows, int columns,
    const uint8_t *bytes) {
  const struct library *call = statement->call;
  for (size_t row = 0; row < rows; row++) {
    for (int column = 0; column < columns; column++, values++) {
      int code = bind(statement, column + 1, values, bytes, SQLITE_STATIC);
      if (code != SQLITE_OK) return sqlite_outcome_of(code);
    }
    call->sqlite3_step(statement->handle);
    int code = call->sqlite3_reset(statement->handle);
    if (code != SQLITE_OK) return sqlite_outcome_of(code);
  }
  return SQLITE_OUTCOME_DONE;
}

int sqlite_column_count(struct sqlite_statement *statement) {
  return statement->call->sqlite3_column_count(statement->handle);
}

const char *sqlite_column_name(struct sqlite_statement *statement, int column) {
  return statement->call->sqlite3_column_name(statement->handle, column);
}

const char *sqlite_column_type(struct sqlite_statement *statement, int column) {
  return statement->call->sqlite3_column_decltype(statement->handle, column);
}

enum sqlite_outcome sqlite_next(struct sqlite_statement *statement) {
  return sqlite_outcome_of(statement->call->sqlite3_step(statement->handle));
}

struct sqlite_value sqlite_column(
    struct sqlite_statement *statement, int column, const uint8_t **bytes) {
  const struct library *call = statement->call;
  sqlite3_stmt *handle = statement->handle;
  struct sqlite_value value = {.kind = SQLITE_KIND_NULL};
  switch (call->sqlite3_column_type(handle, column)) {
    case SQLITE_INTEGER:
      value.kind = SQLITE_KIND_INTEGER;
      value.integer = call->sqlite3_column_int64(handle, column);
      break;
    case SQLITE_FLOAT:
      value.kind = SQLITE_KIND_REAL;
      value.real = call->sqlite3_column_double(handle, column);
      break;
    case SQLITE_BLOB: value.kind = SQLITE_KIND_BLOB; break;
    case SQLITE_TEXT:
      value.kind = SQLITE_KIND_TEXT;
      *bytes = call->sqlite3_column_text(handle, column);
      // No text is longer than a thousand million bytes.
      value.size = *bytes ? (uint32_t)call->sqlite3_column_bytes(handle, column) : 0;
      break;
  }
  return value;
}
