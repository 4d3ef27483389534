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
  static func hashes(of corpus: Corpus, bodies: TextColumn) -> [UInt64] {
    let minutes = corpus.messages.moments.map { moment in
      moment == Moment.none ? moment : Period.ordinal(of: .minute, holding: moment)
    }
    var hashes = contentHashes(of: corpus, minutes: minutes, bodies: bodies)
    for transcript in corpus.transcripts {
      let undated = transcript.messages.filter { minutes[$0] == Moment.none }
      var dated = transcript.messages.filter { minutes[$0] != Moment.none }
      if zip(dated, dated.dropFirst()).contains(where: { minutes[$0] > minutes[$1] }) {
        dated.sort { (minutes[$0], $0) < (minutes[$1], $1) }
      }
      numberEquals(in: &hashes, among: undated, minutes: minutes)
      numberEquals(in: &hashes, among: dated, minutes: minutes)
    }
    return hashes
  }

  /// The hash of each message's minute, sender and body.
  private static func contentHashes(
    of corpus: Corpus, minutes: [Int64], bodies: TextColumn
  ) -> [UInt64] {
    let people = (corpus.written?.names ?? corpus.people.values).map { name in
      var hash = KeyHash()
      for byte in Fold.string(name).utf8 { hash.add(byte) }
      return hash.value
    }
    let senders = corpus.written?.senders ?? corpus.messages.senders
    return minutes.indices.map { message in
      var hash = KeyHash()
      hash.add(UInt64(bitPattern: minutes[message]))
      hash.add(senders[message] < 0 ? 0 : people[Int(senders[message])])
      bodies.withBytes(of: message) { hash.add(linesOf: $0) }
      return hash.value
    }
  }

  /// Gives the second and further of equal messages a hash of their own. `order` has messages of
  /// the same minute beside each other, each minute's in the order of the corpus.
  private static func numberEquals(
    in hashes: inout [UInt64], among order: [Int], minutes: [Int64]
  ) {
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, minutes[order[end]] == minutes[order[start]] { end += 1 }
      if end - start > 1 { KeyHash.numberEquals(in: &hashes, among: order[start..<end]) }
      start = end
    }
  }
}
