#include "libraries.h"

#include <pthread.h>

static struct libraries found;
static bool is_complete;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find(void) {
  // The number is that of the interface which <archive.h> of libarchive 3 describes.
  const struct loading_function functions[] = {LIBRARY_FUNCTIONS(LOADING_PLACE) {0}};
  is_complete = loading_find("libarchive.so.13", functions);
}

const struct libraries *archive_libraries(void) {
  pthread_once(&once, find);
  return is_complete ? &found : NULL;
}
