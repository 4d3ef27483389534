import Foundation
import Testing

/// `docs/design.md`, which names files of `Sources/`.
enum DesignPage {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The page, line by line.
  static func lines() throws -> [Substring] {
    try String(contentsOf: root.appending(path: "docs/design.md"), encoding: .utf8)
      .split(separator: "\n")
  }

  /// What stands between back quotes in a line and ends in `.swift`.
  static func files(in line: Substring) -> [String] {
    line.split(separator: "`").map(String.init).filter { $0.hasSuffix(".swift") }
  }

  /// The Swift files of `Sources/`, by their path from there.
  static func sources() throws -> [String] {
    let folder = root.appending(path: "Sources").path()
    return try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".swift")
    }
  }
}

@Test func `every file that the page of the design names is there`() throws {
  let sources = try DesignPage.sources()
  let named = try DesignPage.lines().flatMap(DesignPage.files).filter { $0 != "Package.swift" }
  #expect(named.count > 40)
  #expect(named.filter { name in !sources.contains { "/\($0)".hasSuffix("/\(name)") } } == [])
}

@Test func `the page of the design lists the files with unsafe code, and no others`() throws {
  let section = try DesignPage.lines().drop { $0 != "## Unsafe code" }.dropFirst()
    .prefix { !$0.hasPrefix("## ") }
  var folder = ""
  // A row may name the folder once, for its first file.
  let listed = section.flatMap(DesignPage.files).map { name -> String in
    guard let slash = name.lastIndex(of: "/") else { return folder + name }
    folder = String(name[...slash])
    return name
  }
  let unsafe = try DesignPage.sources().filter { path in
    let url = DesignPage.root.appending(path: "Sources/\(path)")
    return try String(contentsOf: url, encoding: .utf8).contains(/\bunsafe\b(?!-inline)/)
  }
  #expect(Set(listed) == Set(unsafe))
}
