import Diagnostics
import Model
import Output
import Testing

@Suite struct `a plot` {
  @Test func `of few periods is bars, their values beside them`() throws {
    let table = monthly([("count", [10, 441, nil, 0, 150])])
    #expect(
      try drawn(table) == """
        month    count
        2025-01     10  ▌
        2025-02    441  ████████████████████████
        2025-03      ·
        2025-04      0
        2025-05    150  ████████▏

        """)
  }

  @Test func `of negative numbers has bars on both sides of zero`() throws {
    let table = named([("Zoë", 12.5), ("Élodie 🌸", -6), (nil, 0.25)])
    #expect(
      try drawn(table) == """
        sender     mean
        Zoë        12.5         ████████████████
        Élodie 🌸    -6  ███████
        null       0.25         ▍

        """)
  }

  @Test func `of several columns names each bar`() throws {
    let table = monthly([("Karim", [49, 17]), ("Odile", [18, nil])])
    #expect(
      try drawn(table, "bar") == """
        month
        2025-01  Karim  49  ████████████████████
                 Odile  18  ███████▍
        2025-02  Karim  17  ███████
                 Odile   ·

        """)
  }

  @Test func `of many periods is a line between two axes with round ticks`() throws {
    let table = monthly([("count", (0..<40).map { Int64($0 < 20 ? $0 * 5 : 100) })])
    #expect(
      try drawn(table) == """
        count by month
        100 ┤                 ╭─────────────────
            │                ╭╯
            │              ╭─╯
            │             ╭╯
            │           ╭─╯
            │          ╭╯
         50 ┤         ╭╯
            │       ╭─╯
            │     ╭─╯
            │    ╭╯
            │   ╭╯
            │ ╭─╯
          0 ┤─╯
            └┬─────────┬──────────┬─────────┬───
           2025      2026       2027      2028
        40 rows; the line is the mean of each
        column, shaded from the least to the
        largest

        """)
  }

  @Test func `tells lines apart by marks, and says where they meet`() throws {
    let text = try drawn(monthly([("a", [1, 5, 3]), ("b", [4, 5, 0])]), "line")
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "a, b by month")
    #expect(lines[1] == "● a   ▲ b   ✱ several")
    #expect(lines.dropFirst(2).joined().filter { "●▲✱".contains($0) }.count == 5)
  }

  @Test func `breaks a line where a value is null`() throws {
    let text = try drawn(monthly([("n", [3, 3, nil, 3, 3])]), "line")
    let top = try #require(text.split(separator: "\n").first { $0.contains("──") })
    #expect(top.drop { $0 != "─" }.split(separator: " ").count == 2)
  }

  @Test func `of two keys is shades, and says what each stands for`() throws {
    let hours = (0..<3).map { hour in (name: "\(hour)", values: [Int64?(0), nil, Int64(hour * 4)]) }
    #expect(
      try drawn(monthly(hours), "heat") == """
        month    0 1 2
        2025-01  · · ·
        2025-02  · · ·
        2025-03  · ▒ █

        · 0 or nothing   ░ 1 to 2   ▒ 3 to 4
        ▓ 5 to 6   █ 7 to 8

        """)
  }

  @Test func `of shades goes on below where the width ends`() throws {
    let hours = (0..<24).map { (name: "\($0)", values: [Int64?(5)]) }
    let lines = try drawn(monthly(hours), "heat", columns: 30).split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix("month ") } == [
        "month     0  1  2  3  4  5  6", "month     7  8  9 10 11 12 13",
        "month    14 15 16 17 18 19 20", "month    21 22 23",
      ])
  }

  @Test func `of one column counts its values in bins, by a rule that it names`() throws {
    let values = (0..<100).map { Int64($0 % 10) } + [nil]
    let lines = try drawn(numbers(values)).split(separator: "\n")
    #expect(lines[0].hasPrefix("words"))
    #expect(lines[1].hasPrefix("0 to 1") || lines[1].hasPrefix("0"))
    #expect(lines.suffix(2) == ["1 row without words left out", "bins of 2 (Freedman–Diaconis)"])
  }

  @Test func `in one line has a block for each value`() throws {
    #expect(
      try drawn(monthly([("count", [0, 1, 2, 3, 4, 5, 6, 7, nil, 7])]), "spark") == """
        count  ▁▂▃▄▅▆▇█ █  0 to 7
        month from 2025-01 to 2025-10

        """)
  }

  @Test func `takes what it draws by name, the axis first`() throws {
    let table = monthly([("a", [1, 2]), ("b", [30, 40])])
    #expect(try drawn(table, "bar", of: ["month", "b"]).contains("2025-02  40"))
    #expect(try drawn(table, "hist", of: ["b"]).hasPrefix("b "))
    #expect(try drawn(table, "spark", of: ["b"]).contains("30 to 40"))
  }

  @Test func `makes series of a second column of names, in their order, equal cells summed`() throws
  {
    let table = Table(
      name: "t", rowCount: 4,
      fields: [
        .init("weekday", .text(TextColumn(["Mon", "Tue", "Mon", "Mon"])), meaning: .key),
        .init("hour", .int(PlainColumn([9, 20, 8, 9])), meaning: .key),
        .init("count", .int(PlainColumn([1, 2, 3, 4]))),
      ])
    #expect(
      try drawn(table, "bar") == """
        weekday  hour
        Mon      8     3  █████████████▎
                 9     5  ██████████████████████
                 20    ·
        Tue      8     ·
                 9     ·
                 20    2  ████████▊

        """)
    #expect(try drawn(table).hasPrefix("         hour\nweekday   8  9 20\n"))
  }

  @Test func `has dates along the lying axis, whatever comes first`() throws {
    let table = monthly([("Ana", [1, 2]), ("Bo", [3, 4]), ("Li", [0, 9])])
    var pivoted = table
    for place in 1...3 { pivoted.fields[place].meaning = .cells(heading: "sender", value: "count") }
    #expect(
      try drawn(pivoted, "heat").hasPrefix("        month\nsender  2025-01 2025-02\nAna     "))
  }
}

@Suite struct `a plot that cannot be` {
  @Test func `of too many rows says what to do`() throws {
    let rows = (0..<101).map { (name: Optional("n\($0)"), value: Optional(1.0)) }
    #expect(
      try complaint(named(rows)) == [
        "101 rows are too many for plot bar: it shows 100",
        "keep some (top 20 by …), count by a longer period, or plot line",
      ])
    #expect(try complaint(named(rows), "line") == nil)
  }

  @Test func `of too many lines says what to do`() throws {
    let table = monthly((0..<9).map { (name: "s\($0)", values: [1, 2]) })
    #expect(
      try complaint(table, "line")?[0]
        == "9 columns of numbers are too many for plot line: it shows 8")
    #expect(try complaint(table, "heat") == nil)
  }

  @Test
  func `of as many series as rows is refused before there is a value for each pair`() throws {
    let names = (0..<100_000).map { "n\($0)" as String? }
    let table = Table(
      name: "t", rowCount: names.count,
      fields: [
        .init("key", .text(TextColumn(names))), .init("text", .text(TextColumn(names))),
        .init("words", .int(PlainColumn([Int64](repeating: 1, count: names.count)))),
      ])
    #expect(
      try complaint(table, "line")?[0]
        == "100 000 values of text are too many for plot line: it shows 8")
    #expect(
      try complaint(table)?[0] == "100 000 rows are too many for plot heat: it shows 100")
  }

  @Test func `of texts says that there is no number, and how to get one`() throws {
    let table = Table(
      name: "t", rowCount: 1,
      fields: [
        .init("sender", .text(TextColumn(["Ana"]))), .init("kind", .text(TextColumn(["text"]))),
      ])
    #expect(
      try complaint(table)
        == ["“kind” is text: there is no number to draw", "count first: count by sender | plot"])
    #expect(
      try complaint(table, "hist", of: ["sender"])
        == ["“sender” is text, and a plot draws numbers", "count first: count by sender | plot"])
  }

  @Test func `of a column that is not there offers the nearest`() throws {
    #expect(
      try complaint(monthly([("count", [1])]), "bar", of: ["mont"])
        == ["count by month has no column “mont”", "did you mean “month”?"])
  }

  @Test func `of nothing but nulls says so`() throws {
    for plot in ["line", "spark"] {
      #expect(
        try complaint(monthly([("count", [nil, nil])]), plot)?[0]
          == "count by month: every value is null, there is nothing to draw")
    }
    #expect(
      try complaint(numbers([nil, nil]))?[0]
        == "“words” is null in every row, there is nothing to draw")
    #expect(try drawn(monthly([("count", [nil])]), "bar") == "month    count\n2025-01      ·\n")
  }

  @Test func `of numbers and durations together says that they share no axis`() throws {
    var table = monthly([("count", [1, 2])])
    table.fields.append(.init("gap", .duration(PlainColumn([60, 120]))))
    #expect(
      try complaint(table)?[0]
        == "“count” is int and “gap” is duration: they have no axis in common")
  }

  @Test func `of whole messages asks what to draw`() throws {
    var table = monthly([("id", [1, 2])])
    table.shown = ["id"]
    #expect(try complaint(table)?[0] == "a plot of all of count by month would say nothing")
  }
}

@Suite struct `whatever its size, a plot` {
  @Test(arguments: 0..<7, [8, 20, 33, 80, 200])
  func `is no wider than the screen`(place: Int, columns: Int) throws {
    let (plot, table) = drawable[place]
    for ascii in [false, true] {
      let text = try drawn(table, plot, columns: columns, ascii: ascii)
      // Below twenty columns a bar keeps its value, and a label two letters.
      let most = columns < 20 ? 26 : columns
      #expect(
        text.split(separator: "\n").allSatisfy { displayWidth(of: $0) <= most }, "\n\(text)")
    }
  }

  @Test(arguments: 0..<7)
  func `is drawn in ASCII alone where the screen knows no more`(place: Int) throws {
    let (plot, table) = drawable[place]
    let text = try drawn(table, plot, ascii: true)
    #expect(text.unicodeScalars.filter { !$0.isASCII }.allSatisfy { $0 == "–" })
    #expect(try drawn(table, plot).unicodeScalars.contains { !$0.isASCII })
  }

  @Test(arguments: 0..<7)
  func `says the same without colour`(place: Int) throws {
    let (plot, table) = drawable[place]
    let plain = try drawn(table, plot)
    let colored = try drawn(table, plot, colored: true)
    #expect(colored.contains("\u{1B}["))
    #expect(
      colored.replacing(/\u{1B}\[[0-9;]*m/, with: "").replacing(/\ +\n/, with: "\n") == plain)
  }

  @Test func `shows one row, and a hundred thousand`() throws {
    #expect(
      try drawn(monthly([("count", [5])]))
        == "month    count\n2025-01      5  ████████████████████████\n")
    #expect(try drawn(monthly([("count", [5])]), "line").contains("2025-01"))
    let many = Table(
      name: "t", rowCount: 100_000,
      fields: [
        .init("date", .datetime(PlainColumn((0..<100_000).map { Int64($0) * 3_600 }))),
        .init("words", .int(PlainColumn((0..<100_000).map { Int64($0 % 100) }))),
      ])
    #expect(try drawn(many).contains("100 000 rows; the line"))
    #expect(try drawn(many, "hist", of: ["words"]).contains("Freedman–Diaconis"))
    #expect(try drawn(many, "hist", of: ["date"]).contains("bins of 6 months"))
  }

  @Test func `makes marks of what a name could do to the terminal`() throws {
    let text = try drawn(named([("\u{1B}]0;x\u{07}\n\u{202E}b", 1)]))
    #expect(text.contains("␛]0;x␇⏎"))
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test func `has bars of the ends of what numbers can be`() throws {
    let extreme = named([
      ("a", 1.7e308), ("b", -1.7e308), ("c", Double.leastNonzeroMagnitude), ("d", .infinity),
    ])
    for plot in ["bar", "line", "heat", "spark"] {
      let text = try drawn(extreme, plot, columns: 80)
      #expect(text.split(separator: "\n").allSatisfy { displayWidth(of: $0) <= 80 }, "\n\(text)")
    }
    #expect(try drawn(extreme, "hist", of: ["mean"]).contains("mean"))
    let whole = numbers([.min, .max, 0])
    #expect(try drawn(whole, "hist").contains("words"))
    let dates = Table(
      name: "t", rowCount: 2,
      fields: [
        .init("date", .datetime(PlainColumn([-62_135_596_800, 253_402_300_799]))),
        .init("n", .int(PlainColumn([1, 2]))),
      ])
    #expect(try drawn(dates, "line").contains("by date"))
    #expect(try drawn(dates, "hist", of: ["date"]).contains("date"))
  }
}
