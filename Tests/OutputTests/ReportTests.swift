import Diagnostics
import Output
import Testing

private let report: Report = {
  var report = Report()
  report.sections = [
    .init(nil, .facts([("messages", "1 201"), ("people\u{1B}", "3")])),
    .init(
      "who",
      .bars([("Zoë", 1_200), ("a name that is longer than the room for it", 1), ("日本", 0)])),
    .init(
      "hours", .grid(rows: ["Mon", "Tue"], columns: ["00", "01"], counts: [[0, 1], [4, 8]])),
  ]
  return report
}()

private func text(on screen: Screen) throws -> String {
  try written { (sink) throws(Diagnostic) in try report.write(to: sink, screen: screen) }
}

@Test func `a report on a terminal fits it`() throws {
  #expect(
    try text(on: .terminal(columns: 60, lines: 20, colored: false)) == """
      messages  1 201
      people␛   3

      who
      Zoë                           1 200  ███████████████████████
      a name that is longer than …      1  ▏
      日本                              0

      hours
           00 01
      Mon   · ░░
      Tue  ▒▒ ██

      """)
}

@Test func `a report on a narrow terminal breaks facts and grids to fit it`() throws {
  var report = Report()
  let hours = (0..<12).map { $0 < 10 ? "0\($0)" : "\($0)" }
  report.sections = [
    .init(
      nil,
      .facts([
        ("longest silence", "18 d 23 h, to 2025-08-27 (message 4107)")
      ])),
    .init(nil, .facts([("a label as wide as a screen", "is above its value")])),
    .init("hours", .grid(rows: ["Mon"], columns: hours, counts: [[Int](0..<12)])),
  ]
  let screen = Screen.terminal(columns: 30, lines: 20, colored: false)
  let shown = try written { (sink) throws(Diagnostic) in
    try report.write(to: sink, screen: screen)
  }
  #expect(
    shown == """
      longest silence  18 d 23 h, to
                       2025-08-27
                       (message
                       4107)

      a label as wide as a screen
          is above its value

      hours
           00 01 02 03 04 05 06 07
      Mon   · ░░ ░░ ▒▒ ▒▒ ▒▒ ▓▓ ▓▓

           08 09 10 11
      Mon  ▓▓ ██ ██ ██

      """)
}

@Test func `what is not listed has no bar, and shortens none`() throws {
  var report = Report()
  report.sections = [.init(nil, .bars([("Zoë", 40), ("Bo", 20)], rest: ("9 more", 1_000)))]
  let screen = Screen.terminal(columns: 25, lines: 20, colored: false)
  let shown = try written { (sink) throws(Diagnostic) in
    try report.write(to: sink, screen: screen)
  }
  #expect(shown == "Zoë        40  ██████████\nBo         20  █████\n9 more  1 000\n")
}

@Test func `a report in a pipe cuts nothing`() throws {
  let lines = try text(on: .plain).split(separator: "\n")
  #expect(lines.contains("a name that is longer than the room for it      1  ▏"))
  #expect(lines[1] == "people\u{1B}    3")
}

@Test func `a report of nothing is nothing`() throws {
  #expect(
    try written { (sink) throws(Diagnostic) in try Report().write(to: sink, screen: .plain) } == "")
}

@Test func `a grid of zeros has no shade`() throws {
  var empty = Report()
  empty.sections = [.init(nil, .grid(rows: ["Mon"], columns: ["00"], counts: [[0]]))]
  #expect(
    try written { (sink) throws(Diagnostic) in try empty.write(to: sink, screen: .plain) }
      == "     00\nMon   ·\n")
}
