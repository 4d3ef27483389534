#ifndef CEDITLINE_SIGNALS_H
#define CEDITLINE_SIGNALS_H

#include <stdbool.h>

/// Signals as facts to ask for. The handlers only set flags and write a byte to a pipe of their
/// own, which wakes `signals_wait_readable`; the flags may be read from any thread.

/// Handles SIGINT, SIGTERM, SIGHUP and SIGWINCH, and keeps SIGPIPE and SIGXFSZ from killing (the
/// write that caused them fails with EPIPE or EFBIG). What was ignored at start stays ignored.
/// Handlers, unlike ignored signals, are reset in programs started from here. System calls that
/// SIGINT, SIGTERM or SIGHUP interrupt fail with EINTR. Answers false where no pipe could be made.
bool signals_install(void);

/// Whether SIGINT came since the last `signals_clear_interrupt`.
bool signals_interrupted(void);
void signals_clear_interrupt(void);

/// The first of SIGTERM and SIGHUP that came, or 0.
int signals_termination(void);

/// Dies of `signal` as if it had never been handled. Returns only where that is impossible.
void signals_die_of(int signal);

/// Whether SIGWINCH came since the last call.
bool signals_take_resize(void);

/// Whether SIGTSTP came since the last call; between `true` and `false` it is only noted, and otherwise
/// stops the process.
void signals_watch_suspend(bool watch);
bool signals_take_suspend(void);

/// Stops the process until it is continued.
void signals_suspend(void);

enum {
  SIGNALS_READABLE = 1,  ///< reading will not block (there may be data, the end, or an error)
  SIGNALS_CAUGHT = 2,    ///< a signal came; the flags say which
};

/// Waits until `descriptor` can be read or a signal comes, whichever is first.
int signals_wait_readable(int descriptor);

/// Opens /dev/null in the place of each of the descriptors 0, 1 and 2 that is closed, so that no
/// file lands there; in the wrong direction, so that using the missing stream is an error.
void signals_fill_standard_streams(void);

#endif
