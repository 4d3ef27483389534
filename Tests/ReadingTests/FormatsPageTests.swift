import Diagnostics
import Testing

@testable import Reading

/// `docs/formats.md`, which the code cites by its headings.
enum FormatsPage {
  static let root = Path(#filePath).folder.folder.folder

  /// A text file of the repository.
  static func text(_ path: Path) throws -> String {
    let contents = try FileContents(of: path, interrupt: .never)
    return String(decoding: contents.bytes, as: UTF8.self)
  }

  /// The page.
  static func page() throws -> String {
    try text(root.appending("docs/formats.md".utf8))
  }

  /// What a heading is cited by: its words in small letters with `-` between them.
  static func anchor(ofHeading line: Substring) -> String {
    let words = line.drop { $0 == "#" || $0 == " " }.lowercased()
    return String(words.map { $0 == " " ? "-" : $0 }.filter { $0.isLetter || $0 == "-" })
  }

  /// The headings of the page that the Swift files below a folder cite.
  static func citations(in folder: Path) throws -> Set<String> {
    var cited: Set<String> = []
    var waiting = [folder]
    while let next = waiting.popLast() {
      for entry in try FolderListing(of: next).entries {
        let path = next.appending(entry.name)
        if entry.kind == .folder {
          waiting.append(path)
        } else if entry.name.suffix(6).elementsEqual(".swift".utf8) {
          for part in try text(path).split(separator: "docs/formats.md#").dropFirst() {
            cited.insert(String(part.prefix { $0.isLetter || $0 == "-" }))
          }
        }
      }
    }
    return cited
  }
}

@Test func `every heading of the page of formats that code cites is there`() throws {
  let lines = try FormatsPage.page().split(separator: "\n")
  let anchors = Set(lines.filter { $0.hasPrefix("#") }.map(FormatsPage.anchor))
  let cited = try FormatsPage.citations(in: FormatsPage.root.appending("Sources".utf8))
  #expect(!cited.isEmpty)
  #expect(cited.subtracting(anchors).isEmpty)
}

@Test(arguments: HeaderShape.all.map(\.name))
func `the page of formats shows each header shape by its first example`(name: String) throws {
  let shape = try #require(HeaderShape.all.first { $0.name == name })
  let example = try #require(shape.examples.first).unicodeScalars.map { scalar in
    switch scalar {
    case "\u{A0}": "⟨U+00A0⟩"
    case "\n": "⏎"
    default: String(scalar)
    }
  }
  let row = "| \(name) | `\(shape.layout)` | `\(example.joined())` |"
  #expect(try FormatsPage.page().split(separator: "\n").contains(Substring(row)))
}
