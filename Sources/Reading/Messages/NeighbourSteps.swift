import Model

/// How often the clock goes back between headers of forms whose date order is open and the headers
/// of decided forms around them, under each order: what tells where a form's own headers do not.
struct NeighbourSteps {
  /// By the raw value of the form, then by ``DateOrder/place``.
  private var steps: [UInt16: [Int]] = [:]

  /// Counts for the forms that `isOpen`; `orders` are those of the others. Linear.
  init(in stamps: [Int64], by orders: DateOrders, isOpen: (HeaderForm) -> Bool) {
    var before: Int64?
    // The header of an open form right before, with its moment under each order.
    var waiting: (form: UInt16, moments: [Int64?])?
    for raw in stamps {
      let stamp = HeaderStamp(rawValue: raw)
      let form = stamp.form
      if isOpen(form) {
        let moments = DateOrder.allCases.map { $0.seconds(of: stamp) }
        if let before { count(form.rawValue, moments) { $0 < before } }
        waiting = (form.rawValue, moments)
      } else if let moment = orders.order(of: form).seconds(of: stamp) {
        if let waiting { count(waiting.form, waiting.moments) { moment < $0 } }
        waiting = nil
        before = moment
      }
    }
  }

  /// The one of the candidates for a form under which the clock goes back least often; nil where
  /// several are equal in that.
  func order(of form: HeaderForm, among candidates: [DateOrder]) -> DateOrder? {
    guard let steps = steps[form.rawValue] else { return nil }
    let fewest = candidates.map { steps[$0.place] }.min()
    let left = candidates.filter { steps[$0.place] == fewest }
    return left.count == 1 ? left[0] : nil
  }

  private mutating func count(
    _ form: UInt16, _ moments: [Int64?], goesBack: (Int64) -> Bool
  ) {
    for (place, moment) in moments.enumerated() {
      guard let moment else { continue }
      steps[form, default: [0, 0, 0]][place] += goesBack(moment) ? 1 : 0
    }
  }
}
