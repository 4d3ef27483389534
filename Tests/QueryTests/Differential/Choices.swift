/// Random choices that a seed decides.
struct Choices {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  mutating func chance(_ part: Int, of whole: Int) -> Bool { number(1...whole) <= part }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(0...(elements.count - 1))]
  }

  mutating func some<Element>(
    _ count: ClosedRange<Int>, _ make: (inout Choices) -> Element
  ) -> [Element] {
    (0..<number(count)).map { _ in make(&self) }
  }

  mutating func text(_ count: ClosedRange<Int> = 0...6) -> String {
    some(count) { $0.pick(PlainText.pieces) }.joined()
  }
}
