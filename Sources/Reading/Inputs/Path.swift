/// A path as the system knows it: bytes, which need not be UTF-8.
struct Path: Hashable, Sendable {
  /// The bytes, without the NUL that the system's calls want at the end.
  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The path as text; bytes that are not UTF-8 become U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether it begins at the root.
  var isAbsolute: Bool { bytes.first == Path.slash }

  /// The part after the last slash, slashes at the end apart; empty for the root.
  var name: ArraySlice<UInt8> {
    let end = bytes.lastIndex { $0 != Path.slash }.map { $0 + 1 } ?? 0
    let start = bytes[..<end].lastIndex(of: Path.slash).map { $0 + 1 } ?? 0
    return bytes[start..<end]
  }

  /// The folder it stands in: `.` for a bare name, the root for the root.
  var folder: Path {
    let before = bytes[..<name.startIndex]
    guard let end = before.lastIndex(where: { $0 != Path.slash }) else {
      return Path(bytes: before.isEmpty ? [Path.dot] : [Path.slash])
    }
    return Path(bytes: Array(bytes[...end]))
  }

  /// The path of something in this folder.
  func appending(_ name: some Sequence<UInt8>) -> Path {
    if bytes.isEmpty || bytes.last == Path.slash { return Path(bytes: bytes + name) }
    var longer = bytes
    longer.append(Path.slash)
    longer.append(contentsOf: name)
    return Path(bytes: longer)
  }

  /// The same place seen from a folder: itself where it is absolute.
  func resolved(in folder: Path) -> Path {
    isAbsolute ? self : folder.appending(bytes)
  }

  /// `~` and what begins with `~/`, from the home folder on; itself where there is no home.
  func expandingHome(_ home: Path?) -> Path {
    let rest = bytes.dropFirst()
    guard let home, bytes.first == UInt8(ascii: "~"), rest.isEmpty || rest.first == Path.slash
    else { return self }
    return home.appending(rest.drop { $0 == Path.slash })
  }

  static let slash = UInt8(ascii: "/")
  static let dot = UInt8(ascii: ".")
}
