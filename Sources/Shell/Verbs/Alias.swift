import Diagnostics
import Model
import Output
import Query
import Reading

extension Verb {
  /// Makes two names one.
  static let alias = Verb(
    "alias", .session, for: .session,
    summary: "make a name stand for a person; alone: list the aliases",
    usage: ["alias", "alias NAME = PERSON", "alias --from FILE"],
    details: """
      For a person whom exports call two names, or by a number. NAME is a name that is loaded, \
      PERSON what to call them: a name that is loaded too, and the two become one, or a new one. \
      Accents, case and the spelling of telephone numbers do not matter. An alias holds until \
      forget NAME or the end of the session, also for what is loaded later; it changes senders, \
      participants, events and mentions, but no text and no key.

      FILE is a csv of two columns, NAME and PERSON, or an address book (.vcf): its numbers stand \
      for its names. export writes such a csv: aliases | export aliases.csv
      """,
    options: [
      Option("--from", value: "FILE", "aliases from a csv or an address book", completes: .path)
    ],
    examples: ["alias Mamadou = \"Mamadou D.\"", "alias"], completes: .people
  ) { (arguments, preparation) throws(Diagnostic) in
    if let file = arguments.value("--from") {
      try arguments.atMost(0)
      return aliases(from: file)
    }
    guard !arguments.words.isEmpty else {
      return .command("list the aliases") { (session, console) throws(Diagnostic) in
        try session.show(session.table(.aliases), to: console)
      }
    }
    let alias = try Alias(arguments)
    do throws(Diagnostic) {
      var list = AliasList(preparation.scope.aliases)
      try list.add(alias)
    } catch {
      var error = error
      error.span = arguments.place
      throw error
    }
    return .command(
      "call “\(alias.name)” “\(alias.person)”",
      changing: { scope in
        var list = AliasList(scope.aliases)
        try? list.add(alias)
        scope.aliases = list.aliases
      },
      { (session, console) throws(Diagnostic) in
        do throws(Diagnostic) {
          try session.call(alias, to: console)
        } catch {
          var error = error
          error.span = arguments.place
          throw error
        }
      })
  }

  /// Takes aliases from a file.
  private static func aliases(from file: Word) -> Step {
    .command(
      "take aliases from \(file.text)", changing: { $0.hasUnreadAliases = true },
      { (session, console) throws(Diagnostic) in
        do throws(Diagnostic) {
          try session.callAll(of: file.text, to: console)
        } catch {
          var error = error
          error.span = error.span ?? file.span
          throw error
        }
      })
  }
}

extension Session {
  /// Makes the names of a file stand for people, and says of how many.
  fileprivate mutating func callAll(of path: String, to console: Console) throws(Diagnostic) {
    let file = try ContactFile(at: world.expanded(path), directory: world.directory)
    let tally = try call(file.entries, of: path)
    console.tell(
      counted(tally.names, "name") + " from \(path)"
        + (corpus.files.isEmpty ? "" : ", for \(grouped(tally.known)) of the people who are loaded")
    )
    if tally.repeated > 0 {
      let names = counted(tally.repeated, "name")
      console.say(.note("\(names) given again for another person: the first counts"))
    }
    if file.emptyCards > 0 {
      let cards = counted(file.emptyCards, "card")
      console.say(.note("\(cards) without a name or without a number"))
    }
  }
}

extension Alias {
  /// The alias that words make.
  fileprivate init(_ arguments: Arguments) throws(Diagnostic) {
    let sides = Assignment(arguments.words)
    let name = sides.name.joinedText
    guard let person = sides.value?.joinedText else {
      throw Diagnostic(
        "alias needs a name and a person", at: arguments.place,
        help: sides.name.count == 2
          ? "alias \(sides.name.map { Spelling.word($0.text) }.joined(separator: " = "))"
          : "alias \(Spelling.word(name)) = PERSON")
    }
    guard !name.isEmpty, !person.isEmpty else {
      throw Diagnostic(
        "alias needs a \(name.isEmpty ? "name before" : "person behind") the =",
        at: arguments.place, help: "alias \"+33 6 12 34 56 78\" = \"Karim\"")
    }
    self.init(name: Alias.plain(name), person: Alias.plain(person))
  }

  /// A name as senders are called: without the `~` of somebody who is no contact.
  private static func plain(_ name: String) -> String {
    guard name.hasPrefix("~") else { return name }
    let rest = name.dropFirst().drop { $0.isWhitespace }
    return rest.isEmpty ? name : String(rest)
  }
}
