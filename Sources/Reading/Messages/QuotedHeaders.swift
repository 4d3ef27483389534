/// Lines that look like headers and are text: a message quotes lines of another export.
///
/// One export writes all its headers in one form. Headers of another form are quotations where
/// they stand between those of the transcript's own and the clock does not go on through them:
/// what is quoted is older than the message that quotes it. Two exports one after the other, or
/// merged by time, look otherwise: docs/formats.md#quoted-headers.
///
/// Headers of the transcript's own form are quotations where the line break before them is not that
/// of its messages and they are older than the message that they would end.
struct QuotedHeaders {
  /// Their places among the headers, ascending.
  private(set) var places: [Int] = []

  /// How many of them each form has.
  private(set) var counts: [HeaderForm: Int] = [:]

  /// Headers in a row that a message may quote whatever the size of the transcript.
  static let quotable = 20

  /// Headers in a row that its last message may, or one whose beginning is missing.
  private static let quotableAtEdge = 3

  /// A form that the transcript's own is so many times as frequent as is rare.
  private static let rarity = 4

  /// Finds them; `softLines` are those of ``DecodedText/softLines``, `usual` the form of the headers
  /// where all have the same, nil where there is none. Linear.
  init(in headers: HeaderLines, behind softLines: [UInt32], usual: HeaderForm?) {
    findForeign(in: headers)
    let pasted = Set(QuotedHeaders.pasted(in: headers, softLines)).subtracting(places)
    guard !pasted.isEmpty else { return }
    for place in pasted {
      if let form = headers.forms.isEmpty ? usual : headers.forms[place] {
        counts[form, default: 0] += 1
      }
    }
    places = (places + pasted).sorted()
  }

  /// Headers behind a soft break that are older than the message that they stand in.
  private static func pasted(in headers: HeaderLines, _ softLines: [UInt32]) -> [Int] {
    guard !softLines.isEmpty else { return [] }
    var next = 0
    let soft = headers.lines.indices.filter { place in
      while next < softLines.count, softLines[next] < headers.lines[place] { next += 1 }
      return next < softLines.count && softLines[next] == headers.lines[place]
    }
    // Messages themselves begin behind the other break.
    guard soft.count * 2 < headers.count else { return [] }
    var places: [Int] = []
    var start = 0
    while start < soft.count {
      var end = start + 1
      while end < soft.count, soft[end] == soft[end - 1] + 1 { end += 1 }
      let run = soft[start..<end]
      let isAtEdge = soft[end - 1] == headers.count - 1
      start = end
      guard let holder = run.first.map({ $0 - 1 }), holder >= 0,
        run.count <= (isAtEdge ? quotableAtEdge : quotable)
      else { continue }
      places += run.filter { headers.moments[$0] < headers.moments[holder] }
    }
    return places
  }

  /// Finds those of another form than the transcript's own.
  private mutating func findForeign(in headers: HeaderLines) {
    guard let own = QuotedHeaders.ownForm(of: headers) else { return }
    let isOwn = headers.forms.map { $0.isKin(to: own) }
    let ownCount = isOwn.count { $0 }
    let runs = QuotedHeaders.runs(in: headers, isOwn)
    var evidence: [HeaderForm: Evidence] = [:]
    for run in runs {
      // A message quotes a few lines, not a chat.
      let isShort = run.places.count <= max(ownCount / QuotedHeaders.rarity, QuotedHeaders.quotable)
      for form in Set(headers.forms[run.places]) {
        let isForeign = run.places.contains { place in
          headers.forms[place] == form
            && (form.year == .missing || !run.neighbours.contains(headers.moments[place]))
        }
        evidence[form, default: Evidence()].add(run, isForeign: isForeign && isShort)
      }
    }
    for run in runs {
      for place in run.places {
        let form = headers.forms[place]
        guard evidence[form]?.isQuoted(of: ownCount, as: form) == true else { continue }
        places.append(place)
        counts[form, default: 0] += 1
      }
    }
  }

  /// Headers in a row that are not of the transcript's own form, and the moments of those around
  /// them.
  private struct Run {
    let places: Range<Int>
    let neighbours: ClosedRange<Int64>
    /// Whether the transcript ends with it, or begins inside a message that holds it.
    let isAtEdge: Bool
  }

  /// What the runs of a form tell.
  private struct Evidence {
    private var runs = 0
    private var foreignRuns = 0
    /// Headers of the runs, and whether the transcript goes on after one that is foreign.
    private var headers = 0
    private var isEnclosed = false

    mutating func add(_ run: Run, isForeign: Bool) {
      runs += 1
      headers += run.places.count
      guard isForeign else { return }
      foreignRuns += 1
      if !run.isAtEdge { isEnclosed = true }
    }

    /// Whether the form is one that messages quote, beside so many headers of the own form.
    func isQuoted(of own: Int, as form: HeaderForm) -> Bool {
      guard foreignRuns * 2 >= runs, foreignRuns > 0 else { return false }
      // At an edge very few lines are a quotation, more of them another export; but no export leaves out what
      // messages do that were copied from a phone.
      let isFew = headers <= QuotedHeaders.quotableAtEdge || form.year == .missing
      return isEnclosed || isFew && headers < own
    }
  }

  /// The form of the transcript itself: that of the first header, which nothing can quote, unless
  /// it is rare or the transcript begins inside a message; else the most frequent one. Nil where all
  /// headers have one form.
  private static func ownForm(of headers: HeaderLines) -> HeaderForm? {
    guard let first = headers.forms.first else { return nil }
    var frequencies = Array(repeating: 0, count: HeaderForm.limit)
    for form in headers.forms { frequencies[Int(form.rawValue)] += 1 }
    let most = frequencies.max() ?? 0
    guard beginsInside(headers) || frequencies[Int(first.rawValue)] * rarity < most else {
      return first
    }
    return headers.forms.first { frequencies[Int($0.rawValue)] == most }
  }

  /// Whether the transcript begins inside a message, as that of chunks may.
  private static func beginsInside(_ headers: HeaderLines) -> Bool {
    guard let opening = headers.marked.first, let line = headers.lines.first else { return false }
    return opening.line < Int(line)
  }

  /// The runs but that at the beginning, before which there is no message, unless it is missing.
  private static func runs(in headers: HeaderLines, _ isOwn: [Bool]) -> [Run] {
    var runs: [Run] = []
    let isInside = beginsInside(headers)
    var start = isInside ? 0 : isOwn.firstIndex(of: true) ?? isOwn.count
    while start < isOwn.count {
      guard !isOwn[start] else {
        start += 1
        continue
      }
      let end = isOwn[start...].firstIndex(of: true) ?? isOwn.count
      // Of a message that is missing nothing tells when it was.
      let before = start > 0 ? headers.moments[start - 1] : Int64.max
      let after = end < isOwn.count ? headers.moments[end] : Int64.max
      runs.append(
        Run(
          places: start..<end, neighbours: before...max(before, after),
          isAtEdge: start == 0 || end == isOwn.count))
      start = end
    }
    return runs
  }
}
