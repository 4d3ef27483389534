import Diagnostics
import Model
import Output

/// A table with a column of each type, nulls, line breaks, quotes, emoji and what formats must
/// escape.
let sampleTable = Table(
  name: "sample", rowCount: 3,
  fields: [
    .init("id", .int(PlainColumn([1, 2, 30]))),
    .init("date", .datetime(PlainColumn(moments: [1_739_808_840, Moment.none, 1_739_812_500]))),
    .init(
      "sender", .category(CategoryColumn(Categories(["Zoë", "Bo | Li"]), codes: [0, 1, -1]))),
    .init("text", .text(TextColumn(["Ça va ? 👩‍👩‍👧", "two\nlines, \"quoted\" <b>", nil]))),
    .init("words", .float(PlainColumn([2.5, 0, 1 / 3], nulls: [false, true, false]))),
    .init("links", .list(ListColumn([["https://a.example/x_y_z"], [], ["a", "b;c"]]))),
    .init("gap", .duration(PlainColumn([59, 7_500, 200_000]))),
    .init("month", .period(.month, PlainColumn([24_301, 24_302, 24_303]))),
    .init("edited", .bool(PlainColumn([true, false, false]))),
  ])

/// What `body` writes, as text.
func written(_ body: (Sink) throws(Diagnostic) -> Void) throws(Diagnostic) -> String {
  let bytes = Bytes()
  try body(Sink { (part) throws(Diagnostic) in bytes.all += part })
  return String(decoding: bytes.all, as: UTF8.self)
}

private final class Bytes {
  var all: [UInt8] = []
}
