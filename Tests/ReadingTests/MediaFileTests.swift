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

  @Test func `an archive or a document that is attached is there, in a folder and in an archive`()
    throws
  {
    let text = ["a.zip", "b.docx", "c.zip"].map { "17/02/2025, 16:14 - Ana: \($0) (file attached)" }
    let chat = Array(text.joined(separator: "\n").utf8)
    let pictures = ArchiveBytes.zip([("1.jpg", [0xFF, 0xD8, 0xFF])])
    let document = ArchiveBytes.zip([("[Content_Types].xml", []), ("word/document.xml", [])])
    let sandbox = try InputSandbox(["a/chat.txt": String(decoding: chat, as: UTF8.self)])
    try sandbox.write(pictures, to: "a/a.zip")
    try sandbox.write(document, to: "a/b.docx")
    try sandbox.write(
      ArchiveBytes.zip([("chat.txt", chat), ("a.zip", pictures), ("b.docx", document)]),
      to: "whole.zip")
    let sizes = [" \(pictures.count)", " \(document.count)"]
    #expect(
      files(of: try sandbox.load("a").corpus) == ["a/a.zip" + sizes[0], "a/b.docx" + sizes[1], nil])
    #expect(
      files(of: try sandbox.load("whole.zip").corpus)
        == ["whole.zip:a.zip" + sizes[0], "whole.zip:b.docx" + sizes[1], nil])
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
