/// Libraries that are opened when they are first needed: linking them would cost every start.
#ifndef CLOADING_H
#define CLOADING_H

#include <stdbool.h>

/// A function of a library, and where its address goes.
struct loading_function {
  /// NULL ends a list.
  const char *name;
  void **place;
  /// Whether a library without it will do: its place is NULL then.
  bool is_optional;
};

/// Makes of `USE(name) …`, the functions that are used, the members of a struct, and of such a struct
/// called `found` the start of a list for `loading_find`.
#define LOADING_POINTER(name) __typeof__(name) *name;
#define LOADING_PLACE(name) {#name, (void **)&found.name, false},

/// Opens a library and finds functions in it and in what it needs. False where the library or a
/// function is missing.
bool loading_find(const char *file, const struct loading_function *functions);

#endif
