/// Statements read and carried out one after the other: the prompt, and lines from a pipe.
struct Conversation {
  /// What came of a statement.
  enum Outcome {
    case done
    /// It failed, with the exit status that stands for the reason.
    case failed(status: Int32)
    /// It asked for a text to be carried out as if it had been typed.
    case goOn(with: String)
    /// It asked to leave.
    case leave
  }

  /// The exit status of what the user interrupted.
  static let interruptedStatus: Int32 = 130

  /// Carries out a statement, and complains itself where it fails. `line` is that of its
  /// beginning, from 1.
  let carryOut: (_ statement: String, _ line: Int) -> Outcome

  /// Whether piped lines go on after one that failed.
  let keepsGoing: Bool

  /// Goes on until the input ends or the program is asked to. Answers the exit status: at the
  /// prompt 0, since the user has seen what failed.
  func run(from source: StatementSource) -> Int32 {
    var source = source
    var status: Int32 = 0
    var given: String?
    while !Signals.isTerminated {
      let input = given.map { TypedInput.text($0) } ?? source.next()
      given = nil
      switch input {
      case .end: return status
      case .interrupted where source.isInteractive: continue
      case .interrupted: return Self.interruptedStatus
      case .text(let statement):
        source.remember(statement)
        if source.isInteractive { Signals.clearInterrupt() }
        switch carryOut(statement, source.firstLine) {
        case .done: continue
        case .goOn(let text): given = text
        case .leave: return status
        case .failed where source.isInteractive: continue
        case .failed(let failure):
          status = Swift.max(status, failure)
          if !keepsGoing || failure == Self.interruptedStatus { return status }
        }
      }
    }
    return status
  }
}
