import Testing

@testable import Reading

/// A way in which phones and tools write one header differently.
struct HeaderVariation: CustomTestStringConvertible {
  let testDescription: String
  let vary: @Sendable (String) -> String

  private init(_ name: String, _ vary: @escaping @Sendable (String) -> String) {
    testDescription = name
    self.vary = vary
  }

  /// All European digits as those whose zero is given.
  private static func digits(_ zero: UInt32) -> @Sendable (String) -> String {
    { header in
      var scalars = String.UnicodeScalarView()
      for scalar in header.unicodeScalars {
        let isDigit = ("0"..."9").contains(scalar)
        scalars.append(isDigit ? Unicode.Scalar(zero + scalar.value - 0x30) ?? scalar : scalar)
      }
      return String(scalars)
    }
  }

  static let all: [HeaderVariation] = [
    HeaderVariation("U+200E before it") { "\u{200E}\($0)" },
    HeaderVariation("byte order marks and U+200F before it") { "\u{FEFF}\u{FEFF}\u{200F}\($0)" },
    HeaderVariation("a byte order mark in the bracket") {
      $0.replacing("[", with: "[\u{FEFF}")
    },
    HeaderVariation("U+200F before each separator") {
      $0.replacing("/", with: "\u{200F}/").replacing(",", with: "\u{200F},")
    },
    HeaderVariation("U+200F after each separator") {
      $0.replacing("/", with: "/\u{200F}").replacing(",", with: ",\u{200F}")
    },
    HeaderVariation("U+202F for each blank") { $0.replacing(" ", with: "\u{202F}") },
    HeaderVariation("U+00A0 for each blank") { $0.replacing(" ", with: "\u{A0}") },
    HeaderVariation("U+2009 for each blank") { $0.replacing(" ", with: "\u{2009}") },
    HeaderVariation("two blanks after a comma") { $0.replacing(", ", with: ",  ") },
    HeaderVariation("no blank before AM and PM") {
      $0.replacing(" AM", with: "AM").replacing(" PM", with: "PM").replacing(" pm", with: "pm")
        .replacing("\u{202F}PM", with: "PM")
    },
    HeaderVariation("Arabic-Indic digits", digits(0x0660)),
    HeaderVariation("Persian digits", digits(0x06F0)),
    HeaderVariation("Devanagari digits", digits(0x0966)),
    HeaderVariation("Bengali digits", digits(0x09E6)),
    HeaderVariation("Burmese digits", digits(0x1040)),
    HeaderVariation("full-width digits", digits(0xFF10)),
    HeaderVariation("Tibetan digits", digits(0x0F20)),
    HeaderVariation("digits of N'Ko", digits(0x07C0)),
    HeaderVariation("digits of Santali", digits(0x1C50)),
    HeaderVariation("digits of Manipuri", digits(0xABF0)),
    HeaderVariation("digits of Adlam", digits(0x1E950)),
  ]
}

@Test(arguments: HeaderVariation.all)
func `a header says the same however it is written`(_ variation: HeaderVariation) throws {
  // A heading is not a line with a header.
  for example in HeaderExample.all where !HeaderShape.all[example.shape].isUnderHeading {
    let name = try #require(example.line.firstRange(of: "Anna"))
    let varied =
      variation.vary(String(example.line[..<name.lowerBound])) + example.line[name.lowerBound...]
    let (plain, other) = (Array(example.line.utf8), Array(varied.utf8))
    var reader = HeaderReader()
    let expected = reader.header(in: plain.span, at: 0)
    let header = reader.header(in: other.span, at: 0)
    #expect(header?.stamp.rawValue == expected?.stamp.rawValue, "\(varied)")
    let rest = header.map { String(decoding: other[$0.end...], as: UTF8.self) } ?? ""
    #expect(rest.drop { $0 != "A" }.hasPrefix("Anna"), "\(varied)")
  }
}
