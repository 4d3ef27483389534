import Output

/// How far the writing of a table is and how fast it goes.
struct ExportPace: Sendable {
  /// Rows of the table.
  private let allRows: Int

  private var rows: Pace
  private var bytes: Pace

  /// The writing of so many rows that begins now, in seconds on the clock that later moments are told
  /// by.
  init(rows allRows: Int, startedAt now: Double) {
    self.allRows = allRows
    rows = Pace(startedAt: now)
    bytes = Pace(startedAt: now)
  }

  /// Takes down what is written.
  mutating func note(rows: Int, bytes: Int, at now: Double) {
    self.rows.note(rows, at: now)
    self.bytes.note(bytes, at: now)
  }

  /// How far it is, in so many columns if its first words fit.
  func words(at now: Double, columns: Int) -> String {
    ProgressWords(
      done: "writing \(grouped(rows.amount)) of \(counted(allRows, "row"))",
      size: byteCount(bytes.amount), speed: bytes.perSecond,
      left: rows.secondsLeft(to: allRows, at: now)
    ).fitted(to: columns)
  }
}
