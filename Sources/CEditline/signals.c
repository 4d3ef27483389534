#define _GNU_SOURCE
#include "signals.h"

#include "CMapping.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <unistd.h>

// Lock-free atomics are safe in handlers and, unlike sig_atomic_t, between threads.
static atomic_bool interrupted;
static atomic_bool resized;
static atomic_bool suspended;
static atomic_int termination;

static int wake_pipe[2] = {-1, -1};

static void note(int signal) {
  int saved = errno;
  int none = 0;
  switch (signal) {
    case SIGINT: atomic_store(&interrupted, true); break;
    case SIGWINCH: atomic_store(&resized, true); break;
    case SIGTSTP: atomic_store(&suspended, true); break;
    default: atomic_compare_exchange_strong(&termination, &none, signal);
  }
  // A full pipe wakes as well as one byte more would.
  ssize_t written = write(wake_pipe[1], "", 1);
  (void)written;
  errno = saved;
}

static void survive(int signal) {
  (void)signal;
}

// Stops the process as SIGTSTP does by itself, but for files that others could not write to meanwhile.
static void stop(int signal) {
  int saved = errno;
  mapping_keep_all();
  struct sigaction ours, standard = {.sa_handler = SIG_DFL};
  sigset_t only, before;
  sigemptyset(&only);
  sigaddset(&only, signal);
  sigaction(signal, &standard, &ours);
  raise(signal);
  // Here it stops; it goes on where the user continues it.
  pthread_sigmask(SIG_UNBLOCK, &only, &before);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  sigaction(signal, &ours, NULL);
  errno = saved;
}

static void handle(int signal, void (*handler)(int), int flags) {
  struct sigaction before;
  if (sigaction(signal, NULL, &before) != 0 || before.sa_handler == SIG_IGN) return;
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigfillset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

bool signals_install(void) {
  if (pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  handle(SIGINT, note, 0);
  handle(SIGTERM, note, 0);
  handle(SIGHUP, note, 0);
  handle(SIGWINCH, note, SA_RESTART);
  handle(SIGPIPE, survive, SA_RESTART);
  handle(SIGXFSZ, survive, SA_RESTART);
  handle(SIGTSTP, stop, SA_RESTART);
  return true;
}

bool signals_interrupted(void) {
  return atomic_load_explicit(&interrupted, memory_order_relaxed);
}

void signals_clear_interrupt(void) {
  atomic_store(&interrupted, false);
}

int signals_termination(void) {
  return atomic_load_explicit(&termination, memory_order_relaxed);
}

void signals_die_of(int signal) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigaction(signal, &action, NULL);
  raise(signal);
}

bool signals_take_resize(void) {
  return atomic_exchange(&resized, false);
}

void signals_watch_suspend(bool watch) {
  handle(SIGTSTP, watch ? note : stop, SA_RESTART);
}

bool signals_take_suspend(void) {
  return atomic_exchange(&suspended, false);
}

void signals_suspend(void) {
  mapping_keep_all();
  kill(getpid(), SIGSTOP);
}

int signals_wait_readable(int descriptor) {
  struct pollfd watched[2] = {
    {.fd = wake_pipe[0], .events = POLLIN},
    {.fd = descriptor, .events = POLLIN},
  };
  while (poll(watched, 2, -1) < 0) {
    // A signal without a handler of ours; one with has left a byte in the pipe.
    if (errno != EINTR) return SIGNALS_READABLE;
  }
  if (watched[0].revents) {
    char bytes[64];
    while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {}
    return SIGNALS_CAUGHT;
  }
  return SIGNALS_READABLE;
}

void signals_fill_standard_streams(void) {
  static const int direction[3] = {O_WRONLY, O_RDONLY, O_RDONLY};
  for (int stream = 0; stream < 3; stream++) {
    // The lowest free descriptor is what open answers, so the order fills each gap itself.
    if (fcntl(stream, F_GETFD) == -1) open("/dev/null", direction[stream]);
  }
}
