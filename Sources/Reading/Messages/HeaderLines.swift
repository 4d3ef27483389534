import Diagnostics
import Model

/// The lines of a transcript that begin with a header, a column a fact.
struct HeaderLines {
  /// ``HeaderStamp`` of each until ``resolve(by:in:)``, then the wall-clock second since
  /// 1970-01-01 00:00.
  var moments: [Int64] = []
  /// Byte offset of each line.
  var starts: [UInt32] = []
  /// Bytes of each header, leading marks and trailing blank included.
  var lengths: [UInt8] = []
  /// Number of each line, from 0.
  var lines: [UInt32] = []
  /// Form of each header; empty where all have the same.
  var forms: [HeaderForm] = []
  /// The form that the lines show WhatsApp Web to have written; nil for a phone's.
  private(set) var web: WebExport?
  /// Byte offsets of the lines asked for, as far as the text has them.
  private(set) var marked: [(line: Int, start: Int)] = []
  /// What the dates tell about their order, before anything is resolved or dropped.
  private(set) var evidence: [DateEvidence] = []
  /// Where the order of the dates changes.
  private(set) var turns: [DateTurn] = []

  var count: Int { moments.count }

  /// Finds the headers of `text`, and where the lines numbered `wanted` (from 0, ascending) begin.
  /// Linear; a long text is read on all cores.
  init(
    in text: SharedBytes, marking wanted: [Int], cutting: Cutting = .usual, interrupt: Interrupt
  ) throws(Diagnostic) {
    try fill(
      from: try FoundHeaders.all(in: text, marking: wanted, cutting: cutting, interrupt: interrupt),
      interrupt)
  }

  /// Puts the headers of the pieces of a text into columns.
  private mutating func fill(
    from found: [(headers: FoundHeaders, firstLine: Int)], _ interrupt: Interrupt
  ) throws(Diagnostic) {
    var ends: [Range<Int>] = []
    for (part, _) in found {
      let first = ends.last?.upperBound ?? 0
      ends.append(first..<first + part.rows.count)
      evidence.append(part.evidence, from: first)
      marked += part.marked
      web = web ?? part.web
    }
    let columns = Parallel.arrays(ends.last?.upperBound ?? 0) { [ends] columns in
      Parallel.map(found.count, unless: interrupt.isRaised) { place in
        let (part, firstLine) = found[place]
        for (number, row) in zip(ends[place], part.rows) {
          columns.set(
            number, row.stamp, row.start, row.length,
            UInt32(truncatingIfNeeded: firstLine + row.line)
          )
        }
      } != nil
    }
    try interrupt.check()
    if let columns { (moments, starts, lengths, lines) = columns }
  }

  /// Gives the dates behind a place where their order changes the order of those before it.
  mutating func turnDates() {
    turns = DateTurn.all(in: moments, evidence)
    guard !turns.isEmpty else { return }
    for turn in turns {
      for place in turn.header..<count { moments[place] = turn.turned(moments[place]) }
    }
    evidence = DateEvidence.all(in: moments)
  }

  /// Turns stamps into moments. A header whose date or time does not exist is none: `refused` is
  /// called with its bytes and line, and the line stays text of the message before.
  mutating func resolve(
    by orders: DateOrders, interrupt: Interrupt, refused: (Range<Int>, Int) -> Void
  ) throws(Diagnostic) {
    // Nearly always there is one form, and all headers are right.
    if orders.decisions.count <= 1, try areRight(by: orders, interrupt) {
      return try resolveAll(by: orders, interrupt)
    }
    let severalForms = orders.decisions.count > 1
    var kept = 0
    var day = ResolvedDay(orders)
    for index in 0..<count {
      if index & 0xFFFF == 0 { try interrupt.check() }
      let stamp = HeaderStamp(rawValue: moments[index])
      guard let moment = day.seconds(of: stamp) else {
        let start = Int(starts[index])
        refused(start..<start + Int(lengths[index]), Int(lines[index]))
        continue
      }
      if severalForms { forms.append(stamp.form) }
      move(index, to: kept)
      moments[kept] = moment
      kept += 1
    }
    shorten(to: kept)
  }

  /// Whether all headers have dates and times that exist.
  private func areRight(by orders: DateOrders, _ interrupt: Interrupt) throws(Diagnostic) -> Bool {
    let pieces = (0..<count).pieces(of: HeaderLines.stretch)
    return try parallelMap(pieces.count, interrupt: interrupt) { piece in
      var day = ResolvedDay(orders)
      return moments[pieces[piece]].allSatisfy {
        day.seconds(of: HeaderStamp(rawValue: $0)) != nil
      }
    }.allSatisfy(\.self)
  }

  /// Turns the stamps of headers that are all right into moments.
  private mutating func resolveAll(
    by orders: DateOrders, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let pieces = (0..<count).pieces(of: HeaderLines.stretch)
    _ = Parallel.change(&moments, in: pieces, unless: interrupt.isRaised) { _, moments in
      var day = ResolvedDay(orders)
      for place in moments.indices {
        moments[place] = day.seconds(of: HeaderStamp(rawValue: moments[place])) ?? Moment.none
      }
    }
    try interrupt.check()
  }

  /// The places of the headers whose moment lies more than so many seconds before that of the header
  /// before, ascending.
  func stepsBack(
    over seconds: Int64, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int] {
    let pieces = (0..<count).pieces(of: HeaderLines.stretch)
    return try parallelMap(pieces.count, interrupt: interrupt) { piece in
      var places: [Int] = []
      var before = moments[max(0, pieces[piece].lowerBound - 1)]
      for place in pieces[piece] {
        if moments[place] < before - seconds { places.append(place) }
        before = moments[place]
      }
      return places
    }.flatMap(\.self)
  }

  /// Headers that are looked through in one go.
  private static let stretch = 1 << 17

  /// Takes out the headers whose places are in `dropped`, ascending.
  mutating func drop(_ dropped: [Int]) {
    guard !dropped.isEmpty else { return }
    var kept = 0
    var next = 0
    for index in 0..<count {
      if next < dropped.count, dropped[next] == index {
        next += 1
        continue
      }
      move(index, to: kept)
      if !forms.isEmpty { forms[kept] = forms[index] }
      kept += 1
    }
    shorten(to: kept)
  }

  /// Forgets where the headers stand, once their messages are read.
  mutating func forgetPlaces() { (starts, lengths) = ([], []) }

  /// Makes room in ``moments`` and ``lines`` for messages without a header.
  mutating func insert(_ fragments: [Fragment]) {
    guard !fragments.isEmpty else { return }
    var moments: [Int64] = []
    var lines: [UInt32] = []
    var header = 0
    for fragment in fragments {
      moments += self.moments[header..<fragment.header]
      lines += self.lines[header..<fragment.header]
      header = fragment.header
      moments.append(Moment.none)
      lines.append(UInt32(truncatingIfNeeded: fragment.line))
    }
    self.moments = moments + self.moments[header...]
    self.lines = lines + self.lines[header...]
  }

  /// The first header that begins at a byte offset or behind it.
  func place(from offset: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where the last line of the text ends.
  func end(of text: SharedBytes) -> Int { text.last == 0x0A ? text.count - 1 : text.count }

  private mutating func move(_ index: Int, to place: Int) {
    guard index != place else { return }
    moments[place] = moments[index]
    starts[place] = starts[index]
    lengths[place] = lengths[index]
    lines[place] = lines[index]
  }

  private mutating func shorten(to kept: Int) {
    moments.removeLast(count - kept)
    starts.removeLast(starts.count - kept)
    lengths.removeLast(lengths.count - kept)
    lines.removeLast(lines.count - kept)
    if !forms.isEmpty { forms.removeLast(forms.count - kept) }
  }
}

/// Turns the stamps of headers into seconds; neighbours mostly share their day.
private struct ResolvedDay {
  private let orders: DateOrders
  private var key = HeaderStamp.noDate
  private var midnight: Int64?

  init(_ orders: DateOrders) {
    self.orders = orders
  }

  /// The wall-clock second since 1970-01-01 00:00; nil where there is no such day or time.
  @inline(__always)
  mutating func seconds(of stamp: HeaderStamp) -> Int64? {
    if stamp.dateKey != key {
      key = stamp.dateKey
      let first = HeaderStamp(rawValue: key << 17)
      midnight = orders.order(of: first.form).seconds(of: first)
    }
    guard let midnight, stamp.secondOfDay != HeaderStamp.noTime else { return nil }
    return midnight + Int64(stamp.secondOfDay)
  }
}
