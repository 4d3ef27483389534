import Diagnostics

/// What the lexer found wrong.
struct Fault: Error, Hashable {
  let diagnostic: Diagnostic
  /// Whether more text could mend it: an open quote.
  let wantsMore: Bool

  init(_ message: String, at span: SourceSpan, help: String? = nil, wantsMore: Bool = false) {
    diagnostic = .usage(message, at: span, help: help)
    self.wantsMore = wantsMore
  }

  private init(_ diagnostic: Diagnostic, wantsMore: Bool) {
    self.diagnostic = diagnostic
    self.wantsMore = wantsMore
  }

  /// The same fault in a text in which `offset` bytes stand before this one.
  func shifted(by offset: Int) -> Fault {
    Fault(diagnostic.shifted(by: offset), wantsMore: wantsMore)
  }

  /// Something of another language, and how it is written here.
  static func spelt(
    _ typed: String, _ native: String, at span: SourceSpan, help: String? = nil
  ) -> Fault {
    Fault("\(typed) is spelt \(native) here", at: span, help: help)
  }
}
