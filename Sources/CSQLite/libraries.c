#include "libraries.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>

static struct library found;
static bool is_complete;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find(void) {
  // The number is that of the interface which <sqlite3.h> of SQLite 3 describes.
  void *library = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
#define LIBRARY_FIND(name) \
  if (!(found.name = (__typeof__(found.name))dlsym(library, #name))) return;
  SQLITE_FUNCTIONS(LIBRARY_FIND)
#undef LIBRARY_FIND
  found.sqlite3_error_offset =
      (__typeof__(found.sqlite3_error_offset))dlsym(library, "sqlite3_error_offset");
  is_complete = true;
}

const struct library *sqlite_library(void) {
  pthread_once(&once, find);
  return is_complete ? &found : NULL;
}
