/// What an extended header of a tar says about the member that follows: lines of a length, a keyword and
/// a value, as POSIX pax has them.
struct PaxRecords {
  /// Its path; nil where only its header has one.
  private(set) var path: [UInt8]?

  /// Reads the lines; nil where one of them says how the member is to be read, or is damaged.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let blank = rest.firstIndex(of: UInt8(ascii: " ")),
        let count = Int(String(decoding: rest[..<blank], as: UTF8.self)),
        count > blank - rest.startIndex + 1, count <= rest.count,
        case let record = rest[(blank + 1)...].prefix(count - (blank - rest.startIndex) - 1),
        record.last == UInt8(ascii: "\n"),
        let equals = record.firstIndex(of: UInt8(ascii: "="))
      else { return nil }
      let keyword = String(decoding: record[..<equals], as: UTF8.self)
      if keyword == "path" {
        let value = record[(equals + 1)...].dropLast()
        guard !value.isEmpty, !value.contains(0),
          String(validating: value, as: UTF8.self) != nil
        else { return nil }
        path = Array(value)
      } else if !PaxRecords.isAside(keyword) {
        return nil
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Whether a keyword is of times, owners, rights and the like, which nobody reads here.
  private static func isAside(_ keyword: String) -> Bool {
    aside.contains(keyword) || asideBeginnings.contains { keyword.hasPrefix($0) }
  }

  private static let aside: Set = [
    "mtime", "atime", "ctime", "uid", "gid", "uname", "gname", "comment", "SCHILY.dev",
    "SCHILY.ino", "SCHILY.nlink", "SCHILY.fflags", "LIBARCHIVE.creationtime",
  ]
  private static let asideBeginnings = [
    "SCHILY.acl.", "SCHILY.xattr.", "LIBARCHIVE.xattr.", "RHT.security.",
  ]
}
