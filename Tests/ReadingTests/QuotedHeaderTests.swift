import Model
import Testing

@testable import Reading

/// Messages of one phone, a day apart from the first of a month on.
private func lines(_ count: Int, month: Int, _ line: (String) -> String) -> [String] {
  (1...count).map {
    line(($0 < 10 ? "0" : "") + "\($0)/" + (month < 10 ? "0" : "") + "\(month)/2022")
  }
}

private func android(_ count: Int, month: Int) -> [String] {
  lines(count, month: month) { "\($0), 10:00 - Ana: oui" }
}

private func ios(_ count: Int, month: Int) -> [String] {
  lines(count, month: month) { "[\($0), 10:00:00] Bo: non" }
}

private func messages(_ lines: [String]) throws -> Int {
  try ReadTranscript(lines.joined(separator: "\n")).messages.count
}

@Test(arguments: [1, 3, 20])
func `older lines of another form between messages are quoted by the one before`(
  quoted: Int
) throws {
  let chat = android(5, month: 5) + ios(quoted, month: 3) + ["et toi ?"] + android(5, month: 6)
  let read = try ReadTranscript(chat.joined(separator: "\n"))
  #expect(read.messages.count == 10)
  #expect(read.texts[4] == (["oui"] + ios(quoted, month: 3) + ["et toi ?"]).joined(separator: "\n"))
  #expect(
    read.read.shapes.last == "ios 24 h: \(quoted) quoted in messages")
  #expect(!read.doubts.contains { $0.hasSuffix("date-order-guessed") })
}

@Test(arguments: ["20h00", "20.00", "20 h 00"])
func `a date in a message whose time is not written as in the headers is text`(time: String) throws
{
  let appointment = "03/09/2025, \(time) - Concert: venez"
  let chat = android(5, month: 5) + [appointment, "qui vient ?"] + android(5, month: 6)
  let read = try ReadTranscript(chat.joined(separator: "\n"))
  #expect(read.messages.count == 10)
  #expect(read.texts[4] == "oui\n\(appointment)\nqui vient ?")
  // A phone that writes its own times so is read all the same.
  let own = lines(5, month: 5) { "\($0), \(time) - Ana: oui" }
  #expect(try messages(own) == 5)
}

@Test func `a whole chat between messages is not quoted`() throws {
  #expect(try messages(android(5, month: 5) + ios(25, month: 3) + android(5, month: 6)) == 35)
}

@Test func `one or two exports one after the other are not quoted`() throws {
  #expect(try messages(android(10, month: 5) + ios(4, month: 6)) == 14)
  #expect(try messages(android(10, month: 5) + ios(4, month: 3)) == 14)
  #expect(try messages(ios(4, month: 5) + android(10, month: 3)) == 14)
  #expect(try messages(ios(1, month: 5) + android(10, month: 3)) == 11)
}

@Test func `exports merged by time are not quoted`() throws {
  let chat = zip(android(20, month: 5), ios(20, month: 5)).flatMap { [$0, $1] }
  #expect(try messages(chat) == 40)
}

@Test(arguments: [1, 3])
func `the last message may quote a few older lines`(quoted: Int) throws {
  #expect(try messages(android(10, month: 5) + ios(quoted, month: 3)) == 10)
}

@Test func `a form that is quoted once is quoted wherever messages go on around it`() throws {
  // The second line happens to fit between its neighbours.
  let chat =
    android(3, month: 5) + ["[01/03/2022, 10:00:00] Bo: non"] + android(3, month: 6)
    + ["[03/06/2022, 18:00:00] Bo: non"] + android(3, month: 7)
  #expect(try messages(chat) == 9)
}

@Test func `lines of old phones with and without a year are of one chat`() throws {
  let chat = ["20 Sep 2013, 19:07 - Ana: oui", "3 Jan, 9:00 - Bo: non", "4 Jan, 9:00 - Ana: oui"]
  #expect(try messages(chat) == 3)
  // A date without a year in another chat is what somebody writes.
  let plan = android(3, month: 5) + ["4 May 10:00 - dentiste"] + android(3, month: 6)
  #expect(try messages(plan) == 6)
}

@Test func `messages copied from a phone into another chat are text, at its end too`() throws {
  let copied = (1...6).map { "[\($0)/5, 10:00] Bo: non" }
  let read = try ReadTranscript((ios(9, month: 5) + copied).joined(separator: "\n"))
  #expect(read.messages.count == 9)
  #expect(read.texts.last == (["non"] + copied).joined(separator: "\n"))
  #expect(read.read.shapes.last == "copied 24 h: 6 quoted in messages")
  // Where there are as many of them, nothing tells that a message holds them.
  #expect(try messages(ios(6, month: 5) + copied) == 12)
}

@Test func `messages copied into another chat part no pieces of it`() throws {
  let chat = (1...4).map { android(28, month: $0) }
  var files: [String: String] = [:]
  for (number, lines) in chat.enumerated() {
    files["part \(number).txt"] = (["[3/5, 10:00] Bo: non"] + lines).joined(separator: "\n")
  }
  let sandbox = try InputSandbox(files)
  #expect(try sandbox.load(".").corpus.transcripts.count == 1)
}

/// The file of an iPhone: a carriage return and a line feed end a message, a line feed alone a line in
/// one.
private func iPhone(_ messages: [[String]]) -> String {
  messages.map { $0.joined(separator: "\n") + "\r\n" }.joined()
}

@Test(arguments: [1, 3, 20])
func `older lines of the same form are quoted where they follow a bare line feed`(
  quoted: Int
) throws {
  let (before, after) = (ios(28, month: 5).map { [$0] }, ios(28, month: 6).map { [$0] })
  let message = ["[29/05/2022, 10:00:00] Ana: regarde"] + ios(quoted, month: 3) + ["et toi ?"]
  let read = try ReadTranscript(file: iPhone(before + [message] + after))
  #expect(read.messages.count == 57)
  #expect(
    read.texts[28] == (["regarde"] + ios(quoted, month: 3) + ["et toi ?"]).joined(separator: "\n"))
  #expect(read.read.shapes == ["ios 24 h: dmy, a day over 12; \(quoted) quoted in messages"])
}

@Test func `a line behind a bare line feed that goes on in time is a message`() throws {
  let own = ios(9, month: 5)
  let chat = own.joined(separator: "\r\n") + "\n[09/05/2022, 10:00:01] Ana: oui\r\n"
  #expect(try ReadTranscript(file: chat).messages.count == 10)
}

@Test func `exports with other line breaks one after the other are not quoted`() throws {
  let (first, second) = (ios(30, month: 5).map { [$0] }, ios(25, month: 3).map { $0 + "\n" })
  #expect(try ReadTranscript(file: iPhone(first) + second.joined()).messages.count == 55)
  #expect(try ReadTranscript(file: second.joined() + iPhone(first)).messages.count == 55)
  #expect(try ReadTranscript(file: iPhone(first) + second[..<4].joined()).messages.count == 34)
  #expect(try ReadTranscript(file: iPhone(first) + second[..<3].joined()).messages.count == 33)
}
