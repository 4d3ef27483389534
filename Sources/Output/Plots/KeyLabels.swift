import Model

/// How keys are written: as given, or worked out from their places when they are asked for, since of
/// millions of rows only a few are written.
struct KeyLabels: RandomAccessCollection, Sendable {
  private let texts: [String]
  /// Where keys stand on a scale; nil where the texts say it all.
  private let places: [Double]?
  private let scale: Figure.Keys.Scale

  /// Labels as they are.
  init(_ texts: [String]) {
    self.texts = texts
    places = nil
    scale = .names
  }

  /// Labels of places on a scale of numbers or time; NaN is null.
  init(places: [Double], _ scale: Figure.Keys.Scale) {
    texts = []
    self.places = places
    self.scale = scale
  }

  var startIndex: Int { 0 }
  var endIndex: Int { places?.count ?? texts.count }

  subscript(index: Int) -> String {
    guard let places else { return texts[index] }
    let place = places[index]
    guard !place.isNaN else { return "null" }
    switch scale {
    case .names: return ""
    case .numbers(.number(isWhole: true)): return String(wholeNumber(place))
    case .numbers(let measure): return measure.text(place)
    case .time(nil): return Measure.moment.text(place)
    case .time(let unit?):
      return Period(unit, holding: Moment(seconds: Int64(wholeNumber(place)))).description
    }
  }

  /// The labels of some keys, in the order given.
  func picked(_ rows: [Int]) -> KeyLabels {
    if let places { return KeyLabels(places: rows.map { places[$0] }, scale) }
    return KeyLabels(rows.map { texts[$0] })
  }
}
