import Diagnostics
import Model

/// Work on a thread of its own, which is left to itself once the user has asked to stop.
enum LongWork {
  /// What `work` makes. Throws what it throws, and ``Diagnostic/interrupted`` soon after the user has asked
  /// to stop, whatever it does; the interrupt of the environment that it is given stays raised then, and
  /// what it remarks is not heard.
  static func run<Value: Sendable>(
    in environment: Environment,
    _ work: @escaping @Sendable (Environment) throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value {
    let notes = Notes()
    let most = Parallel.most
    let value = try environment.interrupt.waiting { (interrupt) throws(Diagnostic) in
      var own = environment
      (own.notes, own.interrupt) = (notes, interrupt)
      return try Parallel.$most.withValue(most) {
        Result { [own] () throws(Diagnostic) in try work(own) }
      }.get()
    }
    for note in notes.take() { environment.notes.add(note) }
    return value
  }
}
