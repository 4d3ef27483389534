import Glibc

/// Pages of 2 MiB, for a text that stays and is searched. What is used for a moment is better off without: the
/// system clears such a page as a whole, however little of it is used.
enum HugePages {
  /// Asks the system to back what is large with such pages. Whether it does changes nothing but the
  /// time.
  @unsafe
  static func ask(for buffer: UnsafeMutableBufferPointer<UInt8>) {
    let page = 1 << 21
    guard let base = buffer.baseAddress, buffer.count > 4 * page else { return }
    let start = UInt(bitPattern: base)
    let first = (start + UInt(page) - 1) & ~UInt(page - 1)
    let room = Int(start + UInt(buffer.count) - first) & ~(page - 1)
    unsafe madvise(UnsafeMutableRawPointer(bitPattern: first), room, MADV_HUGEPAGE)
  }
}
