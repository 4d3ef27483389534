public import Diagnostics

/// How a line, or all the lines of a script, ended.
public enum Outcome: Sendable, Hashable {
  /// Everything was done.
  case done
  /// The user asked to leave.
  case quit
  /// The user has written what is to be carried out next, as if it had been typed.
  case revised(String)
  /// Something failed and was said on the console.
  case failed(Diagnostic.Cause)
  /// Whoever read the answer has gone: no failure, but nothing more to say.
  case unheard

  /// The exit status of a program that ends so.
  public var status: Int32 {
    switch self {
    case .done, .quit, .revised, .unheard, .failed(.unheard): 0
    case .failed(.line): 1
    case .failed(.usage): 2
    case .failed(.expectation): 4
    case .failed(.interrupted): 130
    }
  }
}
