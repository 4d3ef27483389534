import Foundation
import Testing

@testable import Shell

/// What `export` writes as xlsx.
@Suite struct `a spreadsheet` {
  @Test func `says what does not fit into it`() throws {
    let folder = try ChatFolder([
      "chat.txt": "14/02/2025, 23:50 - Ana: \(String(repeating: "é", count: 40_000))\n"
    ])
    _ = folder.answer("load chat.txt")
    let said = folder.answer("messages | select date, text | export a.xlsx")
    #expect(
      said.first == "warning: 1 cell is cut: xlsx takes 32 767 characters, and “text” in row 1 has"
        || said.joined(separator: " ").contains("1 cell is cut"))
    #expect(said.last == "wrote a.xlsx: 1 row of: messages | select date, text")
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.xlsx"))
    #expect(Array(data.prefix(2)) == Array("PK".utf8))
  }

  @Test(arguments: [
    ("_x0041_", 32_754, false), ("_x0041_", 32_755, true), ("é", 32_766, false),
    ("é", 32_767, true),
    ("🌸", 32_765, false), ("🌸", 32_766, true),
  ])
  func `has cells that hold no more than they can, escapes and all`(
    end: String, before: Int, isCut: Bool
  ) throws {
    let text = String(repeating: "a", count: before) + end
    let folder = try ChatFolder(["chat.txt": "14/02/2025, 23:50 - Ana: \(text)\n"])
    _ = folder.answer("load chat.txt")
    let said = folder.answer("messages | select date, text | export a.xlsx")
    #expect(said.first?.hasPrefix("warning: 1 cell is cut") == isCut, "\(said)")
    #expect(said.last == "wrote a.xlsx: 1 row of: messages | select date, text")
  }

  @Test func `leaves the standard error output where it was, however many are written at once`()
    async throws
  {
    await withThrowingTaskGroup { group in
      for _ in 0..<6 {
        group.addTask {
          let folder = try ChatFolder(["chat.txt": "14/02/2025, 23:50 - Ana: a\n"])
          _ = folder.answer("load chat.txt")
          for _ in 0..<20 { _ = folder.answer("messages | select text | export a.xlsx --force") }
        }
      }
    }
    // The library that makes spreadsheets writes to what stands here, or in its place while others work.
    let place = unsafe dlsym(nil, "stderr")
    let output = unsafe try #require(place)
      .assumingMemoryBound(to: UnsafeMutablePointer<FILE>.self)
    var isBack = false
    for _ in 0..<5_000 where !isBack {
      isBack = unsafe fileno(output.pointee) == STDERR_FILENO
      if !isBack { usleep(1_000) }
    }
    #expect(isBack)
  }

  @Test func `has no characters that XML has no place for`() throws {
    let folder = try ChatFolder([
      "chat.txt": "14/02/2025, 23:50 - Ana: a\u{FFFE}b\u{FFFF}\n14/02/2025, 23:51 - Bo: c\n"
    ])
    _ = folder.answer("load chat.txt")
    let said = folder.answer("messages | select date, text | export a.xlsx")
    #expect(
      said.first?.hasPrefix("note: 2 characters (NUL, U+FFFE or U+FFFF) became U+FFFD") == true,
      "\(said)")
    #expect(folder.answer("messages | where id = 2 | export b.xlsx").count == 1)
  }
}
