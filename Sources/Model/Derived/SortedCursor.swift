/// Looks messages up in a list that is sorted by message, cheaply when asked in ascending order:
/// the sparse facts of ``Messages``.
public struct SortedCursor<Element> {
  private let items: [Element]
  private let message: (Element) -> Int32
  private var next = 0

  /// A cursor over items, of which `message` gives the message that each is about.
  public init(_ items: [Element], _ message: @escaping (Element) -> Int32) {
    self.items = items
    self.message = message
  }

  /// The first item about a message, nil where there is none. Logarithmic in the distance from the
  /// message asked for last.
  public mutating func find(_ wanted: Int) -> Element? {
    let wanted = Int32(clamping: wanted)
    let isBehind = next > 0 && message(items[next - 1]) >= wanted
    var low = isBehind ? 0 : next
    var high = isBehind ? next : low
    if !isBehind {
      var step = 1
      while high < items.count, message(items[high]) < wanted {
        low = high + 1
        high = Swift.min(items.count, high + step)
        step *= 2
      }
    }
    while low < high {
      let middle = (low + high) / 2
      if message(items[middle]) < wanted { low = middle + 1 } else { high = middle }
    }
    next = low
    return low < items.count && message(items[low]) == wanted ? items[low] : nil
  }

  /// The place of the first item about a message or a later one. Logarithmic.
  static func first(
    of items: [Element], notBefore wanted: Int, _ message: (Element) -> Int32
  ) -> Int {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if Int(message(items[middle])) < wanted { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
