import Database
import Diagnostics
public import Model
import Query
import Reading

/// A conversation with the user: what is loaded, what names mean, how answers look. The only state
/// of the program that lasts; it is passed `inout` to whatever changes it.
public struct Session: Sendable {
  /// What the session knows of the world.
  public var world: World

  /// What the user has set.
  public var settings: Settings

  /// What was asked to be loaded, in the order asked.
  var requests: [LoadRequest] = []

  /// What became of each of them at the last load.
  var outcomes: [ReadingReport.Outcome] = []

  /// What standard input held, where it was loaded.
  var standardInput: [UInt8]?

  /// How dates are read where the user knows better; nil to decide by the lines.
  var dateOrder: DateOrder?

  /// What is loaded, with people called as aliases say.
  public var corpus: Corpus { tables.corpus }

  /// Its tables.
  private var tables = TableShelf(Corpus())

  /// What questions in SQL have copied of the tables.
  private(set) var database = QuestionDatabase(functions: TextFunction.all)

  /// What the tables were seen through when it was copied.
  var databaseLens = Lens()

  /// What is loaded, with people called as the exports call them.
  private(set) var unaliased = Corpus()

  /// What names mean.
  var scope = Scope()

  /// `_`: the last table of a successful line.
  public internal(set) var last: Table?

  /// What the line that runs asks of the program besides an answer: to leave, or to carry out a text;
  /// nil for nothing.
  var wish: Outcome?

  /// The statements that succeeded, oldest first, as lines of a script.
  var done: [String] = []

  /// What was typed, oldest first: in earlier sessions, as far as the program remembers them, then
  /// in this one.
  public var typed: [String] = []

  /// The world that questions see; kept between lines since it costs a pass over the messages.
  private var questions: Environment

  /// A session in a world with nothing loaded.
  public init(world: World) {
    self.world = world
    settings = Settings()
    questions = Environment(now: world.now(), seed: world.seed)
  }

  /// Whether anything is loaded.
  public var isEmpty: Bool { corpus.messages.count == 0 }

  /// How dates are read, as `--date-order` says: `dmy`, `mdy` or `ymd`; false for anything else.
  public mutating func setDateOrder(_ name: String) -> Bool {
    guard let order = DateOrder(rawValue: name) else { return false }
    dateOrder = order
    return true
  }

  /// What derived columns take from the settings.
  var lens: Lens {
    let interrupt = world.interrupt
    return Lens(
      silence: settings.conversation, topics: scope.topics.map { $0.seen(notes: questions.notes) },
      isInterrupted: { interrupt.isRaised })
  }

  /// Puts a corpus in the place of what was loaded; results that stood on the old one are dropped.
  mutating func replace(_ corpus: Corpus) {
    unaliased = corpus
    last = nil
    scope.last = nil
    setAliases(scope.aliases)
  }

  /// Calls people by other aliases.
  mutating func setAliases(_ aliases: [Alias]) {
    scope.aliases = aliases
    tables = TableShelf(unaliased.calling(aliases))
    database = QuestionDatabase(functions: TextFunction.all)
    questions.load(corpus)
  }

  /// The table of the session with a name.
  func table(_ name: TableName) -> Table {
    tables.table(name, through: lens)
  }

  /// The table that a line begins with; a remark goes with it where nothing is loaded.
  func opening(_ name: TableName) -> Table {
    if corpus.files.isEmpty, ![.aliases, .topics].contains(name) {
      questions.notes.add(.nothingLoaded(in: world))
    }
    return table(name)
  }

  /// What questions see of the world, with names as `scope` gives them.
  func environment(_ scope: Scope) -> Environment {
    var environment = questions
    environment.now = world.now()
    environment.interrupt = world.interrupt
    environment.parameters = scope.parameters
    environment.tables = tables(scope)
    return environment
  }

  /// The tables that `x in NAME.COLUMN` may name.
  private func tables(_ scope: Scope) -> Environment.Tables {
    let session = self
    return Environment.Tables(
      names: { TableName.allCases.map(\.rawValue) + scope.views.keys.sorted() },
      schema: { (name) throws(Diagnostic) in
        if let table = TableName(rawValue: name) { return Schema(TableDefinition.named(table)) }
        return scope.views[name]?.schema
      },
      table: { (name) throws(Diagnostic) in
        if let table = TableName(rawValue: name) { return session.table(table) }
        guard scope.views[name] != nil else { return nil }
        var inner = session
        return try inner.evaluate(view: name, in: scope)
      })
  }
}
