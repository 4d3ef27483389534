import Model

/// The rows at places and the sums of their numbers in one number each, for as many rows as a thread takes at a
/// time: to add to one array takes half as long as to two.
struct CountedSums: Sendable {
  /// A row counts as this much more than its number.
  private static let row: Int64 = 1 << 46
  /// A number has fewer bits than this; so many rows have a sum between minus half a row and half a row.
  private static let numberBits: Int64 = 28
  static let mostRows = 1 << 17

  /// Longer arrays would take longer to empty than they save.
  private static let mostElements = 1 << 14

  private var elements: [Int64]
  /// No number is greater.
  private var magnitude: Int64 = 0

  /// Nothing at places; nil where there are too many.
  init?(_ lanes: Lanes) {
    guard lanes.count <= CountedSums.mostElements else { return nil }
    elements = [Int64](repeating: 0, count: lanes.count)
  }

  /// Counts the rows of a block and adds their numbers; tells whether it has: what is null or large is for
  /// others.
  mutating func add(
    _ column: PlainColumn<Int64>, _ places: borrowing BlockPlaces, _ lanes: Lanes
  ) -> Bool {
    guard column.nulls == nil else { return false }
    let numbers = column.values.span.extracting(places.rows)
    let magnitude = column.greatestMagnitude(places.rows)
    guard magnitude >> CountedSums.numberBits == 0 else { return false }
    self.magnitude |= magnitude
    var elements = elements.mutableSpan
    lanes.forEach(places) { row, place in elements[place] &+= numbers[row] &+ CountedSums.row }
    return true
  }

  /// Adds what there is to counts and sums of the same places, and holds nothing after that.
  mutating func empty(into counts: inout [Int32], _ sums: inout PlaceSums) {
    for element in elements.indices where elements[element] != 0 {
      let rows = (elements[element] + CountedSums.row / 2) / CountedSums.row
      counts[element] &+= Int32(truncatingIfNeeded: rows)
      sums.add(elements[element] - rows * CountedSums.row, magnitude: magnitude, at: element)
      elements[element] = 0
    }
    magnitude = 0
  }
}
