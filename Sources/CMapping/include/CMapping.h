// Files mapped into memory whose bytes stay as they are whatever others do to the file.
//
// A mapping is guarded by a lease (fcntl(2), F_SETLEASE): whoever opens the file for writing, or cuts
// it short, waits until the system has told us and we have a copy of the pages of our own. Where the
// system does not grant one, nothing is mapped.
#ifndef CMAPPING_H
#define CMAPPING_H

#include <stdbool.h>
#include <stddef.h>

/// Maps an open regular file of `size` bytes, not 0.
///
/// Returns NULL where that cannot be guarded: the file is open for writing, not ours, on a file system
/// that others may change behind the system's back, or changes meanwhile. `name` is what a message
/// calls the file. The descriptor may be closed afterwards.
const unsigned char *mapping_open(int descriptor, size_t size, const char *name);

/// Has the system bring whole pages of a mapping into memory, of which the first is at `start`; false
/// where its disk does not give them.
bool mapping_fill(const unsigned char *start, size_t size);

/// Gives back what `mapping_open` returned.
void mapping_close(const unsigned char *start);

/// Makes copies of all that is mapped and lets go of the files, before the process stops. Safe in a
/// handler of signals.
void mapping_keep_all(void);

/// How many mappings are still guarded by a lease.
size_t mapping_guarded_count(void);

#endif
