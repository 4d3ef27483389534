import Model
import Testing

@testable import Reading

/// Numbers in names that the chunker did not give.
@Suite struct NameNumberTests {
  /// A chunk of the chat at a place of it, half-open, under a name.
  private func chunk(_ lines: Range<Int>, _ name: String, of chat: [String]) -> ChunkFile {
    let text = ChunkerFields().text(over: chat[lines])
    return ChunkFile(Array(text.utf8), label: name, name: Array(name.utf8)[...])
  }

  /// A chat of two people that write every few minutes, each message in two lines.
  private let chat = (0..<120).flatMap { place in
    let (hour, minute) = (8 + place / 12, place % 12 * 5)
    return [
      "[27/07/2025, \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute):00] Ana: n° \(place)",
      "et la suite de \(place)",
    ]
  }

  /// Names that a number leads, as other hands give them.
  private func hashed(_ number: Int) -> String {
    "\(String(1_000 + number).dropFirst())_\(String(number &* 0x9E37_79B9 & 0xFFFF_FFFF, radix: 16))a.txt"
  }

  @Test(arguments: ["hash", "part ", "chat-2025-"])
  func `chunks that repeat nothing are in the order of any numbers, and messages are whole`(
    form: String
  ) throws {
    let files = stride(from: 0, to: 240, by: 9).enumerated().map { number, start in
      let name = form == "hash" ? hashed(number) : "\(form)\(number).txt"
      return chunk(start..<min(240, start + 9), name, of: chat)
    }
    let series = try Reassembly.series(of: files.shuffled())
    #expect(series.count == 1)
    #expect(series.flatMap(\.problems).isEmpty)
    let read = try SeriesReading(try #require(series.first)).plain
    #expect(read.count == 120)
    #expect(read.last?.lines == ["n° 119", "et la suite de 119"])
  }

  @Test func `a number that is missing is a gap, and a file copied is one`() throws {
    var files = stride(from: 0, to: 240, by: 9).enumerated().map { number, start in
      chunk(start..<min(240, start + 9), hashed(number), of: chat)
    }
    files.remove(at: 10)
    files.append(chunk(0..<9, hashed(0).replacing(".txt", with: " (1).txt"), of: chat))
    let series = try Reassembly.series(of: files)
    #expect(series.count == 1)
    #expect(
      series[0].problems.map(\.code) == [.overlapSize, .gap], "\(series[0].problems.map(\.detail))")
    #expect(series[0].problems.last?.detail.contains("chunk 10 is missing") == true)
  }

  @Test func `chunks found by a search are not glued together, though their times ascend`() throws {
    let files = stride(from: 1, to: 240, by: 40).enumerated().map { number, start in
      chunk(start..<(start + 6), hashed(number), of: chat)
    }
    let series = try Reassembly.series(of: files)
    #expect(series.count == 1)
    // Six chunks that begin in a message: nothing leads up to any.
    #expect(series[0].openings.count == files.count)
  }

  @Test func `ranks of what a search found tell no order`() throws {
    let starts = Array(stride(from: 0, to: 234, by: 6))
    let files = starts.enumerated().map { place, start in
      chunk(start..<(start + 9), hashed(place * 7 % starts.count), of: chat)
    }
    let series = try Reassembly.series(of: files)
    #expect(series.count == 1)
    #expect(series.flatMap(\.problems).isEmpty)
    #expect(try SeriesReading(try #require(series.first)).plain.count == 119)
  }

  @Test func `days in names are no numbers of chunks`() throws {
    let names = ["29_x.txt", "30_x.txt", "31_x.txt", "01_x.txt", "02_x.txt", "03_x.txt"]
    let files = names.enumerated().map { place, name in
      chunk((place * 10)..<(place * 10 + 13), name, of: chat)
    }
    let series = try Reassembly.series(of: files)
    #expect(series.count == 1)
    #expect(series.flatMap(\.problems).isEmpty)
    #expect(series[0].placements.map(\.ordinal) == names.map { _ in nil })
  }

  @Test(arguments: [0, 5]) func `chats whose chunks are numbered in one go are told apart`(
    overlap: Int
  ) throws {
    let other = (0..<120).flatMap { place in
      let (hour, minute) = (8 + place / 12, place % 12 * 5)
      let time = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
      return [
        "03/02/2024, \(time) - \(place % 2 == 0 ? "Bo" : "Ida"): n° \(place)", "suite de \(place)",
      ]
    }
    var files: [ChunkFile] = []
    for chat in [chat, other] {
      for start in stride(from: 0, to: 240, by: 9) {
        let lines = max(0, start - overlap)..<min(240, start + 9)
        files.append(chunk(lines, hashed(files.count), of: chat))
      }
    }
    let series = try Reassembly.series(of: files)
    #expect(series.map(\.openings) == [[0], [0]])
    #expect(series.flatMap(\.problems).isEmpty)
    for one in series { #expect(try SeriesReading(one).plain.count == 120) }
  }
}
