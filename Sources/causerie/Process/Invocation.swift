/// What the process was asked to do, as plain values.
struct Invocation: Equatable {
  /// The work.
  enum Task: Equatable {
    /// Load the paths; then carry out the lines of `-c`, or where there are none, what is typed
    /// or piped.
    case explore(paths: [String], lines: [String])
    /// Load the paths and run a saved script.
    case run(script: String, parameters: [Parameter], paths: [String])
    /// Show the parameters that a script declares.
    case describe(script: String)
    /// Check a script without running it.
    case check(script: String)
  }

  /// A value for a parameter of a script: `--name value` or `--name=value`.
  struct Parameter: Equatable {
    var name: String
    var value: String
  }

  var task: Task
  /// The form in which tables are shown.
  var output = OutputForm.table
  /// The order of day, month and year to take for granted; nil decides it by the lines.
  var dateOrder: DateOrderName?
  /// Whether colour is forbidden, whatever the streams are.
  var noColor = false
  /// Whether notes and progress are left out.
  var quiet = false
  /// Whether a line that fails does not keep the following ones from running.
  var keepGoing = false
  /// Whether the init script is passed over.
  var noInit = false
}
