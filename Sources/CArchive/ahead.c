#include "ahead.h"

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>

// Blocks that are filled or used at a time, and how many of them are handed over at once where a thread waits for
// the other: to wake one takes as long as to fill half a block.
enum { block_count = 8, turn = block_count / 2 };

struct block {
  ssize_t count;
  unsigned char bytes[AHEAD_BLOCK_SIZE];
};

struct ahead {
  ahead_fill *fill;
  void *context;
  pthread_t thread;
  pthread_mutex_t mutex;
  // Something below has changed.
  pthread_cond_t changed;
  // Blocks that were filled so far, and those of them that are free again.
  size_t filled;
  size_t freed;
  // The first block that is not free is being used.
  bool is_lent;
  bool is_stopped;
  struct block blocks[block_count];
};

static struct block *block(struct ahead *ahead, size_t number) {
  return &ahead->blocks[number % block_count];
}

static void *work(void *context) {
  struct ahead *ahead = context;
  pthread_mutex_lock(&ahead->mutex);
  for (;;) {
    while (!ahead->is_stopped && ahead->filled - ahead->freed == block_count)
      pthread_cond_wait(&ahead->changed, &ahead->mutex);
    if (ahead->is_stopped) break;
    struct block *next = block(ahead, ahead->filled);
    pthread_mutex_unlock(&ahead->mutex);
    next->count = ahead->fill(ahead->context, next->bytes);
    pthread_mutex_lock(&ahead->mutex);
    ahead->filled++;
    bool is_last = next->count <= 0;
    if (is_last || ahead->filled - ahead->freed >= turn) pthread_cond_signal(&ahead->changed);
    if (is_last) break;
  }
  pthread_mutex_unlock(&ahead->mutex);
  return NULL;
}

// Starts a thread that no signal is handled on: those are for the threads that were there before.
static int start(struct ahead *ahead) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  int result = pthread_create(&ahead->thread, NULL, work, ahead);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return result;
}

static void destroy(struct ahead *ahead) {
  pthread_cond_destroy(&ahead->changed);
  pthread_mutex_destroy(&ahead->mutex);
  free(ahead);
}

struct ahead *ahead_start(ahead_fill *fill, void *context) {
  struct ahead *ahead = malloc(sizeof *ahead);
  if (!ahead) return NULL;
  ahead->fill = fill;
  ahead->context = context;
  ahead->filled = ahead->freed = 0;
  ahead->is_lent = ahead->is_stopped = false;
  pthread_mutex_init(&ahead->mutex, NULL);
  pthread_cond_init(&ahead->changed, NULL);
  if (start(ahead) == 0) return ahead;
  destroy(ahead);
  return NULL;
}

ssize_t ahead_next(struct ahead *ahead, const void **bytes) {
  pthread_mutex_lock(&ahead->mutex);
  if (ahead->is_lent) {
    ahead->freed++;
    if (ahead->filled - ahead->freed <= turn) pthread_cond_signal(&ahead->changed);
  }
  while (ahead->filled == ahead->freed) pthread_cond_wait(&ahead->changed, &ahead->mutex);
  struct block *next = block(ahead, ahead->freed);
  ahead->is_lent = next->count > 0;
  pthread_mutex_unlock(&ahead->mutex);
  *bytes = next->bytes;
  return next->count;
}

void ahead_stop(struct ahead *ahead) {
  pthread_mutex_lock(&ahead->mutex);
  ahead->is_stopped = true;
  pthread_cond_signal(&ahead->changed);
  pthread_mutex_unlock(&ahead->mutex);
  pthread_join(ahead->thread, NULL);
  destroy(ahead);
}
