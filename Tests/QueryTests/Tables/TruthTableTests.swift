import Diagnostics
import Model
import Query
import Testing

private let sample = SampleQuestions()

/// The rows of a truth table: a value and the same, a greater one, and null on either side and on
/// both.
private enum Side { case small, large, null }

private let rows: [(Side, Side)] = [
  (.small, .small), (.small, .large), (.large, .small), (.null, .small), (.small, .null),
  (.null, .null),
]

private func column<Element>(
  _ side: (Side, Side) -> Side, _ small: Element, _ large: Element
) -> PlainColumn<Element> {
  PlainColumn(
    rows.map { row -> Element? in
      switch side(row.0, row.1) {
      case .small: small
      case .large: large
      case .null: nil
      }
    }, filler: large)
}

private func texts(_ side: (Side, Side) -> Side) -> [String?] {
  rows.map { row in
    switch side(row.0, row.1) {
    case .small: "b"
    case .large: "É"
    case .null: nil
    }
  }
}

private let table: Table = {
  var fields: [Table.Field] = []
  for (suffix, side) in [("1", { (a, _) in a }), ("2", { (_, b) in b })]
    as [(String, (Side, Side) -> Side)]
  {
    fields += [
      .init("i" + suffix, .int(column(side, -1, .max))),
      .init("f" + suffix, .float(column(side, -0.5, .infinity))),
      .init("date" + suffix, .datetime(column(side, -5, 86_400))),
      .init("m" + suffix, .period(.month, column(side, 24_000, 24_001))),
      .init("d" + suffix, .duration(column(side, -60, 3_600))),
      .init("b" + suffix, .bool(column(side, false, true))),
      .init("t" + suffix, .text(TextColumn(texts(side)))),
      .init("c" + suffix, .category(CategoryColumn(texts(side)))),
    ]
  }
  fields.append(.init("id", .int(PlainColumn((1...6).map { Int64($0) }))))
  return Table(name: "truth", rowCount: rows.count, fields: fields)
}()

/// The rows that a condition keeps, from 1.
private func kept(_ condition: String) throws -> [Int64] {
  let rows = try check(
    condition: parseExpression(condition), over: Schema(of: table), in: sample.environment
  ).rows(of: table, in: sample.environment)
  return rows.map { Int64($0 + 1) }
}

// A comparison with null is false, except that `=` and `!=` treat null as a value; `not X` is
// always the contrary of `X` (docs/language.md#null).
@Test(arguments: [
  ("=", [1, 6]), ("!=", [2, 3, 4, 5]), ("<", [2]), ("<=", [1, 2]), (">", [3]), (">=", [1, 3]),
  ("==", [1, 6]),
])
func `a comparison is true or false, never null`(relation: String, expected: [Int64]) throws {
  for name in ["i", "f", "date", "m", "d", "b", "t", "c"]
  where name != "b" || ["=", "!=", "=="].contains(relation) {
    for (left, right) in [("1", "2")] {
      let condition = "\(name)\(left) \(relation) \(name)\(right)"
      #expect(try kept(condition) == expected, "\(condition)")
      let others = (1...6).map { Int64($0) }.filter { !expected.contains($0) }
      #expect(try kept("not \(condition)") == others, "not \(condition)")
      #expect(try kept("not (not \(condition))") == expected, "not not \(condition)")
    }
  }
}

@Test(arguments: [
  ("i1 is null", [4, 6]), ("i1 is not null", [1, 2, 3, 5]), ("t1 = null", [4, 6]),
  ("t1 != null", [1, 2, 3, 5]), ("null = d1", [4, 6]), ("null = null", [1, 2, 3, 4, 5, 6]),
  ("null != null", []), ("null", []), ("not null", [1, 2, 3, 4, 5, 6]),
  ("null or i1 = -1", [1, 2, 5]),
  ("b1", [3]), ("not b1", [1, 2, 4, 5, 6]), ("b1 or not b1", [1, 2, 3, 4, 5, 6]),
  ("b1 and not b1", []), ("if(b1, 1, 2) = 2", [1, 2, 4, 5, 6]),
  ("i1 in (-1, null)", [1, 2, 4, 5, 6]), ("i1 not in (-1)", [3, 4, 6]), ("i1 in (null)", [4, 6]),
  ("i1 between -5 and 5", [1, 2, 5]), ("i1 not between -5 and 5", [3, 4, 6]),
  ("i1 between i2 and i2", [1]), ("t1 has t2", [1]), ("t1 not has t2", [2, 3, 4, 5, 6]),
  ("t1 contains \"\"", [1, 2, 3, 5]), ("t1 not contains \"\"", [4, 6]),
  ("t1 ~ \"\"", [1, 2, 3, 5]),
  ("t1 !~ \"\"", [4, 6]), ("i1 + i2 is null", [4, 5, 6]), ("coalesce(i1, i2) = -1", [1, 2, 4, 5]),
  ("least(i1, i2) = -1", [1, 2, 3, 4, 5]), ("length(t1) is null", [4, 6]),
  ("terms(t1) is null", []), ("length(terms(t1)) = 0", [4, 6]), ("i1 in members.number", []),
  ("c1 in members.name", [4, 6]),
])
func `null is no third truth`(condition: String, expected: [Int64]) throws {
  #expect(try kept(condition) == expected)
  let others = (1...6).map { Int64($0) }.filter { !expected.contains($0) }
  #expect(try kept("not (\(condition))") == others)
}

// The fold of docs/language.md#text, a rule a row; `exact` is on code points.
@Test(arguments: [
  ("É", "e", true), ("e\u{301}", "é", true), ("ÇA", "ca", true), ("cœur", "COEUR", true),
  ("Æ", "ae", true), ("Straße", "STRASSE", true), ("Łódź", "lodz", true),
  ("Ørsted", "orsted", true),
  ("I", "ı", true), ("ё", "е", true), ("й", "и", false), ("ＲＡＧ", "rag", true), ("l’a", "l'a", true),
  ("a\u{A0}b", "a b", true), ("a\u{202F}b", "a b", true), ("a\u{200B}b", "ab", true),
  ("\u{FEFF}a", "a", true), ("❤\u{FE0F}", "❤", true), ("Σ", "ς", true), ("Ά", "α", true),
  ("👨\u{200D}👩", "👨👩", false), ("a  b", "a b", false), ("a-b", "a b", false), ("n", "ñ", true),
  ("日本", "日本", true), ("ｱ", "ア", false), ("½", "1/2", false),
])
func `texts are equal if their folds are, and exactly if their code points are`(
  a: String, b: String, isEqual: Bool
) throws {
  let text = isEqual ? "true" : "false"
  #expect(try sample.value("\"\(a)\" = \"\(b)\"") == text)
  #expect(try sample.value("\"\(a)\" != \"\(b)\"") == (isEqual ? "false" : "true"))
  #expect(try sample.value("fold(\"\(a)\") == fold(\"\(b)\")") == text)
  #expect(try sample.value("\"x \(a) y\" contains \"\(b)\"") == text)
  #expect(try sample.value("\"\(a)\" in (\"\(b)\", \"nothing\")") == text)
  let isSame = a.unicodeScalars.elementsEqual(b.unicodeScalars)
  #expect(try sample.value("\"\(a)\" == \"\(b)\"") == (isSame ? "true" : "false"))
  #expect(try sample.value("\"\(a)|\" starts exact \"\(b)|\"") == (isSame ? "true" : "false"))
}

// `has` is a run of whole words; a hyphen, an apostrophe, `_` and `#` separate words and may also
// be written (docs/language.md).
@Test(arguments: [
  ("l’Étude", "etude", true), ("les études", "etude", false), ("l’Étude", "l'etude", true),
  ("rendez-vous", "rendez", true), ("rendez-vous", "rendez-vous", true),
  ("rendez-vous", "rendez vous", false),
  ("un_deux", "deux", true), ("#RAG!", "rag", true), ("#RAG!", "#rag", true),
  ("RAGs", "rag", false),
  ("un  deux", "un deux", true), ("un\u{A0}deux", "un deux", true), ("undeux", "un deux", false),
  ("4180.", "4180", true), ("41800", "4180", false), ("été🌸", "ete", true), ("", "a", false),
  ("c’est ça", "est ca", true), ("a", "", true),
])
func `has looks for whole words`(text: String, words: String, holds: Bool) throws {
  #expect(try sample.value("\"\(text)\" has \"\(words)\"") == (holds ? "true" : "false"))
  #expect(try sample.value("\"\(text)\" not has \"\(words)\"") == (holds ? "false" : "true"))
}

// On a list an operator holds if it holds for any element; `!=`, `!~`, `not in` and `not has` are
// the contrary of the positive one (docs/language.md#operators).
@Test(arguments: [
  ("= \"b\"", [false, false, true, true]), ("!= \"b\"", [true, true, false, false]),
  ("== \"B\"", [false, false, false, true]), ("> \"b\"", [false, false, false, true]),
  ("<= \"a\"", [false, true, true, false]), ("has \"b\"", [false, false, true, true]),
  ("not has \"b\"", [true, true, false, false]), ("contains \"\"", [false, true, true, true]),
  ("starts \"a\"", [false, true, true, false]), ("ends exact \"b\"", [false, false, true, false]),
  ("~ \"[bc]\"", [false, false, true, true]), ("!~ \"[bc]\"", [true, true, false, false]),
  ("in (\"a\", \"c\")", [false, true, true, true]),
  ("not in (\"a\", \"c\")", [true, false, false, false]),
  ("between \"b\" and \"b\"", [false, false, true, true]),
  ("is null", [false, false, false, false]),
  ("= null", [false, false, false, false]), ("!= null", [true, true, true, true]),
])
func `on a list an operator holds if it holds for an element, or its contrary does not`(
  rest: String, expected: [Bool]
) throws {
  let lists = [[], ["a"], ["a", "b"], ["B", "c"]]
  let table = Table(name: "t", rowCount: 4, fields: [.init("l", .list(ListColumn(lists)))])
  let checked = try check(
    parseExpression("l \(rest)"), over: Schema(of: table), in: sample.environment)
  let found = try checked.column(over: table, in: sample.environment)
  #expect((0..<4).map { found[$0] } == expected.map(Value.bool))
}
