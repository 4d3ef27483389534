import Model
import Testing

@testable import Shell

@Suite struct `saved sessions` {
  private let chat = [
    "chat.txt": """
    17/02/2025, 16:14 - Élodie: mon vélo grince
    17/02/2025, 16:15 - Bo: un pneu ?
    """,
    "old.causerie": "messages | count\n",
  ]

  @Test func `lines that succeeded are saved, each saying what it reads`() throws {
    let folder = try ChatFolder(chat)
    for line in [
      "load chat.txt", "count by sender", "| sort -count", "mesages", "help count",
      "let long = messages\n  | where words > 2", "long; | take 1", "run old.causerie",
      "grep velo from:elo | export a.csv", "history", "messages | where sendr = 1",
    ] {
      _ = folder.answer(line)
    }
    #expect(folder.answer("save all.causerie") == ["wrote all.causerie: 8 lines"])
    #expect(
      folder.text(of: "all.causerie") == """
        # A session of 2026-01-15.
        load chat.txt
        messages | count by sender
        _ | sort -count
        let long = messages | where words > 2
        long
        _ | take 1
        run old.causerie
        grep velo from:elo | export a.csv

        """)
  }

  @Test func `what is saved runs, and gives the same`() throws {
    let folder = try ChatFolder(chat)
    for line in ["load chat.txt", "grep velo or pneu", "count by sender", "| sort -sender"] {
      _ = folder.answer(line)
    }
    _ = folder.answer("save all.causerie")
    let answer = folder.answer("_")
    let again = try ChatFolder(chat.merging(["s": folder.text(of: "all.causerie") ?? ""]) { $1 })
    _ = again.answer("run s")
    #expect(again.answer("_") == answer)
  }

  @Test func `nothing is overwritten, and nothing done is nothing to save`() throws {
    let folder = try ChatFolder(chat)
    #expect(folder.answer("save old.causerie").first == "error: there is no line to save yet")
    _ = folder.answer("load chat.txt")
    #expect(
      folder.answer("save old.causerie").first == "error: “old.causerie” exists already (17 bytes)")
    #expect(folder.answer("save chat.txt --force").first?.contains("is a loaded input") == true)
    #expect(folder.answer("save old.causerie --force") == ["wrote old.causerie: 1 line"])
  }
}
