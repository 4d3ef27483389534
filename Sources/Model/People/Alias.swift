/// A name that stands for a person called otherwise, as the user says.
public struct Alias: Sendable, Hashable {
  /// The name that exports or notices have: a contact's name, a telephone number.
  public let name: String

  /// What the person is called.
  public let person: String

  /// A name of a person.
  public init(name: String, person: String) {
    self.name = name
    self.person = person
  }
}

/// Aliases by the names that they are for. Names compare folded, telephone numbers as numbers.
public struct AliasBook: Sendable {
  /// The person of each folded name.
  private var names: [String: String] = [:]

  /// The numbers that have an alias, by ``PhoneNumber/tail``.
  private var numbers: [String: [(number: PhoneNumber, person: String)]] = [:]

  /// A book of aliases; of two for one name the last counts.
  public init(_ aliases: [Alias]) {
    for alias in aliases {
      names[AliasBook.key(alias.name)] = alias.person
      guard let number = PhoneNumber(alias.name) else { continue }
      numbers[number.tail, default: []].append((number, alias.person))
    }
  }

  /// The person that a name stands for; nil where no alias is for it, or where it is a number that
  /// those of several people might be.
  public func person(for name: String) -> String? {
    if let person = names[AliasBook.key(name)] { return person }
    guard let number = PhoneNumber(name) else { return nil }
    let same = (numbers[number.tail] ?? []).filter { $0.number.isSame(as: number) }
    guard let first = same.first, same.allSatisfy({ $0.person == first.person }) else {
      return nil
    }
    return first.person
  }

  /// What two spellings of one name have in common.
  public static func key(_ name: String) -> String {
    guard let number = PhoneNumber(name) else { return Fold.string(name) }
    return (number.isInternational ? "+" : "") + number.digits
  }
}
