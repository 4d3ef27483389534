#include "connection.h"

#include <stdlib.h>

struct function {
  void (*answer)(void *context, struct sqlite_call *call);
  void *context;
};

struct sqlite_call {
  const struct library *library;
  sqlite3_context *context;
  sqlite3_value **arguments;
};

static void answer(sqlite3_context *context, int count, sqlite3_value **arguments) {
  (void)count;
  // The library that called is the one that was opened.
  const struct library *library = sqlite_library();
  const struct function *function = library->sqlite3_user_data(context);
  struct sqlite_call call = {library, context, arguments};
  library->sqlite3_result_null(context);
  function->answer(function->context, &call);
}

bool sqlite_add_function(
    struct sqlite_connection *connection, const char *name, int arity,
    void (*answers)(void *context, struct sqlite_call *call), void *context) {
  struct function *function = malloc(sizeof *function);
  if (!function) return false;
  *function = (struct function){answers, context};
  // Where it cannot be added the library frees what goes with it, too.
  return connection->call->sqlite3_create_function_v2(
             connection->database, name, arity, SQLITE_UTF8 | SQLITE_DETERMINISTIC, function,
             answer, NULL, NULL, free) == SQLITE_OK;
}

const uint8_t *sqlite_argument(struct sqlite_call *call, int index, size_t *size) {
  sqlite3_value *value = call->arguments[index];
  *size = 0;
  if (call->library->sqlite3_value_type(value) == SQLITE_NULL) return NULL;
  const uint8_t *bytes = call->library->sqlite3_value_text(value);
  if (bytes) *size = (size_t)call->library->sqlite3_value_bytes(value);
  return bytes;
}

void sqlite_answer_text(struct sqlite_call *call, const uint8_t *bytes, size_t size) {
  call->library->sqlite3_result_text64(
      call->context, bytes ? (const char *)bytes : "", size, SQLITE_TRANSIENT, SQLITE_UTF8);
}

void sqlite_answer_truth(struct sqlite_call *call, bool truth) {
  call->library->sqlite3_result_int(call->context, truth);
}

void sqlite_answer_error(struct sqlite_call *call, const char *message) {
  call->library->sqlite3_result_error(call->context, message, -1);
}
