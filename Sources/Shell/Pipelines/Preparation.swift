import Diagnostics
import Query

/// What a verb is told when a call of it is checked.
struct Preparation {
  /// The columns of the table before it; nil where it stands first.
  let input: Schema?

  /// What names mean.
  let scope: Scope

  /// The session as it is before the line runs; what a line changes is seen when it runs.
  let session: Session

  /// The call, to point at as a whole.
  let call: Call

  /// What questions see of the world.
  var environment: Environment { session.environment(scope) }
}
