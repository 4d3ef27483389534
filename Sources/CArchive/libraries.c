#include "libraries.h"

#include <dlfcn.h>
#include <pthread.h>

static struct libraries found;
static bool is_complete;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void find(void) {
  // The number is that of the interface which <archive.h> of libarchive 3 describes.
  void *library = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  // What libarchive needs, zlib among it, is looked through after itself.
#define LIBRARY_FIND(name) \
  if (!(found.name = (__typeof__(found.name))dlsym(library, #name))) return;
  LIBRARY_FUNCTIONS(LIBRARY_FIND)
#undef LIBRARY_FIND
  is_complete = true;
}

const struct libraries *archive_libraries(void) {
  pthread_once(&once, find);
  return is_complete ? &found : NULL;
}
