/// Lines that look like headers and are text: a message quotes lines of another export.
///
/// One export writes all its headers in one form. A header of a form that is much rarer than the
/// transcript's own is a quotation where its moment does not lie between those of its neighbours
/// of that own form: docs/formats.md#quoted-headers.
struct QuotedHeaders {
  /// Their places among the headers, ascending.
  private(set) var places: [Int] = []

  /// How many of them each form has.
  private(set) var counts: [HeaderForm: Int] = [:]

  /// A form is rare where the transcript's own is at least so many times as frequent.
  private static let rarity = 4

  init(in headers: HeaderLines) {
    guard !headers.forms.isEmpty else { return }
    var frequencies = Array(repeating: 0, count: HeaderForm.limit)
    for form in headers.forms { frequencies[Int(form.rawValue)] += 1 }
    func frequency(_ place: Int) -> Int { frequencies[Int(headers.forms[place].rawValue)] }
    // Of equals the one that comes first is the transcript's own.
    var own = headers.forms[0]
    for form in headers.forms
    where frequencies[Int(form.rawValue)] > frequencies[Int(own.rawValue)] {
      own = form
    }
    let enough = frequencies[Int(own.rawValue)] / QuotedHeaders.rarity
    var start = 0
    while start < headers.count {
      guard headers.forms[start] != own else {
        start += 1
        continue
      }
      var end = start
      while end < headers.count, headers.forms[end] != own { end += 1 }
      let earliest = start > 0 ? headers.moments[start - 1] : Int64.min
      let latest = end < headers.count ? headers.moments[end] : Int64.max
      let isForeign = (start..<end).contains { place in
        frequency(place) <= enough
          && !(earliest <= headers.moments[place] && headers.moments[place] <= latest)
      }
      if isForeign {
        for place in start..<end where frequency(place) <= enough {
          places.append(place)
          counts[headers.forms[place], default: 0] += 1
        }
      }
      start = end
    }
  }
}
