#define _GNU_SOURCE
#include "CMapping.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#endif

enum { most = 64 };

// A place is free where `start` is NULL, and guarded where `lease` is not -1.
static struct mapping {
  unsigned char *start;
  size_t size;
  int lease;
  char *name;
} mappings[most];

// Held by one thread, which no handler interrupts meanwhile; the handlers of others wait for it.
static atomic_flag held = ATOMIC_FLAG_INIT;

static sigset_t lock(void) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  while (atomic_flag_test_and_set_explicit(&held, memory_order_acquire)) sched_yield();
  return before;
}

static void unlock(sigset_t before) {
  atomic_flag_clear_explicit(&held, memory_order_release);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void end_with(const char *before, const char *name, const char *after) {
  ssize_t written = write(STDERR_FILENO, before, strlen(before));
  written = write(STDERR_FILENO, name, strlen(name));
  written = write(STDERR_FILENO, after, strlen(after));
  (void)written;
  _exit(1);
}

// Puts a copy in the place of a mapping, at once for all who read it meanwhile. Private pages of the file
// would not do: what is cut from a file is taken from those too.
static bool copy(const struct mapping *mapping) {
  void *pages =
    mmap(NULL, mapping->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (pages == MAP_FAILED) return false;
  memcpy(pages, mapping->start, mapping->size);
  mprotect(pages, mapping->size, PROT_READ);
  int how = MREMAP_MAYMOVE | MREMAP_FIXED;
  if (mremap(pages, mapping->size, mapping->size, how, mapping->start) != MAP_FAILED) return true;
  munmap(pages, mapping->size);
  return false;
}

// Copies a mapping and ends its lease. One that has ended already was waited for in vain: then the file
// may have changed before it was copied, and no answer would be right.
static void keep(struct mapping *mapping) {
  if (mapping->lease < 0) return;
  bool whole = copy(mapping) && fcntl(mapping->lease, F_SETLEASE, F_UNLCK) == 0;
  close(mapping->lease);
  mapping->lease = -1;
  if (!whole) {
    end_with(
      "causerie: “", mapping->name,
      "” was changed by another program before a copy could be made; start again\n");
  }
}

// Somebody wants to write to a file.
static void let_go(int signal, siginfo_t *information, void *context) {
  (void)signal, (void)context;
  int saved = errno;
  sigset_t before = lock();
  for (int place = 0; place < most; place++) {
    struct mapping *mapping = &mappings[place];
    if (mapping->start && mapping->lease == information->si_fd) keep(mapping);
  }
  unlock(before);
  errno = saved;
}

static struct sigaction fault_before;

// A page of a file that cannot be read: its disk fails, or it is shorter than it was.
static void fault(int signal, siginfo_t *information, void *context) {
  (void)context;
  const unsigned char *place = information->si_addr;
  for (int number = 0; number < most; number++) {
    const struct mapping *mapping = &mappings[number];
    if (mapping->start && place >= mapping->start && place < mapping->start + mapping->size) {
      end_with("causerie: “", mapping->name, "” cannot be read any more; start again\n");
    }
  }
  sigaction(signal, &fault_before, NULL);
}

static int lease_signal(void) {
  return SIGRTMIN + 3;
}

static void install(void) {
  struct sigaction action = {.sa_sigaction = let_go, .sa_flags = SA_SIGINFO | SA_RESTART};
  sigfillset(&action.sa_mask);
  sigaction(lease_signal(), &action, NULL);
  struct sigaction faults = {.sa_sigaction = fault, .sa_flags = SA_SIGINFO};
  sigemptyset(&faults.sa_mask);
  sigaction(SIGBUS, &faults, &fault_before);
}

// Whether all that changes a file on this file system goes through this system.
static bool is_local(int descriptor) {
  struct statfs system;
  if (fstatfs(descriptor, &system) != 0) return false;
  switch ((uint32_t)system.f_type) {
    case EXT4_SUPER_MAGIC: case XFS_SUPER_MAGIC: case BTRFS_SUPER_MAGIC: case TMPFS_MAGIC:
    case F2FS_SUPER_MAGIC: case OVERLAYFS_SUPER_MAGIC: return true;
    default: return false;
  }
}

static int take_lease(int descriptor) {
  int lease = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  if (lease < 0) return -1;
  if (
    fcntl(lease, F_SETSIG, lease_signal()) == 0 && fcntl(lease, F_SETLEASE, F_RDLCK) == 0) {
    return lease;
  }
  close(lease);
  return -1;
}

const unsigned char *mapping_open(int descriptor, size_t size, const char *name) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, install);
  if (!is_local(descriptor)) return NULL;
  char *label = strdup(name);
  if (!label) return NULL;
  const unsigned char *start = NULL;
  // A signal for the lease that comes meanwhile waits until the mapping is in its place.
  sigset_t before = lock();
  int place = 0;
  while (place < most && mappings[place].start) place++;
  int lease = place < most ? take_lease(descriptor) : -1;
  if (lease >= 0) {
    struct stat status;
    bool is_whole = fstat(lease, &status) == 0 && status.st_size == (off_t)size;
    void *mapped = is_whole ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, lease, 0) : MAP_FAILED;
    if (mapped != MAP_FAILED) {
      mappings[place] = (struct mapping){mapped, size, lease, label};
      start = mapped;
      label = NULL;
    } else {
      close(lease);
    }
  }
  unlock(before);
  free(label);
  return start;
}

bool mapping_fill(const unsigned char *start, size_t size) {
  // EINVAL is a system of before Linux 5.14, where pages come as they are read.
  return madvise((void *)start, size, MADV_POPULATE_READ) == 0 || errno == EINVAL;
}

void mapping_close(const unsigned char *start) {
  char *name = NULL;
  sigset_t before = lock();
  for (int place = 0; place < most; place++) {
    struct mapping *mapping = &mappings[place];
    if (mapping->start != start) continue;
    munmap(mapping->start, mapping->size);
    if (mapping->lease >= 0) close(mapping->lease);
    name = mapping->name;
    *mapping = (struct mapping){.lease = -1};
  }
  unlock(before);
  free(name);
}

void mapping_keep_all(void) {
  int saved = errno;
  sigset_t before = lock();
  for (int place = 0; place < most; place++) {
    if (mappings[place].start) keep(&mappings[place]);
  }
  unlock(before);
  errno = saved;
}

size_t mapping_guarded_count(void) {
  size_t count = 0;
  sigset_t before = lock();
  for (int place = 0; place < most; place++) {
    if (mappings[place].start && mappings[place].lease >= 0) count++;
  }
  unlock(before);
  return count;
}
