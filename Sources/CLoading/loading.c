#include "CLoading.h"

#include <dlfcn.h>

bool loading_find(const char *file, const struct loading_function *functions) {
  void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
  for (; functions->name; functions++) {
    *functions->place = dlsym(library, functions->name);
    if (!*functions->place && !functions->is_optional) return false;
  }
  return true;
}
