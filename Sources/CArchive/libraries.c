#include "libraries.h"

#include <pthread.h>

static struct libraries found;
static bool is_complete;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find(void) {
  // The numbers are those of the interfaces which <archive.h> of libarchive 3 and <igzip_lib.h> of
  // ISA-L 2 describe.
  const struct loading_function reading[] = {LIBRARY_FUNCTIONS(LOADING_PLACE) {0}};
  const struct loading_function inflating[] = {INFLATING_FUNCTIONS(LOADING_PLACE) {0}};
  is_complete = loading_find("libarchive.so.13", reading) && loading_find("libisal.so.2", inflating);
}

const struct libraries *archive_libraries(void) {
  pthread_once(&once, find);
  return is_complete ? &found : NULL;
}
