import Diagnostics
import Model
import Output
import Query
import Reading

/// The aliases of a session while others are added: no name is an alias twice, and no person is an
/// alias of another.
struct AliasList {
  /// The aliases, in the order in which they were made.
  private(set) var aliases: [Alias]

  /// Places in ``aliases`` by the ``AliasBook/key(_:)`` of the name.
  private var places: [String: Int] = [:]

  /// By the key of a person an alias of theirs.
  private var persons: [String: Alias] = [:]

  init(_ aliases: [Alias]) {
    self.aliases = aliases
    for (place, alias) in aliases.enumerated() {
      places[AliasBook.key(alias.name)] = place
      persons[AliasBook.key(alias.person)] = alias
    }
  }

  /// Adds an alias, in the place of one that the name has.
  ///
  /// - Throws: That the name is what others are called, or the person called otherwise: an alias of
  ///   an alias would hide who is meant.
  mutating func add(_ alias: Alias) throws(Diagnostic) {
    let (name, person) = (AliasBook.key(alias.name), AliasBook.key(alias.person))
    guard name != person else {
      throw Diagnostic("“\(alias.name)” is called so already")
    }
    if let place = places[person] {
      let other = aliases[place]
      throw Diagnostic(
        "“\(alias.person)” is itself an alias, of “\(other.person)”",
        help: AliasBook.key(other.person) == name
          ? "they are one already"
          : "alias \(Spelling.word(alias.name)) = \(Spelling.word(other.person))")
    }
    if let other = persons[name], aliases.contains(other) {
      throw Diagnostic(
        "“\(alias.name)” is what “\(other.name)” is called",
        help: "forget \(Spelling.word(other.name)), then call both “\(alias.person)”")
    }
    if let place = places[name] {
      aliases[place] = alias
    } else {
      places[name] = aliases.count
      aliases.append(alias)
    }
    persons[person] = alias
  }

  /// The place of the alias that a name has, however it is spelt; nil where it has none.
  func place(of name: String) -> Int? {
    if let place = places[AliasBook.key(name)] { return place }
    guard let number = PhoneNumber(name) else { return nil }
    return aliases.firstIndex { PhoneNumber($0.name)?.isSame(as: number) ?? false }
  }
}

extension Session {
  /// Makes a name stand for a person, and says what comes of it.
  ///
  /// - Throws: Why the alias cannot be, or that nobody who is loaded has the name.
  mutating func call(_ alias: Alias, to console: Console) throws(Diagnostic) {
    let known = try knownNames()
    let book = AliasBook([alias])
    let meant = known.filter { book.person(for: $0) != nil }
    let alias = Alias(
      name: meant.count == 1 ? meant[0] : alias.name,
      person: spelling(of: alias.person, among: known))
    var list = AliasList(scope.aliases)
    try list.add(alias)
    if let joined = unaliased.joined.first(where: { book.person(for: $0.name) != nil }),
      meant.isEmpty
    {
      throw Diagnostic(
        "“\(joined.name)” is called “\(joined.person)” since sources were merged",
        help: "alias \(Spelling.word(joined.person)) = \(Spelling.word(alias.person))")
    }
    guard known.isEmpty || !meant.isEmpty else {
      throw Diagnostic(
        "nobody who is loaded is called “\(alias.name)”",
        help: suggestion(for: alias.name, among: known) ?? "participants lists them")
    }
    setAliases(list.aliases)
    guard !known.isEmpty else {
      console.say(.note("nothing is loaded: the alias will hold for what is"))
      return
    }
    let messages = number(of: alias.person)
    console.tell(
      "“\(alias.name)” is “\(alias.person)”, with \(counted(messages, "message"))")
    guard !known.contains(alias.person),
      let close = nearestName(to: alias.person, among: known.filter { !meant.contains($0) })
    else { return }
    console.say(.note("nobody was called “\(alias.person)” before; closest: \(close)"))
  }

  /// What came of the names of a file.
  struct Tally {
    /// Names that stand for a person now.
    var names = 0
    /// Names given again for another person: the first counts.
    var repeated = 0
    /// People who are loaded and called otherwise now.
    var known = 0
  }

  /// Makes the names of a file stand for people.
  ///
  /// - Throws: Why one of them cannot; then none does.
  mutating func call(
    _ entries: [ContactFile.Entry], of path: String
  ) throws(Diagnostic) -> Tally {
    let known = try knownNames()
    let spellings = Dictionary(known.map { (AliasBook.key($0), $0) }) { first, _ in first }
    var tally = Tally()
    var list = AliasList(scope.aliases)
    var given: [String: String] = [:]
    for entry in entries {
      let (name, person) = (entry.alias.name, entry.alias.person)
      if let first = given[AliasBook.key(name)] {
        if first != person { tally.repeated += 1 }
        continue
      }
      given[AliasBook.key(name)] = person
      do throws(Diagnostic) {
        try list.add(Alias(name: name, person: spellings[AliasBook.key(person)] ?? person))
      } catch {
        throw Diagnostic("“\(path)” line \(entry.line): \(error.message)", help: error.help)
      }
    }
    setAliases(list.aliases)
    let book = AliasBook(entries.map(\.alias))
    tally.names = given.count
    tally.known = known.count { book.person(for: $0) != nil }
    return tally
  }

  /// Takes an alias away.
  mutating func forgetAlias(at place: Int) {
    var aliases = scope.aliases
    aliases.remove(at: place)
    setAliases(aliases)
  }

  /// The names of everybody who is loaded, as the exports have them.
  private func knownNames() throws(Diagnostic) -> [String] {
    let table = TableShelf(unaliased).table(.participants, through: lens)
    try world.interrupt.check()
    guard let names = table.column("name") else { return [] }
    return (0..<names.count).compactMap {
      if case .text(let name) = names[$0] { name } else { nil }
    }
  }

  /// A person as the exports spell them, if they do.
  private func spelling(of person: String, among names: [String]) -> String {
    let key = AliasBook.key(person)
    return names.first { AliasBook.key($0) == key } ?? person
  }

  private func number(of person: String) -> Int {
    guard let place = corpus.people.values.firstIndex(of: person) else { return 0 }
    return corpus.messages.senders.count { $0 == place }
  }
}
