import Model

/// A part of the program that is given bytes by chance, and what must hold whatever they are.
///
/// A trap, a hang and a heap that grows are faults without anybody's saying so: libFuzzer sees them.
struct FuzzTarget: Sendable {
  /// How `Scripts/fuzz` calls it; its inputs stand in `Inputs/<name>`.
  let name: String

  private let check: @Sendable ([UInt8]) throws(Fault) -> Void

  init(name: String, check: @escaping @Sendable ([UInt8]) throws(Fault) -> Void) {
    self.name = name
    self.check = check
  }

  /// All of them. Adding one is an entry here, and a folder of inputs.
  static let all: [FuzzTarget] = [.chat, .query, .archive, .export]

  /// The target of a name; nil where there is none.
  static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }

  /// What does not hold on an input, in words; nil where all does. On one thread: to wake others costs
  /// more than an input of some hundred bytes.
  func fault(on input: [UInt8]) -> String? {
    Parallel.$most.withValue(1) {
      do throws(Fault) {
        try check(input)
        return nil
      } catch {
        return error.words
      }
    }
  }
}

/// What should hold of an input and does not.
struct Fault: Error, Hashable {
  let words: String

  init(_ words: String) { self.words = words }

  /// Throws unless a condition holds; `words` say what is wrong.
  static func unless(_ holds: Bool, _ words: @autoclosure () -> String) throws(Fault) {
    guard holds else { throw Fault(words()) }
  }
}
