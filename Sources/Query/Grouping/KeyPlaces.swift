/// The rows of a column as places in a short range, which an array can have an entry for.
///
/// A type each, so that the loops over millions of rows are made for it.
protocol KeyPlaces: Sendable {
  /// Places go from 0 to below this.
  var span: Int { get }
  var count: Int { get }
  /// The place of a row.
  subscript(row: Int) -> Int { get }
}

/// Codes of a dictionary of so many entries; null, which is -1, comes last.
struct EntryPlaces: KeyPlaces {
  let codes: [Int32]
  let entries: Int

  var span: Int { entries + 1 }
  var count: Int { codes.count }

  subscript(row: Int) -> Int { codes[row] < 0 ? entries : Int(codes[row]) }
}

/// Whole numbers from a least one on.
struct NumberPlaces: KeyPlaces {
  let numbers: [Int64]
  let least: Int64
  let span: Int

  var count: Int { numbers.count }

  subscript(row: Int) -> Int { Int(truncatingIfNeeded: numbers[row] &- least) }
}

/// Whole numbers from a least one on, some of them null, which comes last.
struct NullablePlaces: KeyPlaces {
  let numbers: NumberPlaces
  let nulls: [Bool]

  var span: Int { numbers.span + 1 }
  var count: Int { numbers.count }

  subscript(row: Int) -> Int { nulls[row] ? numbers.span : numbers[row] }
}

/// Pairs of codes, of which the second are below a width.
struct PairPlaces: KeyPlaces {
  let first: [Int32]
  let second: [Int32]
  let width: Int
  let span: Int

  var count: Int { first.count }

  subscript(row: Int) -> Int { Int(first[row]) * width + Int(second[row]) }
}
