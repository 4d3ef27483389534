import Diagnostics

extension Parser {
  /// The complaint of a fault.
  mutating func complaint(_ fault: Fault) -> Diagnostic {
    if fault.wantsMore { wantsMore = true }
    return fault.diagnostic
  }

  /// The complaint that something else should stand where the token is.
  mutating func expected(_ what: String, help: String? = nil) -> Diagnostic {
    guard token.kind != .end else {
      if !lexer.openBrackets.isEmpty { noteOpenEnd() }
      let place = previous.map { " after “\(excerpt($0.span))”" } ?? ""
      return .usage("\(what) is missing\(place)", at: token.span, help: help ?? likeExample)
    }
    return misplaced("expected \(what), found “\(excerpt(token.span))”", help: help)
  }

  /// The complaint that the call should have ended where the token is.
  mutating func leftover() -> Diagnostic {
    guard token.kind != .end else { return expected("the end of the line") }
    guard token.kind != .symbol(.close) else {
      return .usage("this ) closes nothing", at: token.span)
    }
    let place = previous.map { "after “\(excerpt($0.span))”" } ?? "here"
    return misplaced("“\(excerpt(token.span))” has no meaning \(place)", help: nil)
  }

  /// The complaint about the token: a slip that is known, else this message.
  private mutating func misplaced(_ message: String, help: String?) -> Diagnostic {
    if case .fault(let fault) = token.kind { return complaint(fault) }
    let slip = slip()
    if let known = slip?.message { return .usage(known, at: token.span, help: slip?.help) }
    return .usage(message, at: token.span, help: help ?? slip?.help ?? likeExample)
  }

  private var likeExample: String? { example.map { "like: \($0)" } }

  /// Records that more text could mend the error, where it is the end of the text that is wrong.
  mutating func noteOpenEnd() {
    if lexer.isAtEnd { wantsMore = true }
  }
}
