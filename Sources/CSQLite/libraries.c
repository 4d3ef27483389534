#include "libraries.h"

#include <pthread.h>
#include <stdbool.h>

static struct library found;
static bool is_complete;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find(void) {
  // The number is that of the interface which <sqlite3.h> of SQLite 3 describes.
  const struct loading_function functions[] = {SQLITE_FUNCTIONS(LOADING_PLACE)
      {"sqlite3_error_offset", (void **)&found.sqlite3_error_offset, true}, {0}};
  is_complete = loading_find("libsqlite3.so.0", functions);
}

const struct library *sqlite_library(void) {
  pthread_once(&once, find);
  return is_complete ? &found : NULL;
}
