/// What Swift needs of SQLite, as functions with fixed signatures.
///
/// The library is opened when the first database is: linked to the program it would cost each start.
/// A connection and its statements are used by one thread at a time.
#ifndef CSQLITE_H
#define CSQLITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether the library is there; looks for it the first time.
bool sqlite_is_available(void);

struct sqlite_connection;
struct sqlite_statement;

/// How a call ended.
enum sqlite_outcome {
  SQLITE_OUTCOME_DONE,
  /// There is a row.
  SQLITE_OUTCOME_ROW,
  /// The question whether to stop was answered by yes.
  SQLITE_OUTCOME_INTERRUPTED,
  /// ``sqlite_message`` says what is wrong.
  SQLITE_OUTCOME_FAILED,
};

/// A value of a row.
struct sqlite_value {
  enum sqlite_kind {
    SQLITE_KIND_NULL,
    SQLITE_KIND_INTEGER,
    SQLITE_KIND_REAL,
    /// UTF-8.
    SQLITE_KIND_TEXT,
    /// Bytes that are no text.
    SQLITE_KIND_BLOB,
  } kind;
  /// The bytes of a text.
  uint32_t size;
  /// The number; of a text that is written, where it begins in the bytes that go with the rows.
  int64_t integer;
  double real;
};

/// Opens the file at a path, created where it is missing, or a database in memory where the path is
/// NULL; NULL where the library is missing or there is no memory. What else goes wrong is known from
/// ``sqlite_is_open``.
struct sqlite_connection *sqlite_open(const char *path);
bool sqlite_is_open(struct sqlite_connection *connection);
void sqlite_close(struct sqlite_connection *connection);

/// What is wrong after a call that failed, in the words of the library, or of the system where its error
/// is behind it; valid until the next call.
const char *sqlite_message(struct sqlite_connection *connection);
/// Where in the text of a statement that is wrong, in bytes; -1 where that is not known.
int sqlite_offset(struct sqlite_connection *connection);

/// Asks every few thousand steps whether to stop.
void sqlite_set_interrupt(
    struct sqlite_connection *connection, bool (*is_raised)(void *context), void *context);

/// What a statement that is prepared wants to do.
enum sqlite_action {
  /// Read a column of a table; the column is empty where only rows are counted.
  SQLITE_ACTION_READ,
  /// What every question does: select, call a function, recurse.
  SQLITE_ACTION_ASK,
  /// Anything else: it would change something, or look outside.
  SQLITE_ACTION_OTHER,
};

/// Asks for each thing that a statement wants to do whether it may; NULL lets all pass.
void sqlite_set_authorizer(
    struct sqlite_connection *connection,
    bool (*is_allowed)(
        void *context, enum sqlite_action action, const char *table, const char *column),
    void *context);

/// A call of a function that was added.
struct sqlite_call;

/// Adds a function of so many texts that gives the same for the same texts; it answers by one of the
/// functions below, or null by none.
bool sqlite_add_function(
    struct sqlite_connection *connection, const char *name, int arity,
    void (*answer)(void *context, struct sqlite_call *call), void *context);
/// The bytes of an argument, a number as SQLite writes it; NULL for null.
const uint8_t *sqlite_argument(struct sqlite_call *call, int index, size_t *size);
void sqlite_answer_text(struct sqlite_call *call, const uint8_t *bytes, size_t size);
void sqlite_answer_truth(struct sqlite_call *call, bool truth);
void sqlite_answer_error(struct sqlite_call *call, const char *message);

/// Carries statements out whose rows nobody wants.
enum sqlite_outcome sqlite_run(struct sqlite_connection *connection, const char *statements);

/// Prepares the first statement of a text; `used` is how many bytes it takes. NULL where it is wrong,
/// and where there is none: then the outcome is done.
struct sqlite_statement *sqlite_prepare(
    struct sqlite_connection *connection, const char *text, size_t size, size_t *used,
    enum sqlite_outcome *outcome);
void sqlite_finalize(struct sqlite_statement *statement);
bool sqlite_is_readonly(struct sqlite_statement *statement);

/// How many parameters there are, and what one of them is called, from 1; NULL for one without a name.
int sqlite_parameter_count(struct sqlite_statement *statement);
const char *sqlite_parameter_name(struct sqlite_statement *statement, int index);
/// Gives a parameter, from 1, its value, with a copy of a text.
bool sqlite_bind(
    struct sqlite_statement *statement, int index, struct sqlite_value value, const uint8_t *bytes);

/// Carries a statement out once for each row of `columns` values, whose texts stand in `bytes`.
enum sqlite_outcome sqlite_insert(
    struct sqlite_statement *statement, const struct sqlite_value *values, size_t rows, int columns,
    const uint8_t *bytes);

int sqlite_column_count(struct sqlite_statement *statement);
const char *sqlite_column_name(struct sqlite_statement *statement, int column);
/// The type that the column was declared with; NULL where it was worked out.
const char *sqlite_column_type(struct sqlite_statement *statement, int column);

/// Goes on to the next row.
enum sqlite_outcome sqlite_next(struct sqlite_statement *statement);
/// A value of the row; the bytes of a text are valid until the next row.
struct sqlite_value sqlite_column(
    struct sqlite_statement *statement, int column, const uint8_t **bytes);

#endif
