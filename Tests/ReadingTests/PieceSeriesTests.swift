import Model
import Testing

@testable import Reading

/// Exports that a text splitter cut by characters.
@Suite struct PieceSeriesTests {
  private func name(_ number: Int) -> String { "set/part_\(number + 1).txt" }

  @Test(arguments: 0..<40) func `pieces with an overlap become the export`(seed: Int) throws {
    var random = Seeded(seed)
    let text = SplitText.export(Int.random(in: 80..<140, using: &random), using: &random)
    let size = [500, 700, 900].randomElement(using: &random) ?? 500
    let overlap = [40, 100, 250].randomElement(using: &random) ?? 100
    let sandbox = try InputSandbox(["whole.txt": text])
    switch seed % 4 {
    case 0:
      for (number, piece) in SplitText.pieces(of: Array(text), size: size, overlap: overlap)
        .enumerated()
      {
        try sandbox.write(String(piece), to: name(number))
      }
    case 1:
      // Characters of several bytes are cut in two.
      for (number, piece) in SplitText.pieces(of: Array(text.utf8), size: size, overlap: overlap)
        .enumerated()
      {
        try sandbox.write(Array(piece), to: name(number))
      }
    case 2:
      for (number, piece) in SplitText.pieces(of: Array(text), size: size, overlap: overlap)
        .enumerated()
      {
        try sandbox.write(SplitText.trimmed(String(piece)) + "\n", to: name(number))
      }
    default:
      let lines = text.split(separator: "\n").map(String.init)
      for (number, piece) in SplitText.pieces(of: lines, size: 20, overlap: 4).enumerated() {
        try sandbox.write(piece.joined(separator: "\r\n"), to: name(number))
      }
    }
    let whole = try sandbox.load("whole.txt").corpus
    let (corpus, report) = try sandbox.load("set")
    #expect(corpus.texts == whole.texts)
    #expect(corpus.messages.moments == whole.messages.moments)
    #expect(corpus.transcripts.map(\.source) == ["set"])
    #expect(report.spreads.map(\.isInPieces) == [true])
  }

  @Test func `a message of pieces knows the file and the line where it begins`() throws {
    let sandbox = try InputSandbox([
      "a/1.txt": "27/07/2025, 10:00 - Ana: oui\net puis\n27/07/2025, 10:01 - Bo: no",
      "a/2.txt": "puis\n27/07/2025, 10:01 - Bo: non\nvraiment\n27/07/2025, 10:02 - Ana: bon",
    ])
    let (corpus, _) = try sandbox.load("a")
    #expect(corpus.texts == ["oui\net puis", "non\nvraiment", "bon"])
    let transcript = try #require(corpus.transcripts.first)
    let places = corpus.messages.lines.map { transcript.place(ofLine: Int($0)) }
    #expect(places.map { $0?.file } == [0, 0, 1])
    #expect(places.map { $0?.line } == [1, 3, 4])
    #expect(corpus.files.map(\.source) == ["a", "a"])
  }

  @Test func `a piece without a header is one beside others, and no chat elsewhere`() throws {
    let long = (0..<40).map { "mot \($0)" }.joined(separator: " ")
    let text =
      "27/07/2025, 10:00 - Ana: oui\n27/07/2025, 10:01 - Bo: \(long)\n27/07/2025, 10:02 - Ana: ah"
    let sandbox = try InputSandbox(["b/part_7.txt": "mot 1 mot 2 mot 3 mot 4"])
    for (number, piece) in SplitText.pieces(of: Array(text), size: 100, overlap: 20).enumerated() {
      try sandbox.write(String(piece), to: name(number))
    }
    let (corpus, report) = try sandbox.load("set", "b/*")
    #expect(corpus.texts == ["oui", long, "ah"])
    #expect(report.filesSkipped == 1)
    #expect(corpus.rows(.skippedFile).count == 1)
    #expect(corpus.transcripts.count == 1)
  }

  @Test(arguments: [
    "Source: chat.txt\nPiece: #/12\n\n", "---\nsource: chat.txt\nchunk: #\n---\n", "# Piece #\n",
    "=== CHUNK METADATA ===\nPeriod: null\nParticipants: Ana #\n\n=== CONTENT ===\n",
  ])
  func `lines with which all pieces begin alike are no part of the chat`(heading: String) throws {
    var random = Seeded(3)
    let text = SplitText.export(90, using: &random)
    let sandbox = try InputSandbox(["whole.txt": text])
    let pieces = SplitText.pieces(of: Array(text), size: 500, overlap: 100)
    for (number, piece) in pieces.enumerated() {
      let own = heading.replacing("#", with: "\(number + 1)")
      try sandbox.write(own + String(piece), to: name(number))
    }
    let whole = try sandbox.load("whole.txt").corpus
    let corpus = try sandbox.load("set").corpus
    #expect(corpus.texts == whole.texts)
    #expect(corpus.transcripts.map(\.source) == ["set"])
    // Said once, and messages know their lines.
    #expect(corpus.rows(.preamble).count == 1)
    let transcript = try #require(corpus.transcripts.first)
    let lines = heading.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(transcript.place(ofLine: 0)?.line == lines)
  }

  @Test func `exports that begin with the same words and share nothing stay apart`() throws {
    let sandbox = try InputSandbox([
      "a/chat 1.txt": "Chat of: Ana\n27/07/2025, 10:00 - Ana: oui\n27/07/2025, 10:01 - Bo: non\n",
      "a/chat 2.txt": "Chat of: Cy\n27/07/2025, 10:01 - Cy: oui\n27/07/2025, 10:02 - Dee: non\n",
    ])
    let corpus = try sandbox.load("a").corpus
    #expect(corpus.transcripts.count == 2)
    #expect(corpus.rows(.preamble).count == 2)
  }

  @Test(arguments: ["temporal_27-07-2025_#.txt", "temporal_chunk-#_#.txt", "00#_5e0fa1c#7b.txt"])
  func `the number in a name is the order, whatever else stands in it`(pattern: String) throws {
    var random = Seeded(5)
    let text = SplitText.export(90, using: &random)
    let sandbox = try InputSandbox(["whole.txt": text])
    let pieces = SplitText.pieces(of: Array(text), size: 500, overlap: 100)
    for (number, piece) in pieces.enumerated() {
      try sandbox.write(
        String(piece), to: "set/" + pattern.replacing("#", with: "\(number + 1)"))
    }
    #expect(try sandbox.load("set").corpus.texts == sandbox.load("whole.txt").corpus.texts)
  }

  @Test func `chunks without their headers are pieces in the order of their numbers`() throws {
    var random = Seeded(3)
    let lines = SplitText.export(200, using: &random).split(separator: "\n").map(String.init)
    let sandbox = try InputSandbox(["whole.txt": lines.joined(separator: "\n")])
    let chunks = SplitText.pieces(of: lines, size: 20, overlap: 5)
    for (number, chunk) in chunks.enumerated() {
      // The days of the names fall, so that they tell another order.
      let name = "temporal_\(28 - number % 20)-07-2025_\(number + 1).txt"
      try sandbox.write(chunk.joined(separator: "\n"), to: "set/\(name)")
    }
    #expect(chunks.count > 10)
    let whole = try sandbox.load("whole.txt").corpus
    let (corpus, report) = try sandbox.load("set")
    #expect(corpus.texts == whole.texts)
    #expect(corpus.transcripts.map(\.source) == ["set"])
    #expect(report.spreads.map(\.isInPieces) == [true])
  }

  @Test func `chunks without their headers that share nothing stay apart`() throws {
    let sandbox = try InputSandbox([
      "a/temporal_27-07-2025_1.txt": "27/07/2025, 10:00 - Ana: oui\n27/07/2025, 10:01 - Bo: non",
      "a/temporal_27-07-2025_2.txt": "27/07/2025, 10:02 - Cy: oui\n27/07/2025, 10:03 - Dee: non",
      "a/temporal_27-07-2025_4.txt": "27/07/2025, 10:03 - Dee: non\n27/07/2025, 10:04 - Cy: bon",
    ])
    #expect(try sandbox.load("a").corpus.transcripts.count == 3)
  }

  @Test func `exports that share nothing stay apart whatever they are called`() throws {
    let sandbox = try InputSandbox([
      "a/chat 1.txt": "27/07/2025, 10:00 - Ana: oui\n27/07/2025, 10:01 - Bo: non\n",
      "a/chat 2.txt": "27/07/2025, 10:01 - Cy: oui\n27/07/2025, 10:02 - Dee: non\n",
      "a/chat 3.txt": "27/07/2025, 10:02 - Eva: oui\n27/07/2025, 10:03 - Flo: non\n",
    ])
    #expect(try sandbox.load("a").corpus.transcripts.count == 3)
  }

  @Test func `an export with which a newer one begins is the same chat twice, and no piece`() throws
  {
    let old = "27/07/2025, 10:00 - Ana: oui\n27/07/2025, 10:01 - Bo: non\n"
    let sandbox = try InputSandbox([
      "a/chat 1.txt": old, "a/chat 2.txt": old + "27/07/2025, 10:02 - Ana: bon\n",
    ])
    let (corpus, _) = try sandbox.load("a")
    #expect(corpus.transcripts.count == 2)
    #expect(corpus.rows(.duplicateTranscript).count == 1)
  }

  enum Cut: CaseIterable { case lines, linesWithoutLastBreak, twoOfManyLines, bytes }

  @Test(arguments: Cut.allCases) func `pieces that repeat nothing become the export`(
    cut: Cut
  ) throws {
    // Where bytes are counted a character may be cut in two, which nothing makes whole.
    let senders = cut == .bytes ? ["Zoe", "Bo"] : ["Zoé 🌸", "Bo"]
    let text = SplitText.ordered(cut == .twoOfManyLines ? 400 : 200, by: senders)
    let sandbox = try InputSandbox(["whole.txt": text])
    let lines = text.split(separator: "\n").map { "\($0)\n" }
    let pieces: [[UInt8]] =
      switch cut {
      case .lines, .linesWithoutLastBreak:
        SplitText.pieces(of: lines, size: 60, overlap: 0).map { Array($0.joined().utf8) }
      case .twoOfManyLines:
        SplitText.pieces(of: lines, size: 500, overlap: 0).map { Array($0.joined().utf8) }
      case .bytes:
        // The last one has a few bytes.
        SplitText.pieces(of: Array(text.utf8), size: text.utf8.count / 6, overlap: 0).map {
          Array($0)
        }
      }
    let letters = ["aa", "ab", "ac", "ad", "ae", "af", "ag", "ah", "ai", "aj", "ak"]
    for (name, piece) in zip(letters, pieces) {
      try sandbox.write(
        cut == .linesWithoutLastBreak ? piece.dropLast() : piece, to: "set/x\(name)")
    }
    #expect((2...letters.count) ~= pieces.count)
    let whole = try sandbox.load("whole.txt").corpus
    let (corpus, report) = try sandbox.load("set")
    #expect(corpus.texts == whole.texts)
    #expect(corpus.transcripts.map(\.source) == ["set"])
    #expect(report.spreads.map(\.isInPieces) == [true])
    // Each message knows where it begins.
    let transcript = try #require(corpus.transcripts.first)
    for line in corpus.messages.lines.map({ Int($0) }) {
      let place = try #require(transcript.place(ofLine: line))
      let ofPiece = String(decoding: pieces[place.file], as: UTF8.self).split(separator: "\n")
      #expect(lines[line].hasPrefix(ofPiece[place.line - 1]))
    }
  }

  @Test func `pieces of so many characters that repeat nothing become the export`() throws {
    // Some of them hold no header: a message has more.
    let long = (0..<40).map { "mot \($0)" }.joined(separator: "\n")
    let lines = SplitText.ordered(200).replacing("7 demain", with: "7 \(long)").split(
      separator: "\n")
    let text = lines.joined(separator: "\n")
    let sandbox = try InputSandbox(["whole.txt": text])
    let pieces = SplitText.lines(of: text, size: 150, overlap: 0)
    for (index, piece) in pieces.enumerated() { try sandbox.write(piece, to: name(index)) }
    #expect(pieces.contains { !$0.contains("[") })
    let corpus = try sandbox.load("set").corpus
    #expect(try corpus.texts == sandbox.load("whole.txt").corpus.texts)
    #expect(corpus.transcripts.map(\.source) == ["set"])
  }

  @Test func `exports of many chats stay apart, whatever numbers they have`() throws {
    let sandbox = try InputSandbox()
    for number in 0..<6 {
      // They were exported from one phone, and are of about the same time.
      let text = SplitText.ordered(40 + number * 7, by: ["Ana", "P\(number)"])
      try sandbox.write(text, to: name(number))
    }
    #expect(try sandbox.load("set").corpus.transcripts.count == 6)
  }

  @Test func `of an album that was cut no picture is lost`() throws {
    let album = String(
      repeating: "[27/07/2025, 04:18:00] Bo: \u{200E}image absente\n", count: 6)
    let lines = SplitText.ordered(400).split(separator: "\n").map { "\($0)\n" }
    let number = try #require(lines.firstIndex { $0.contains("04:19:00") })
    let text = lines[..<number].joined() + album + lines[number...].joined()
    let sandbox = try InputSandbox(["whole.txt": text])
    // The second seam is among its lines.
    let pieces = SplitText.pieces(
      of: text.split(separator: "\n"), size: (number + 3) / 2, overlap: 0)
    for (index, piece) in pieces.enumerated() {
      try sandbox.write(piece.joined(separator: "\n") + "\n", to: "set/part\(index).txt")
    }
    #expect(pieces[2].first == pieces[1].last)
    let corpus = try sandbox.load("set").corpus
    #expect(corpus.transcripts.count == 1)
    #expect(corpus.texts.count { $0.contains("image absente") } == 6)
  }

  @Test func `exports of other people, or of another time, are no pieces however they begin`()
    throws
  {
    let first = SplitText.ordered(60)
    let others =
      "et puis\n" + SplitText.ordered(60, by: ["Cy", "Dee"]).replacing("27/07", with: "28/07")
    let later = "et puis\n" + first.replacing("27/07/2025", with: "27/07/2026")
    let sameTime = "et puis\n" + first
    for second in [others, later, sameTime] {
      let sandbox = try InputSandbox(["a/chat 1.txt": first, "a/chat 2.txt": second])
      #expect(try sandbox.load("a").corpus.transcripts.count == 2)
    }
  }

  @Test func `names that do not follow each other join nothing`() throws {
    let sandbox = try InputSandbox([
      "a/1.txt": "27/07/2025, 10:00 - Ana: oui\n27/07/2025, 10:01 - Bo: non",
      "a/3.txt": "27/07/2025, 10:01 - Bo: non\n27/07/2025, 10:02 - Ana: bon",
    ])
    #expect(try sandbox.load("a").corpus.transcripts.count == 2)
  }

  @Test(arguments: [45, 60, 90])
  func `pieces of whole lines, of which some repeat nothing, are one`(
    overlap: Int
  ) throws {
    // A line that has more characters than may be repeated is not.
    let long = "et puis encore une fois, comme toujours, jusqu'au bout de la rue et de retour"
    let text = SplitText.ordered(160).replacing("3 demain", with: "3 demain\n\(long)")
    let sandbox = try InputSandbox(["whole.txt": text])
    let pieces = SplitText.lines(of: text, size: 400, overlap: overlap)
    for (number, piece) in pieces.enumerated() { try sandbox.write(piece, to: name(number)) }
    let bare = zip(pieces, pieces.dropFirst()).count { one, next in
      !one.hasSuffix(next.prefix { $0 != "\n" })
    }
    #expect((1..<pieces.count - 1).contains(bare))
    let corpus = try sandbox.load("set").corpus
    #expect(try corpus.texts == sandbox.load("whole.txt").corpus.texts)
    #expect(corpus.transcripts.map(\.source) == ["set"])
  }

  @Test func `of an album at a seam as much is repeated as elsewhere`() throws {
    let album = String(
      repeating: "[27/07/2025, 02:18:00] Bo: \u{200E}image absente\n", count: 9)
    let lines = SplitText.ordered(200).split(separator: "\n").map { "\($0)\n" }
    let number = try #require(lines.firstIndex { $0.contains("02:19:00") })
    let text = lines[..<number].joined() + album + lines[number...].joined()
    let sandbox = try InputSandbox(["whole.txt": text])
    // A seam is among its lines, at any of which the next piece may begin.
    let pieces = SplitText.pieces(
      of: text.split(separator: "\n"), size: number / 2 + 4, overlap: 2)
    for (index, piece) in pieces.enumerated() {
      try sandbox.write(piece.joined(separator: "\n"), to: name(index))
    }
    #expect(pieces.contains { $0.first?.contains("image") == true })
    let corpus = try sandbox.load("set").corpus
    #expect(try corpus.texts == sandbox.load("whole.txt").corpus.texts)
  }

  @Test func `a piece that is there twice counts once, and a row says so`() throws {
    var random = Seeded(11)
    let text = SplitText.export(90, using: &random)
    let sandbox = try InputSandbox(["whole.txt": text])
    let pieces = SplitText.pieces(of: Array(text), size: 500, overlap: 100).map { String($0) }
    for (number, piece) in pieces.enumerated() { try sandbox.write(piece, to: name(number)) }
    try sandbox.write(pieces[2], to: "set/part_3 (1).txt")
    try sandbox.write(pieces[4], to: "set/part_5 - Copie.txt")
    let corpus = try sandbox.load("set").corpus
    #expect(try corpus.texts == sandbox.load("whole.txt").corpus.texts)
    #expect(corpus.transcripts.map(\.source) == ["set"])
    #expect(corpus.rows(.overlapSize).count == 2)
    #expect(corpus.rows(.overlapSize).first?.contains("holds the same lines as") == true)
  }

  @Test func `a piece that holds what another does, and whose name nobody else has, is no double`()
    throws
  {
    let line = "27/07/2025, 02:18 - Bo: encore la même longue histoire, mot pour mot"
    let same = "\(line)\n27/07/2025, 02:18 - Ana: oui"
    let lines = SplitText.ordered(200).split(separator: "\n").map { "\($0)" }
    let sandbox = try InputSandbox()
    let pieces = [lines[..<40], lines[40..<80], lines[80..<120], lines[120..<160], lines[160...]]
      .map { $0.joined(separator: "\n") }
    for (number, piece) in (pieces[..<2] + [same] + pieces[2..<3] + [same] + pieces[3...])
      .enumerated()
    {
      try sandbox.write(piece, to: name(number))
    }
    #expect(try sandbox.load("set").corpus.files.allSatisfy { $0.kind == .export })
    #expect(try sandbox.load("set").corpus.rows(.overlapSize).isEmpty)
  }

  @Test func `of an album that fills several pieces no picture is lost`() throws {
    let sandbox = try InputSandbox()
    let line = "[27/07/2025, 01:20:00] Bo: \u{200E}image absente"
    let album = Array(repeating: line, count: 20).joined(separator: "\n")
    let pieces = [
      SplitText.ordered(20), album, album, "\(line)\n[27/07/2025, 01:22:00] Ana: oui",
    ]
    for (number, piece) in pieces.enumerated() { try sandbox.write(piece, to: name(number)) }
    let corpus = try sandbox.load("set").corpus
    #expect(corpus.texts.count { $0.contains("image absente") } == 41)
  }

  @Test func `a header that was cut in two is whole again, and so is a name`() throws {
    let pieces = [
      "27/07/2025, 10:00 - Ana Lu: oui\n27/07/2025, 10:01 - Bo: non\n27/07/2025, 10",
      ":02 - Ana Lu: bon\n27/07/2025, 10:03 - Bo: ah\n27/07/2025,",
      "10:04 - Ana Lu: si\n27/07/2025, 10:05 - Ana",
      "Lu: tard\n27/07/2025, 10:06 - Bo: fin",
    ]
    let sandbox = try InputSandbox()
    for (number, piece) in pieces.enumerated() { try sandbox.write(piece, to: name(number)) }
    let corpus = try sandbox.load("set").corpus
    #expect(corpus.texts == ["oui", "non", "bon", "ah", "si", "tard", "fin"])
    #expect(corpus.people.values.sorted() == ["Ana Lu", "Bo"])
  }

  @Test func `pieces of one number of characters go on in the middle of a word`() throws {
    let text = SplitText.ordered(200, by: ["Zoé 🌸", "Bö"])
    let sandbox = try InputSandbox(["whole.txt": text])
    for (number, piece) in SplitText.pieces(of: Array(text.unicodeScalars), size: 700, overlap: 0)
      .enumerated()
    {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: piece)
      try sandbox.write(String(view), to: name(number))
    }
    let corpus = try sandbox.load("set").corpus
    #expect(try corpus.texts == sandbox.load("whole.txt").corpus.texts)
    #expect(corpus.transcripts.count == 1)
  }
}
