import CCompression
import Diagnostics

/// How a text file is compressed, by the ending of its name.
enum Compression: CaseIterable {
  case gzip
  case zstd

  /// The ending that chooses it.
  var ending: String {
    switch self {
    case .gzip: ".gz"
    case .zstd: ".zst"
    }
  }

  /// The compression that a path chooses; nil where it chooses none.
  static func chosen(byPath path: String) -> Compression? {
    allCases.first { path.lowercased().hasSuffix($0.ending) }
  }

  /// The first bytes of what an open file holds compressed, so many at most; nil where it cannot be read, or
  /// is not compressed so.
  func start(of file: Int32, most: Int) -> [UInt8]? {
    let kind = kind
    var isRead = true
    let start = unsafe [UInt8](unsafeUninitializedCapacity: most) { bytes, count in
      let got = unsafe compression_start(kind, file, bytes.baseAddress, most)
      isRead = got >= 0
      count = max(Int(got), 0)
    }
    return isRead ? start : nil
  }

  /// The last byte of what an open file holds compressed, 0 of nothing; nil where it cannot be read, is not
  /// compressed so, or the interrupt is raised.
  func lastByte(of file: Int32, _ interrupt: Interrupt) -> UInt8? {
    let last = unsafe withUnsafePointer(to: interrupt) { interrupt in
      unsafe compression_last(
        kind, file,
        { context in
          guard let context = unsafe context else { return true }
          return unsafe !context.assumingMemoryBound(to: Interrupt.self).pointee.isRaised
        }, UnsafeMutableRawPointer(mutating: interrupt))
    }
    return UInt8(exactly: last)
  }

  fileprivate var kind: compression_kind {
    self == .gzip ? COMPRESSION_GZIP : COMPRESSION_ZSTD
  }

  /// Lets `body` write into a stream whose compressed bytes go to a sink.
  func compress(
    to sink: Sink, _ body: (Sink) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let stream = try CompressedStream(self, to: sink)
    try body(Sink { (bytes) throws(Diagnostic) in try stream.add(bytes) })
    try stream.end()
  }
}

/// A stream that is being compressed; owns what the library allocates for it.
@safe
private final class CompressedStream {
  private let sink: Sink
  private var failure: Diagnostic?
  private var handle: OpaquePointer?

  init(_ compression: Compression, to sink: Sink) throws(Diagnostic) {
    self.sink = sink
    unsafe handle = compression_begin(
      compression.kind,
      { context, bytes, size in
        guard let context = unsafe context else { return false }
        let stream = unsafe Unmanaged<CompressedStream>.fromOpaque(context).takeUnretainedValue()
        return stream.take(unsafe Array(UnsafeBufferPointer(start: bytes, count: size)))
      }, Unmanaged.passUnretained(self).toOpaque())
    guard unsafe handle != nil else {
      throw Diagnostic(
        "\(compression.ending) cannot be written: libarchive is not there, or cannot compress so",
        help: "install libarchive13; or leave the ending out")
    }
  }

  deinit {
    if let handle = unsafe handle { unsafe compression_free(handle) }
  }

  func add(_ bytes: [UInt8]) throws(Diagnostic) {
    let isAdded = unsafe bytes.withUnsafeBytes {
      unsafe compression_add(handle, $0.baseAddress, $0.count)
    }
    try check(isAdded)
  }

  func end() throws(Diagnostic) {
    try check(unsafe compression_end(handle))
  }

  /// Hands compressed bytes on; false where they cannot be written.
  private func take(_ bytes: [UInt8]) -> Bool {
    do throws(Diagnostic) {
      try sink.write(bytes)
      return true
    } catch {
      failure = failure ?? error
      return false
    }
  }

  private func check(_ isDone: Bool) throws(Diagnostic) {
    if let failure { throw failure }
    if !isDone { throw Diagnostic("the file cannot be compressed") }
  }
}
