import Testing

@testable import Model

private let words = [
  "zèbre", "Étude", "etude", "ETUDE", "abricot", "Ökologie", "œuf", "oeuf", "Oeuf", "", "été",
  "🌸", "Яблоко", "ёлка", "a", "ab", "l’Étude", "l'etude", "plus de huit octets A",
  "plus de huit octets b", "plus de huit octets À",
]

/// Whether one text comes before another, said as plainly as can be.
private func precedes(_ left: String, _ right: String) -> Bool {
  let (one, other) = (Fold.string(left), Fold.string(right))
  return one.utf8.elementsEqual(other.utf8)
    ? left.utf8.lexicographicallyPrecedes(right.utf8)
    : one.utf8.lexicographicallyPrecedes(other.utf8)
}

@Test func `text sorts folded, ties by its bytes`() {
  let texts = ["zèbre", "Étude", "etude", "abricot", "ETUDE"]
  let ranks = TextOrder.ranks(of: TextColumn(texts))
  #expect(
    texts.indices.sorted { ranks[$0] < ranks[$1] }.map { texts[$0] }
      == ["abricot", "ETUDE", "etude", "Étude", "zèbre"])
}

@Test func `ranks sort as comparisons do`() {
  let ranks = TextOrder.ranks(of: TextColumn(words))
  for one in words.indices {
    for other in words.indices {
      #expect((ranks[one] < ranks[other]) == precedes(words[one], words[other]))
    }
  }
}

@Test func `equal texts have equal ranks and null has none`() {
  let ranks = TextOrder.ranks(of: TextColumn(["b", nil, "a", "b", "c", ""]))
  #expect(ranks == [2, -1, 1, 2, 4, 0])
}

@Test func `categories with an order of their own keep it`() {
  #expect(TextOrder.ranks(of: Categories(["Mon", "Tue", "Wed"], isOrdered: true)) == [0, 1, 2])
  #expect(TextOrder.ranks(of: Categories(["b", "É", "a"])) == [1, 2, 0])
}

@Test func `a long column is ranked as a short one`() {
  let texts: [String?] = (0..<20_000).map { (number: Int) -> String? in
    number % 100 == 0 ? nil : "Sept octets et \(number * 7_919 % 5_000)"
  }
  var places: [String: Int32] = [:]
  for (place, text) in texts.compactMap({ $0 }).sorted().enumerated() where places[text] == nil {
    places[text] = Int32(place)
  }
  #expect(TextOrder.ranks(of: TextColumn(texts)) == texts.map { $0.flatMap { places[$0] } ?? -1 })
}

@Test func `ranking stops where the check says so`() {
  struct Stop: Error {}
  let column = TextColumn((0..<20_000).map { String($0) })
  for allowed in [0, 2, 4, 6] {
    var checks = 0
    #expect(throws: Stop.self) {
      try TextOrder.ranks(of: column) { () throws(Stop) in
        checks += 1
        if checks > allowed { throw Stop() }
      }
    }
  }
}
