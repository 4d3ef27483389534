#ifndef CSQLITE_CONNECTION_H
#define CSQLITE_CONNECTION_H

#include "include/CSQLite.h"
#include "libraries.h"

struct sqlite_connection {
  const struct library *call;
  sqlite3 *database;
  bool is_open;
  bool (*is_raised)(void *context);
  void *interrupt_context;
  bool (*is_allowed)(void *, enum sqlite_action, const char *, const char *);
  void *authorizer_context;
};

// What a result code of the library says.
enum sqlite_outcome sqlite_outcome_of(int code);

#endif
