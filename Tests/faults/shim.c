// Makes the Nth of the calls that matter fail. Loaded into the program under test by LD_PRELOAD; it
// counts calls of the C library whose path or open file lies below a folder, and says what it counted.
//
//   FAULTS_FOLDER   the folder, without links in its path
//   FAULTS_LOG      a file that gets a line for each counted call: `number call path`, and where it was
//                   made to fail `! number call path`
//   FAULTS_AT       which one fails, from 1; 0 for none
//   FAULTS_ONWARDS  1 where all later ones fail too
//   FAULTS_KIND     an error number; or `short` for reads and writes of one byte
//   FAULTS_CALLS    the names of the calls that count, with a space before and after each
//   FAULTS_PLAIN    1 for a file system that cannot exchange two names in one step
//
// `alloc` counts allocations of at least FAULTS_SIZE bytes that the libraries named in FAULTS_LIBRARIES
// ask for, whatever the folder.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static const char *folder, *calls, *libraries;
static long at, error;
static size_t least_size;
static bool onwards, is_short, is_plain;
static int report = -1;
static atomic_long count;
static atomic_bool is_ready;

__attribute__((constructor)) static void begin(void) {
  const char *value;
  folder = getenv("FAULTS_FOLDER");
  calls = getenv("FAULTS_CALLS");
  libraries = getenv("FAULTS_LIBRARIES");
  if ((value = getenv("FAULTS_AT"))) at = atol(value);
  if ((value = getenv("FAULTS_SIZE"))) least_size = (size_t)atol(value);
  if ((value = getenv("FAULTS_ONWARDS"))) onwards = *value == '1';
  if ((value = getenv("FAULTS_PLAIN"))) is_plain = *value == '1';
  if ((value = getenv("FAULTS_KIND"))) {
    is_short = strcmp(value, "short") == 0;
    error = atol(value);
  }
  if (!folder || !calls || !(value = getenv("FAULTS_LOG"))) return;
  int opened = (int)syscall(SYS_openat, AT_FDCWD, value, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  // Out of the way of a program that closes or counts low descriptors.
  report = (int)syscall(SYS_fcntl, opened, F_DUPFD_CLOEXEC, 400);
  syscall(SYS_close, opened);
  atomic_store(&is_ready, true);
}

static void note(bool fails, long number, const char *call, const char *path) {
  char line[PATH_MAX + 64];
  int size = snprintf(line, sizeof line, "%s%ld %s %s\n", fails ? "! " : "", number, call, path);
  syscall(SYS_write, report, line, (size_t)size);
}

// Whether this call, of a path that counts, is one to fail.
static bool strikes(const char *call, const char *path) {
  char name[32];
  snprintf(name, sizeof name, " %s ", call);
  if (!strstr(calls, name)) return false;
  long number = atomic_fetch_add(&count, 1) + 1;
  bool fails = at > 0 && (onwards ? number >= at : number == at);
  note(fails, number, call, path);
  return fails;
}

static bool is_below(const char *path) {
  size_t length = strlen(folder);
  return strncmp(path, folder, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static bool strikes_path(const char *call, int directory, const char *path) {
  if (!atomic_load(&is_ready) || !path) return false;
  char whole[PATH_MAX * 2], link[64];
  if (path[0] == '/') return is_below(path) && strikes(call, path);
  snprintf(link, sizeof link, directory == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", directory);
  long size = syscall(SYS_readlinkat, AT_FDCWD, link, whole, PATH_MAX);
  if (size < 0) return false;
  snprintf(whole + size, PATH_MAX, "/%s", path);
  return is_below(whole) && strikes(call, whole);
}

static bool strikes_file(const char *call, int descriptor) {
  if (!atomic_load(&is_ready)) return false;
  char path[PATH_MAX], link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  long size = syscall(SYS_readlinkat, AT_FDCWD, link, path, sizeof path - 1);
  if (size < 0) return false;
  path[size] = 0;
  return is_below(path) && strikes(call, path);
}

// The function of the C library that stands behind one of ours.
#define NEXT(function) \
  static __typeof__(&function) next; \
  if (!next) next = (__typeof__(&function))dlsym(RTLD_NEXT, #function)

#define FAIL(value) \
  do { \
    errno = (int)error; \
    return value; \
  } while (0)

// MARK: Reading and writing

// One byte is what is left of a call that is cut short.
#define COUNTED(result, function, parameters, size, arguments) \
  result function parameters { \
    NEXT(function); \
    if (strikes_file(#function, descriptor)) { \
      if (!is_short) FAIL(-1); \
      if (size > 1) size = 1; \
    } \
    return next arguments; \
  }

COUNTED(ssize_t, read, (int descriptor, void *bytes, size_t size), size, (descriptor, bytes, size))
COUNTED(
    ssize_t, pread, (int descriptor, void *bytes, size_t size, off_t offset), size,
    (descriptor, bytes, size, offset))
COUNTED(
    ssize_t, pread64, (int descriptor, void *bytes, size_t size, off64_t offset), size,
    (descriptor, bytes, size, offset))
COUNTED(
    ssize_t, write, (int descriptor, const void *bytes, size_t size), size,
    (descriptor, bytes, size))
COUNTED(
    ssize_t, pwrite, (int descriptor, const void *bytes, size_t size, off_t offset), size,
    (descriptor, bytes, size, offset))
COUNTED(
    ssize_t, pwrite64, (int descriptor, const void *bytes, size_t size, off64_t offset), size,
    (descriptor, bytes, size, offset))
COUNTED(
    ssize_t, readv, (int descriptor, const struct iovec *parts, int size), size,
    (descriptor, parts, size))
COUNTED(
    ssize_t, writev, (int descriptor, const struct iovec *parts, int size), size,
    (descriptor, parts, size))

// MARK: Open files

#define OF_FILE(result, failure, function, parameters, arguments) \
  result function parameters { \
    NEXT(function); \
    if (strikes_file(#function, descriptor)) FAIL(failure); \
    return next arguments; \
  }

OF_FILE(int, -1, fsync, (int descriptor), (descriptor))
OF_FILE(int, -1, fdatasync, (int descriptor), (descriptor))
OF_FILE(int, -1, syncfs, (int descriptor), (descriptor))
OF_FILE(int, -1, ftruncate, (int descriptor, off_t size), (descriptor, size))
OF_FILE(int, -1, ftruncate64, (int descriptor, off64_t size), (descriptor, size))
OF_FILE(int, -1, fstat, (int descriptor, struct stat *status), (descriptor, status))
OF_FILE(int, -1, fstat64, (int descriptor, struct stat64 *status), (descriptor, status))
OF_FILE(int, -1, fchmod, (int descriptor, mode_t mode), (descriptor, mode))
OF_FILE(int, -1, dup, (int descriptor), (descriptor))
OF_FILE(int, -1, flock, (int descriptor, int operation), (descriptor, operation))

// The file is closed whatever close answers, as the system does it.
int close(int descriptor) {
  NEXT(close);
  bool fails = strikes_file("close", descriptor);
  int result = next(descriptor);
  if (fails) FAIL(-1);
  return result;
}

void *mmap(void *address, size_t size, int protection, int flags, int descriptor, off_t offset) {
  NEXT(mmap);
  if (descriptor >= 0 && strikes_file("mmap", descriptor)) FAIL(MAP_FAILED);
  return next(address, size, protection, flags, descriptor, offset);
}

// MARK: Paths

#define MODE_OF(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list rest; \
    va_start(rest, flags); \
    mode = va_arg(rest, mode_t); \
    va_end(rest); \
  }

#define OPENING(function) \
  int function(const char *path, int flags, ...) { \
    NEXT(function); \
    MODE_OF(flags) \
    if (strikes_path("open", AT_FDCWD, path)) FAIL(-1); \
    return next(path, flags, mode); \
  }

OPENING(open)
OPENING(open64)

#define OPENING_AT(function) \
  int function(int directory, const char *path, int flags, ...) { \
    NEXT(function); \
    MODE_OF(flags) \
    if (strikes_path("open", directory, path)) FAIL(-1); \
    return next(directory, path, flags, mode); \
  }

OPENING_AT(openat)
OPENING_AT(openat64)

#define OF_PATH(result, failure, name, function, parameters, arguments) \
  result function parameters { \
    NEXT(function); \
    if (strikes_path(name, AT_FDCWD, path)) FAIL(failure); \
    return next arguments; \
  }

OF_PATH(FILE *, NULL, "fopen", fopen, (const char *path, const char *mode), (path, mode))
OF_PATH(FILE *, NULL, "fopen", fopen64, (const char *path, const char *mode), (path, mode))
OF_PATH(DIR *, NULL, "opendir", opendir, (const char *path), (path))
OF_PATH(int, -1, "stat", stat, (const char *path, struct stat *status), (path, status))
OF_PATH(int, -1, "stat", stat64, (const char *path, struct stat64 *status), (path, status))
OF_PATH(int, -1, "stat", lstat, (const char *path, struct stat *status), (path, status))
OF_PATH(int, -1, "stat", lstat64, (const char *path, struct stat64 *status), (path, status))
OF_PATH(int, -1, "access", access, (const char *path, int mode), (path, mode))
OF_PATH(int, -1, "mkdir", mkdir, (const char *path, mode_t mode), (path, mode))
OF_PATH(int, -1, "rmdir", rmdir, (const char *path), (path))
OF_PATH(int, -1, "unlink", unlink, (const char *path), (path))
OF_PATH(int, -1, "unlink", remove, (const char *path), (path))
OF_PATH(int, -1, "rename", rename, (const char *path, const char *to), (path, to))
OF_PATH(int, -1, "link", link, (const char *path, const char *to), (path, to))
OF_PATH(char *, NULL, "realpath", realpath, (const char *path, char *real), (path, real))

#define OF_PATH_AT(name, function, parameters, arguments) \
  int function parameters { \
    NEXT(function); \
    if (strikes_path(name, directory, path)) FAIL(-1); \
    return next arguments; \
  }

OF_PATH_AT(
    "stat", fstatat, (int directory, const char *path, struct stat *status, int flags),
    (directory, path, status, flags))
OF_PATH_AT(
    "stat", statx,
    (int directory, const char *path, int flags, unsigned mask, struct statx *status),
    (directory, path, flags, mask, status))
OF_PATH_AT("unlink", unlinkat, (int directory, const char *path, int flags), (directory, path, flags))
OF_PATH_AT(
    "link", linkat, (int directory, const char *path, int other, const char *to, int flags),
    (directory, path, other, to, flags))
OF_PATH_AT(
    "rename", renameat, (int directory, const char *path, int other, const char *to),
    (directory, path, other, to))

int renameat2(int directory, const char *path, int other, const char *to, unsigned flags) {
  NEXT(renameat2);
  if (is_plain && flags & RENAME_EXCHANGE) {
    errno = EINVAL;
    return -1;
  }
  if (strikes_path("rename", directory, path)) FAIL(-1);
  return next(directory, path, other, to, flags);
}

// MARK: Folders

struct dirent *readdir(DIR *stream) {
  NEXT(readdir);
  if (strikes_file("readdir", dirfd(stream))) FAIL(NULL);
  return next(stream);
}

struct dirent64 *readdir64(DIR *stream) {
  NEXT(readdir64);
  if (strikes_file("readdir", dirfd(stream))) FAIL(NULL);
  return next(stream);
}

// MARK: Allocations

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t number, size_t size);
extern void *__libc_realloc(void *place, size_t size);

// Whether whoever asks for memory is in one of the libraries and is to get none.
static bool strikes_allocation(void *caller, size_t size) {
  static _Thread_local bool is_inside;
  if (!atomic_load(&is_ready) || !libraries || size < least_size || is_inside) return false;
  is_inside = true;
  struct dl_find_object found;
  bool fails = false;
  // Unlike dladdr, which looks through all symbols, this takes no time.
  if (_dl_find_object(caller, &found) == 0 && *found.dlfo_link_map->l_name) {
    const char *file = found.dlfo_link_map->l_name, *slash = strrchr(file, '/');
    const char *name = slash ? slash + 1 : file;
    char library[64];
    snprintf(library, sizeof library, " %.*s ", (int)strcspn(name, "."), name);
    fails = strstr(libraries, library) && strikes("alloc", name);
  }
  is_inside = false;
  return fails;
}

void *malloc(size_t size) {
  if (strikes_allocation(__builtin_return_address(0), size)) {
    errno = ENOMEM;
    return NULL;
  }
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  if (strikes_allocation(__builtin_return_address(0), size)) {
    errno = ENOMEM;
    return NULL;
  }
  return __libc_calloc(number, size);
}

void *realloc(void *place, size_t size) {
  if (strikes_allocation(__builtin_return_address(0), size)) {
    errno = ENOMEM;
    return NULL;
  }
  return __libc_realloc(place, size);
}
