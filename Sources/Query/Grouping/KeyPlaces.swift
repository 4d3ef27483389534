import Model

/// The rows of a key as places in a short range, which an array can have an entry for. Place 0 is that of
/// null.
protocol KeyPlaces: Sendable {
  /// Places go from 0 to below this.
  var span: Int { get }
  /// Adds the key of some rows to places of keys before it, one a row: of each the place of the pair.
  /// Where there is none before it, all are 0 and `isFirst` says so.
  func extend(_ places: inout MutableSpan<Int32>, rows: Range<Int>, isFirst: Bool)
  /// Numbers of all rows that are there already and go up with their places, and the place of number 0; nil
  /// where places have to be worked out.
  var known: (numbers: [Int32], zero: Int)? { get }
}

extension KeyPlaces {
  var known: (numbers: [Int32], zero: Int)? { nil }
}

/// Codes of a dictionary from 0 on, each one place on; -1 for null.
struct EntryPlaces: KeyPlaces {
  let codes: [Int32]
  let span: Int

  init(_ codes: [Int32], entries: Int) {
    self.codes = codes
    span = entries + 1
  }

  func extend(_ places: inout MutableSpan<Int32>, rows: Range<Int>, isFirst: Bool) {
    let codes = codes.span.extracting(rows)
    places.extend(by: span, isFirst: isFirst) { codes[$0] &+ 1 }
  }

  var known: (numbers: [Int32], zero: Int)? { (codes, 1) }
}

/// Whole numbers from a least one on, the least at place 1.
struct NumberPlaces: KeyPlaces {
  let numbers: PlainColumn<Int64>
  let least: Int64
  let span: Int

  func extend(_ places: inout MutableSpan<Int32>, rows: Range<Int>, isFirst: Bool) {
    let numbers = numbers.values.span.extracting(rows)
    if let nulls = self.numbers.nulls?.span.extracting(rows) {
      places.extend(by: span, isFirst: isFirst) { row in
        nulls[row] ? 0 : Int32(truncatingIfNeeded: numbers[row] &- least) &+ 1
      }
    } else {
      places.extend(by: span, isFirst: isFirst) { row in
        Int32(truncatingIfNeeded: numbers[row] &- least) &+ 1
      }
    }
  }
}

/// A part of each date, the least at place 1.
struct DatePlaces: KeyPlaces {
  let dates: PlainColumn<Int64>
  let part: DatePart
  let least: Int64
  let span: Int

  func extend(_ places: inout MutableSpan<Int32>, rows: Range<Int>, isFirst: Bool) {
    let seconds = dates.values.span.extracting(rows)
    let nulls = dates.nulls?.span.extracting(rows)
    var reader = DatePart.Reader(part)
    places.extend(by: span, isFirst: isFirst) { row in
      if let nulls, nulls[row] { return 0 }
      return Int32(truncatingIfNeeded: reader.value(of: seconds[row]) &- least) &+ 1
    }
  }
}

extension MutableSpan<Int32> {
  /// Makes each place that of a pair, whose second is `place` of the row, below `span`.
  @inline(__always)
  fileprivate mutating func extend(by span: Int, isFirst: Bool, _ place: (Int) -> Int32) {
    if isFirst {
      for row in indices { self[row] = place(row) }
    } else {
      let factor = Int32(truncatingIfNeeded: span)
      for row in indices { self[row] = self[row] &* factor &+ place(row) }
    }
  }
}
