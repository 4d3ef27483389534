import CSQLite
public import Diagnostics

/// A function of texts that questions in SQL may call. It gives the same for the same texts.
public struct TextFunction: Sendable {
  /// What it is called.
  public let name: String
  /// How many arguments it takes.
  public let arity: Int
  /// What it gives; it is asked only where no argument is null.
  let answer: @Sendable (_ arguments: [String]) throws(Diagnostic) -> Answer

  /// What a function gives.
  public enum Answer: Sendable {
    case text(String)
    case truth(Bool)
  }

  /// A function of so many texts; null where one of them is.
  public init(
    _ name: String, arity: Int,
    answer: @escaping @Sendable (_ arguments: [String]) throws(Diagnostic) -> Answer
  ) {
    self.name = name
    self.arity = arity
    self.answer = answer
  }
}

/// A function as SQLite is given it.
final class FunctionBox: Sendable {
  private let function: TextFunction

  init(_ function: TextFunction) { self.function = function }

  /// Answers a call of SQLite's.
  func answer(_ call: OpaquePointer) {
    var arguments: [String] = []
    for index in 0..<function.arity {
      var size = 0
      guard let bytes = unsafe sqlite_argument(call, Int32(index), &size) else { return }
      let text = unsafe UnsafeBufferPointer(start: bytes, count: size)
      unsafe arguments.append(String(decoding: text, as: UTF8.self))
    }
    do throws(Diagnostic) {
      switch try function.answer(arguments) {
      case .truth(let truth): unsafe sqlite_answer_truth(call, truth)
      case .text(var text):
        text.withUTF8 { bytes in
          unsafe sqlite_answer_text(call, bytes.baseAddress, bytes.count)
        }
      }
    } catch {
      unsafe sqlite_answer_error(call, error.message)
    }
  }
}
