/// Keys of messages: hashes of facts that do not depend on where a message was read.
///
/// A key is ``KeyHash`` over the minute (since 1970-01-01 00:00; ``Moment/none`` for a fragment),
/// the hash of the folded sender (0 for none), the lines of the body (nothing where it is null),
/// and, where equal messages of the same transcript come before it, how many do. The sender is the
/// one that the text spells, so no alias changes a key. The count stays within the transcript, so
/// a key is the same whatever else is loaded, and the same chat loaded twice has each key twice.
enum MessageKeys {
  /// The hash behind each message's key. Linear where the minutes of a transcript ascend, as they
  /// nearly always do; a sort of its messages where they do not.
  static func hashes(
    of corpus: Corpus, _ texts: MessageTexts, check: () throws(Interrupted) -> Void
  ) throws(Interrupted) -> [UInt64] {
    let moments = corpus.messages.moments
    let minutes = try Checked.map(moments.count, check: check) { message in
      let moment = moments[message]
      return moment == Moment.none ? moment : Period.ordinal(of: .minute, holding: moment)
    }
    var hashes = try contentHashes(of: corpus, minutes: minutes, texts, check)
    for transcript in corpus.transcripts {
      let first = transcript.messages.lowerBound
      var undated: [Int] = []
      var dated: [Int] = []
      var ascends = true
      try Checked.forEach(transcript.messages.count, check: check) { place in
        let message = first + place
        guard minutes[message] != Moment.none else { return undated.append(message) }
        if let last = dated.last, minutes[last] > minutes[message] { ascends = false }
        dated.append(message)
      }
      if !ascends { dated = try sorted(dated, by: minutes, check) }
      try KeyHash.numberEquals(in: &hashes, among: undated, check: check)
      try numberEquals(in: &hashes, among: dated, minutes: minutes, check)
    }
    return hashes
  }

  /// Ascending messages in the order of their minutes: in short runs, which are then merged.
  private static func sorted(
    _ messages: [Int], by minutes: [Int64], _ check: () throws(Interrupted) -> Void
  ) throws(Interrupted) -> [Int] {
    var sorted: [Int] = []
    var runs: [Range<Int>] = []
    // Messages are nearly in order: few runs of those that ascend.
    var start = 0
    try Checked.forEach(messages.count, check: check) { place in
      let isLast = place + 1 == messages.count
      guard isLast || minutes[messages[place]] > minutes[messages[place + 1]] else { return }
      runs.append(start..<place + 1)
      start = place + 1
    }
    var current = messages
    while runs.count > 1 {
      sorted.removeAll(keepingCapacity: true)
      var merged: [Range<Int>] = []
      for pair in stride(from: 0, to: runs.count, by: 2) {
        let begin = sorted.count
        let left = runs[pair]
        let right = pair + 1 < runs.count ? runs[pair + 1] : left.upperBound..<left.upperBound
        var (one, other) = (left.lowerBound, right.lowerBound)
        try Checked.forEach(left.count + right.count, check: check) { _ in
          let takesLeft =
            other == right.upperBound
            || one < left.upperBound && minutes[current[one]] <= minutes[current[other]]
          sorted.append(current[takesLeft ? one : other])
          if takesLeft { one += 1 } else { other += 1 }
        }
        merged.append(begin..<sorted.count)
      }
      swap(&current, &sorted)
      runs = merged
    }
    return current
  }

  /// The hash of each message's minute, sender and body.
  private static func contentHashes(
    of corpus: Corpus, minutes: [Int64], _ texts: MessageTexts,
    _ check: () throws(Interrupted) -> Void
  ) throws(Interrupted) -> [UInt64] {
    let people = (corpus.written?.names ?? corpus.people.values).map { name in
      var hash = KeyHash()
      for byte in Fold.string(name).utf8 { hash.add(byte) }
      return hash.value
    }
    let senders = corpus.written?.senders ?? corpus.messages.senders
    var hashes: [UInt64] = []
    hashes.reserveCapacity(minutes.count)
    for rows in corpus.messages.batches {
      try check()
      let bodies = texts.bodies(of: .range(rows))
      for message in rows {
        var hash = KeyHash()
        hash.add(UInt64(bitPattern: minutes[message]))
        hash.add(senders[message] < 0 ? 0 : people[Int(senders[message])])
        bodies.withBytes(of: message - rows.lowerBound) { hash.add(linesOf: $0) }
        hashes.append(hash.value)
      }
    }
    return hashes
  }

  /// Gives the second and further of equal messages a hash of their own. `order` has messages of
  /// the same minute beside each other, each minute's in the order of the corpus.
  private static func numberEquals(
    in hashes: inout [UInt64], among order: [Int], minutes: [Int64],
    _ check: () throws(Interrupted) -> Void
  ) throws(Interrupted) {
    var start = 0
    var last = 0
    while start < order.count {
      if start - last >= 1 << 14 {
        try check()
        last = start
      }
      var end = start + 1
      while end < order.count, minutes[order[end]] == minutes[order[start]] { end += 1 }
      if end - start > 1 {
        try KeyHash.numberEquals(in: &hashes, among: order[start..<end], check: check)
      }
      start = end
    }
  }
}
