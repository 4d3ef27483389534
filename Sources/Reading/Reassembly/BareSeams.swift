/// Seams of a text cut by characters at which nothing is repeated: of whole lines a splitter repeats those that have
/// room in a number of characters, and none where the last one has more, or an empty line parts two.
enum BareSeams {
  /// Parts looked at on either side of a seam: some hold one message.
  private static let depth = 32

  /// For each of some stretches of parts but the first, whether it goes on with the one before, though it repeats
  /// nothing of it: it begins when that has ended, no longer after than the rest of them takes, in headers of the same
  /// form and with somebody in common. One without a header goes on with what stands before it. Linear.
  static func goOn(_ stretches: [[ChunkLines]]) -> [Bool] {
    guard stretches.count > 1 else { return [] }
    var ends: [SeamTimes.Ends] = []
    // How many of them end before each stretch.
    var places: [Int] = []
    for parts in stretches {
      places.append(ends.count)
      if let outer = SeamTimes.ends(of: parts) { ends.append(outer) }
    }
    guard let times = SeamTimes(between: ends) else {
      return stretches.dropFirst().map { _ in false }
    }
    let usual = PieceCuts.usual(times)
    let traits = stretches.joined().map { ChainTraits(of: $0) }
    var part = 0
    return zip(stretches, places.dropFirst()).enumerated().map { index, pair in
      let (before, place) = pair
      part += before.count
      let isDated = (index + 2 < places.count ? places[index + 2] : ends.count) > place
      guard place > 0 else { return false }
      return !isDated
        || usual.contains(times.between[place - 1])
          && PieceCuts.areOfOneChat(traits, at: part, depth: depth)
    }
  }
}
