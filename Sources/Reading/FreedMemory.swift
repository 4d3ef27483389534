import CKernels

/// Gives memory that was freed back to the system, where reading so many bytes has left much of it: the
/// allocator keeps the columns of pieces for arrays of their size, and what follows are larger ones.
func returnFreedMemory(after bytes: Int) {
  if bytes > 1 << 26 { kernels_trim_memory() }
}
