import Model

/// The rows of a key as places in a short range, which an array can have an entry for. Place 0 is that of
/// null.
protocol KeyPlaces: Sendable {
  /// Places go from 0 to below this.
  var span: Int { get }
  /// Adds the key of some rows to places of keys before it, one a row: of each the place of the pair.
  func extend(_ places: inout MutableSpan<Int32>, rows: Range<Int>)
}

/// Codes of a dictionary from 0 on, each one place on; -1 for null.
struct EntryPlaces: KeyPlaces {
  let codes: [Int32]
  let span: Int

  init(_ codes: [Int32], entries: Int) {
    self.codes = codes
    span = entries + 1
  }

  func extend(_ places: inout MutableSpan<Int32>, rows: Range<Int>) {
    let codes = codes.span.extracting(rows)
    let factor = Int32(truncatingIfNeeded: span)
    for row in places.indices { places[row] = places[row] &* factor &+ codes[row] &+ 1 }
  }
}

/// Whole numbers from a least one on, the least at place 1.
struct NumberPlaces: KeyPlaces {
  let numbers: PlainColumn<Int64>
  let least: Int64
  let span: Int

  func extend(_ places: inout MutableSpan<Int32>, rows: Range<Int>) {
    let numbers = numbers.values.span.extracting(rows)
    let factor = Int32(truncatingIfNeeded: span)
    guard let nulls = self.numbers.nulls?.span.extracting(rows) else {
      for row in places.indices {
        places[row] = places[row] &* factor &+ Int32(truncatingIfNeeded: numbers[row] &- least) &+ 1
      }
      return
    }
    for row in places.indices {
      let place = nulls[row] ? 0 : Int32(truncatingIfNeeded: numbers[row] &- least) &+ 1
      places[row] = places[row] &* factor &+ place
    }
  }
}

/// A part of each date, the least at place 1.
struct DatePlaces: KeyPlaces {
  let dates: PlainColumn<Int64>
  let part: DatePart
  let least: Int64
  let span: Int

  func extend(_ places: inout MutableSpan<Int32>, rows: Range<Int>) {
    let seconds = dates.values.span.extracting(rows)
    let nulls = dates.nulls?.span.extracting(rows)
    let factor = Int32(truncatingIfNeeded: span)
    var reader = DatePart.Reader(part)
    for row in places.indices {
      if let nulls, nulls[row] {
        places[row] = places[row] &* factor
      } else {
        let place = Int32(truncatingIfNeeded: reader.value(of: seconds[row]) &- least) &+ 1
        places[row] = places[row] &* factor &+ place
      }
    }
  }
}
