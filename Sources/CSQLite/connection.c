#include "connection.h"

#include <stdlib.h>
#include <string.h>

bool sqlite_is_available(void) {
  return sqlite_library() != NULL;
}

struct sqlite_connection *sqlite_open(const char *path) {
  const struct library *call = sqlite_library();
  if (!call) return NULL;
  struct sqlite_connection *connection = calloc(1, sizeof *connection);
  if (!connection) return NULL;
  connection->call = call;
  // One thread at a time: no locks are needed.
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  connection->is_open =
      call->sqlite3_open_v2(path ? path : ":memory:", &connection->database, flags, NULL)
      == SQLITE_OK;
  if (connection->database) return connection;
  free(connection);
  return NULL;
}

bool sqlite_is_open(struct sqlite_connection *connection) {
  return connection->is_open;
}

void sqlite_close(struct sqlite_connection *connection) {
  connection->call->sqlite3_close_v2(connection->database);
  free(connection);
}

const char *sqlite_message(struct sqlite_connection *connection) {
  const struct library *call = connection->call;
  int code = call->sqlite3_extended_errcode(connection->database) & 0xff;
  bool is_of_system = code == SQLITE_IOERR || code == SQLITE_CANTOPEN || code == SQLITE_FULL;
  int number = is_of_system ? call->sqlite3_system_errno(connection->database) : 0;
  return number ? strerror(number) : call->sqlite3_errmsg(connection->database);
}

int sqlite_offset(struct sqlite_connection *connection) {
  const struct library *call = connection->call;
  return call->sqlite3_error_offset ? call->sqlite3_error_offset(connection->database) : -1;
}

enum sqlite_outcome sqlite_outcome_of(int code) {
  switch (code & 0xff) {
    case SQLITE_OK:
    case SQLITE_DONE: return SQLITE_OUTCOME_DONE;
    case SQLITE_ROW: return SQLITE_OUTCOME_ROW;
    case SQLITE_INTERRUPT: return SQLITE_OUTCOME_INTERRUPTED;
    default: return SQLITE_OUTCOME_FAILED;
  }
}

static int ask_interrupt(void *context) {
  struct sqlite_connection *connection = context;
  return connection->is_raised(connection->interrupt_context);
}

void sqlite_set_interrupt(
    struct sqlite_connection *connection, bool (*is_raised)(void *context), void *context) {
  // Some thousand steps take well under a millisecond.
  enum { steps = 4000 };
  connection->is_raised = is_raised;
  connection->interrupt_context = context;
  connection->call->sqlite3_progress_handler(
      connection->database, steps, is_raised ? ask_interrupt : NULL, connection);
}

static int ask_authorizer(
    void *context, int action, const char *first, const char *second, const char *database,
    const char *trigger) {
  struct sqlite_connection *connection = context;
  enum sqlite_action kind;
  (void)database;
  (void)trigger;
  switch (action) {
    case SQLITE_READ: kind = SQLITE_ACTION_READ; break;
    case SQLITE_SELECT:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE: kind = SQLITE_ACTION_ASK; break;
    default: kind = SQLITE_ACTION_OTHER; break;
  }
  return connection->is_allowed(connection->authorizer_context, kind, first, second)
      ? SQLITE_OK : SQLITE_DENY;
}

void sqlite_set_authorizer(
    struct sqlite_connection *connection,
    bool (*is_allowed)(
        void *context, enum sqlite_action action, const char *table, const char *column),
    void *context) {
  connection->is_allowed = is_allowed;
  connection->authorizer_context = context;
  connection->call->sqlite3_set_authorizer(
      connection->database, is_allowed ? ask_authorizer : NULL, connection);
}

enum sqlite_outcome sqlite_run(struct sqlite_connection *connection, const char *statements) {
  int code =
      connection->call->sqlite3_exec(connection->database, statements, NULL, NULL, NULL);
  return sqlite_outcome_of(code);
}
