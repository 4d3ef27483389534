/// The name the user probably meant: the closest to `word` among `names`, or nil where none is
/// close. Case and accents count little, a swapped pair of letters counts as one slip. Of names that are
/// equally close it is one that goes on behind `word` last, then the one that begins like it for longest,
/// then the first.
///
/// Cost: the length of `word` times the total length of `names`.
public func nearestName(to word: String, among names: some Sequence<String>) -> String? {
  let typed = plain(word)
  guard !typed.isEmpty, typed.count <= 64 else { return nil }
  let allowed = Swift.max(1, typed.count / 3)
  var best: (name: String, rank: (distance: Int, slips: Int, start: Int))?
  for name in names {
    let candidate = plain(name)
    guard candidate.count <= 64 else { continue }
    let distance = slips(from: typed, to: candidate)
    // A name that the typed word begins is as good as one slip.
    let isBegun = typed.count >= 3 && candidate.starts(with: typed)
    let start = zip(typed, candidate).prefix { $0 == $1 }.count
    let rank = (
      distance: isBegun ? Swift.min(distance, 1) : distance, slips: distance, start: -start
    )
    guard rank.distance <= allowed, best.map({ rank < $0.rank }) ?? true else { continue }
    best = (name, rank)
  }
  return best?.name
}

/// “did you mean …?” for the closest of `names`, or nil where none is close.
public func suggestion(for word: String, among names: some Sequence<String>) -> String? {
  nearestName(to: word, among: names).map { "did you mean “\($0)”?" }
}

/// Lower case, with the decomposable accents of Latin letters dropped.
private func plain(_ word: String) -> [Unicode.Scalar] {
  word.lowercased().unicodeScalars.map { scalar in
    switch scalar {
    case "à", "á", "â", "ä", "ã": "a"
    case "ç": "c"
    case "è", "é", "ê", "ë": "e"
    case "ì", "í", "î", "ï": "i"
    case "ñ": "n"
    case "ò", "ó", "ô", "ö", "õ": "o"
    case "ù", "ú", "û", "ü": "u"
    default: scalar
    }
  }
}

/// Insertions, deletions, replacements and swaps of neighbours between two words (the
/// optimal string alignment distance).
private func slips(from a: [Unicode.Scalar], to b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = Swift.min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = Swift.min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}
