import Dispatch
import Model

/// What WhatsApp itself writes into an export in one language, as it is compared with lines.
///
/// A table of phrases in the notation of ``WordingNotation``, one a line. A phrase that is not from
/// WhatsApp's own interface strings says so: `+ ` before it means that it was seen in exports, `? `
/// that users told of it and neither a string nor an export has shown it yet. A phrase of a notice
/// is entered without the sentences that may follow it, and without the sentence that invites to tap.
struct Phrasebook: Sendable {
  /// The language of the phone that made the export, as in IETF language tags.
  enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case french = "fr"
    case german = "de"
    case spanish = "es"
    case italian = "it"
    case portuguese = "pt"
    case dutch = "nl"
    case polish = "pl"
    case turkish = "tr"
    case russian = "ru"
    case arabic = "ar"
    case hebrew = "he"
    case indonesian = "id"
    case hindi = "hi"
    case japanese = "ja"
    case korean = "ko"
    case chinese = "zh-Hans"
  }

  /// How we know a phrase.
  enum Source: String, Sendable, CaseIterable {
    /// WhatsApp's own interface strings.
    case interface = ""
    /// Exports published by others.
    case exports = "+ "
    /// Told by users.
    case hearsay = "? "
  }

  /// The language; nil for the languages of which little is known.
  let language: Language?
  /// What the one who made the export is called in its notices.
  let you: String
  /// What stands between the last two of several names, blanks included.
  let and: [String]
  /// The words of which one stands in each sentence that invites to tap or click.
  let taps: [String]
  /// The notices by what they tell.
  let notices: KeyValuePairs<Event, String>
  /// The notices of calls.
  let calls: String
  /// What stands in place of what text cannot hold.
  let marks: KeyValuePairs<MessageMark.Meaning, String>

  /// Every language that is known.
  static let all: [Phrasebook] = [
    .english, .french, .german, .spanish, .italian, .portuguese, .dutch, .polish,
    .turkish, .russian, .arabic, .hebrew, .indonesian, .hindi, .japanese, .korean, .chinese,
    .others,
  ]

  /// Begins to make what is looked up in the tables, some milliseconds' work, while files are read.
  static func prepare() {
    DispatchQueue.global().async { _ = NoticeReader() }
    DispatchQueue.global().async { _ = BodyReader(web: nil) }
  }

  /// Adds the phrases of a table to a list and gives how each is known.
  static func read(_ table: String, into list: inout WordingList) -> [Source] {
    var sources: [Source] = []
    let first = list.wordings.count
    var folded = FoldedText()
    let bytes = Array(table.utf8)
    var start = 0
    while start < bytes.count {
      let end = lineEnd(bytes.span, from: start)
      let line = bytes[start..<end]
      let source = Source.allCases.last { line.starts(with: $0.rawValue.utf8) } ?? .interface
      folded.fold(bytes.span, start + source.rawValue.utf8.count..<end)
      WordingNotation.read(folded, into: &list)
      while first + sources.count < list.wordings.count { sources.append(source) }
      start = end + 1
    }
    return sources
  }
}
