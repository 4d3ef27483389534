import CKernels

/// What becomes of memory that was freed.
enum FreedMemory {
  /// Lets the allocator keep what follows will need: a load makes and drops many arrays of megabytes.
  static func keep() { kernels_keep_memory() }

  /// Bytes that were read of which much is left: less is not worth a look at all that was freed.
  static let much = 1 << 26

  /// Gives it back to the system, where reading so many bytes has left much of it: the allocator keeps the
  /// columns of pieces for arrays of their size, and what follows are larger ones.
  static func giveBack(afterReading bytes: Int) {
    if bytes > much { kernels_trim_memory() }
  }
}
