import Diagnostics
import Model

@testable import Reading

extension InputSandbox {
  /// Loads paths as one chat.
  func merge(_ paths: String...) throws -> (corpus: Corpus, report: ReadingReport) {
    try load(
      paths.map { path in
        var request = LoadRequest(path: path)
        request.merge = 1
        return request
      })
  }
}

/// What merging small exports gives, line by line: `16:14 Ana: bonjour < a, b`.
struct MergedChat {
  let corpus: Corpus
  let report: ReadingReport
  let table: Table

  /// Merges exports by their names.
  init(_ exports: [String: String]) throws {
    let sandbox = try InputSandbox(
      Dictionary(uniqueKeysWithValues: exports.map { ("\($0.key).txt", $0.value) }))
    let (corpus, report) = try sandbox.load(
      exports.keys.sorted().map { name in
        var request = LoadRequest(path: "\(name).txt")
        request.merge = 1
        return request
      })
    self.init(corpus, report)
  }

  init(_ corpus: Corpus, _ report: ReadingReport) {
    self.corpus = corpus
    self.report = report
    table = TableDefinition.named(.messages).make(corpus, Lens())
  }

  func values(_ column: String) -> [Value] {
    table.column(column).map { column in (0..<column.count).map { column[$0] } } ?? []
  }

  /// The texts of a column, empty for null.
  func texts(_ column: String) -> [String] {
    values(column).map { value in
      switch value {
      case .text(let text): text
      case .list(let items): items.joined(separator: ", ")
      case .datetime(let moment): String(moment.description.dropFirst(11).prefix(5))
      default: ""
      }
    }
  }

  var lines: [String] {
    let (dates, senders) = (texts("date"), texts("sender"))
    let (texts, sources) = (texts("text"), texts("sources"))
    return dates.indices.map { row in
      "\(dates[row]) \(senders[row]): \(texts[row]) < \(sources[row])"
    }
  }
}
