import CKernels

/// What becomes of memory that was freed.
enum FreedMemory {
  /// Lets the allocator keep what follows will need: a load makes and drops many arrays of megabytes.
  static func keep() { kernels_keep_memory() }

  /// Gives it back to the system, where reading so many bytes has left much of it: the allocator keeps the
  /// columns of pieces for arrays of their size, and what follows are larger ones.
  static func giveBack(afterReading bytes: Int) {
    if bytes > 1 << 26 { giveBack() }
  }

  /// Gives it back to the system.
  static func giveBack() { kernels_trim_memory() }
}
