import Diagnostics

/// Decides which of the names that stand before a colon are senders.
///
/// A notice without a sender may hold a colon (`Marie a créé le groupe « Famille : été »`), and a
/// name may hold one too. Wording decides first, then whether the sender is seen elsewhere:
/// docs/formats.md#senders.
struct SenderRoles {
  /// What a name turned out to be.
  enum Role {
    case sender
    /// The beginning of a notice, on every line that begins with it.
    case notice
    /// The beginning of a notice on lines with the wording of one, else a sender.
    case perhapsNotice
    /// A sender whose name holds a colon, on lines that go on with the rest of the name; a notice
    /// on the others. The rest has so many bytes, with the colon behind it.
    case longSender(rest: Int)
  }

  /// The role of each name of a table.
  private(set) var roles: [Role] = []

  /// Words of a sender's name that are looked at before a notice is taken to go on.
  private static let longestName = 8

  /// Decides for each name of a table; `named` are people whom notices name and whose name holds a
  /// colon.
  init(
    _ table: SenderTable, named: Set<String>, _ notices: inout NoticeReader, _ bytes: Span<UInt8>,
    _ interrupt: Interrupt
  ) throws(Diagnostic) {
    roles.reserveCapacity(table.names.count)
    for name in table.names {
      if roles.count & 0xFFF == 0 { try interrupt.check() }
      let range = name.range
      if name.isCertain {
        roles.append(.sender)
      } else if let rest = SenderRoles.restOfName(name, named, &notices, bytes)
        ?? SenderRoles.restOfMarkedName(name, table, named, &notices, bytes)
      {
        roles.append(.longSender(rest: rest))
      } else if name.maybeNotice {
        roles.append(.perhapsNotice)
      } else if SenderRoles.isNoName(range, in: bytes)
        || name.isMarked && name.messages == 1 && !SenderRoles.isMarkedPerson(name, table, bytes)
        || SenderRoles.extendsSender(range, table, &notices, bytes)
        || SenderRoles.isCutTitle(name, table, &notices, bytes)
      {
        roles.append(.notice)
      } else {
        roles.append(.sender)
      }
    }
  }

  /// Bytes of the texts with which the name goes on behind its first colon, with the colon that ends
  /// it; nil where it ends at the first.
  private static func restOfName(
    _ name: SenderTable.Name, _ named: Set<String>, _ notices: inout NoticeReader,
    _ bytes: Span<UInt8>
  ) -> Int? {
    let beginning = name.beginning
    let rests = beginning.rests(in: bytes)
    guard let longest = rests.first else { return nil }
    let known = rests.first { rest in
      let whole = beginning.wholeName(name.range.count, and: rest, in: bytes)
      return whole.map { named.contains(senderName($0, in: bytes)) } ?? false
    }
    if let known = known ?? rests.first(where: beginning.isProven) { return known }
    // A group that is called so, before notices only.
    guard name.unmarked == 0, let notice = beginning.line(behindRest: longest, in: bytes) else {
      return nil
    }
    return notices.notice(in: notice, of: bytes) == nil ? nil : longest
  }

  /// The same of a name before which iOS puts a U+200E, as before notices without a sender, where it is
  /// without that mark one that goes on so: “⟨U+200E⟩Info: Sport left” is about “Info: Sport”.
  private static func restOfMarkedName(
    _ name: SenderTable.Name, _ table: SenderTable, _ named: Set<String>,
    _ notices: inout NoticeReader, _ bytes: Span<UInt8>
  ) -> Int? {
    guard name.isMarked, let place = table.place(of: trimmed(name.range, of: bytes), in: bytes)
    else { return nil }
    let plain = table.names[place]
    guard let rest = restOfName(plain, named, &notices, bytes) else { return nil }
    return name.beginning.goesOn(like: plain.beginning, toRest: rest, in: bytes) ? rest : nil
  }

  /// Whether a name on one line, before which U+200E stands as before notices without a sender, is that of a
  /// sender whom other lines have without it: what follows the colon has the mark too.
  private static func isMarkedPerson(
    _ name: SenderTable.Name, _ table: SenderTable, _ bytes: Span<UInt8>
  ) -> Bool {
    name.unmarked == 0 && table.place(of: trimmed(name.range, of: bytes), in: bytes) != nil
  }

  /// Whether a name ends within a quotation, as where the title that a notice quotes holds a colon:
  /// of a name that only one line has, or that begins with somebody else's.
  private static func isCutTitle(
    _ name: SenderTable.Name, _ table: SenderTable, _ notices: inout NoticeReader,
    _ bytes: Span<UInt8>
  ) -> Bool {
    let range = name.range
    let end = lineEnd(bytes, from: range.upperBound)
    guard notices.opensQuotation(in: range, closedBefore: end, of: bytes) else { return false }
    return name.messages == 1
      || range.contains { at in
        bytes[at] == 0x20 && at > range.lowerBound
          && table.place(of: range.lowerBound..<at, in: bytes) != nil
      }
  }

  /// Whether a name is none: nothing but marks and blanks, a time of day, or the beginning of an
  /// address.
  private static func isNoName(_ range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    if trimmed(range, of: bytes).isEmpty { return true }
    var at = range.lowerBound
    if WrittenTime(bytes, at: &at) != nil, at == range.upperBound { return true }
    for scheme in [Array("http://".utf8), Array("https://".utf8)]
    where range.count > scheme.count {
      if endOfWord(scheme, in: bytes, at: range.lowerBound) != nil { return true }
    }
    return false
  }

  /// Whether a name is that of another sender, seen elsewhere, followed by words with which a
  /// notice goes on.
  private static func extendsSender(
    _ range: Range<Int>, _ table: SenderTable, _ notices: inout NoticeReader, _ bytes: Span<UInt8>
  ) -> Bool {
    var words = 0
    for at in range where bytes[at] == 0x20 && at > range.lowerBound {
      words += 1
      guard words <= longestName else { return false }
      if table.place(of: range.lowerBound..<at, in: bytes) != nil,
        notices.goesOn(from: at + 1, to: range.upperBound, of: bytes)
      {
        return true
      }
    }
    return false
  }
}
