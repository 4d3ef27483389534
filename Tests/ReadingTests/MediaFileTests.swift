import Model
import Testing

@testable import Reading

struct MediaFileTests {
  /// What `media` says of the files of attachments: `path bytes`, nil where it says nothing.
  func files(of corpus: Corpus) -> [String?] {
    let table = TableDefinition.named(.media).make(corpus, Lens())
    guard case .text(let paths) = table.column("file"), case .int(let sizes) = table.column("bytes")
    else { return [] }
    return (0..<table.rowCount).map { row in
      guard let path = paths[row], let size = sizes[row] else { return nil }
      return "\(path) \(size)"
    }
  }

  @Test func `media says which files of an export are there`() throws {
    let sandbox = try InputSandbox([
      "a/_chat.txt": """
      [17/02/2025, 16:14:00] Ana: \u{200E}<attached: 00000001-PHOTO-2025-02-17-16-14-00.jpg>
      [17/02/2025, 16:15:00] Ana: \u{200E}<attached: 00000002-PHOTO-2025-02-17-16-15-00.jpg>
      """,
      "a/00000002-PHOTO-2025-02-17-16-15-00.jpg": "\u{0}picture",
      "b/00000001-PHOTO-2025-02-17-16-14-00.jpg": "\u{0}of somebody else",
    ])
    let found = "a/00000002-PHOTO-2025-02-17-16-15-00.jpg 8"
    #expect(files(of: try sandbox.load("a", "b").corpus) == [nil, found])
    // What was not loaded is not known to be there.
    #expect(files(of: try sandbox.load("a/_chat.txt").corpus) == [nil, nil])
  }

  @Test func `media of chunks lie in their folder`() throws {
    let sandbox = try InputSandbox([
      "a/temporal_17-02-2025_1.txt": InputSample.chunk([
        "17/02/2025, 16:14 - Ana: IMG-20250217-WA0001.jpg (fichier joint)"
      ]),
      "a/IMG-20250217-WA0001.jpg": "\u{0}picture",
    ])
    #expect(files(of: try sandbox.load("a").corpus) == ["a/IMG-20250217-WA0001.jpg 8"])
  }

  @Test func `of merged sources any may have the file`() throws {
    let lines = "17/02/2025, 16:14 - Ana: IMG-20250217-WA0001.jpg (fichier joint)"
    let sandbox = try InputSandbox([
      "a/chat.txt": lines, "b/chat.txt": lines, "b/IMG-20250217-WA0001.jpg": "\u{0}picture",
    ])
    #expect(files(of: try sandbox.merge("a", "b").corpus) == ["b/IMG-20250217-WA0001.jpg 8"])
  }
}
