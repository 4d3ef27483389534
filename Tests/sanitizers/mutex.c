// Tells the thread sanitizer of `Mutex`. A lock that is free is taken in the caller's code, which the
// sanitizer follows; one that somebody holds, in Swift's library, which it does not: what one thread did
// before it gave such a lock away would be a race with what the next one does.
//
// `Scripts/test --sanitize thread` preloads this. The functions are those of the module Synchronization by
// their names in the library (Swift 6.3: stdlib/public/Synchronization/Mutex); each does what the library's
// does, and says before or after that the lock has been let go or taken.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>

#define swift __attribute__((swiftcall))
#define context __attribute__((swift_context))

extern void __tsan_acquire(void *) __attribute__((weak));
extern void __tsan_release(void *) __attribute__((weak));

static void *of_library(const char *name) {
  void *function = dlsym(RTLD_NEXT, name);
  if (!function) abort();
  return function;
}

#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

swift void lock(uint32_t thread, context void *mutex) __asm__(LOCK);
swift void unlock(context void *mutex) __asm__(UNLOCK);

swift void lock(uint32_t thread, context void *mutex) {
  swift void (*library)(uint32_t, context void *) = of_library(LOCK);
  library(thread, mutex);
  if (__tsan_acquire) __tsan_acquire(mutex);
}

swift void unlock(context void *mutex) {
  swift void (*library)(context void *) = of_library(UNLOCK);
  if (__tsan_release) __tsan_release(mutex);
  library(mutex);
}
