/// The roles that colour has on a screen, and the only place that knows escape codes.
public struct Ink: Sendable {
  /// Whether anything is coloured at all.
  let isOn: Bool

  /// The ink of a screen.
  public init(_ screen: Screen) {
    isOn = screen.isTerminal && screen.isColored
  }

  /// What a piece of text is to the reader.
  public enum Role: Sendable, Hashable {
    /// Column names, days.
    case heading
    /// What is there but should not catch the eye: nulls, ids, rules, what was left out.
    case faint
    /// Where a search matched.
    case match
    /// A person; the number chooses one of the colours, the same for the same person.
    case person(Int)
    /// What a plot draws; the number is the place of its series, from 0.
    case series(Int)
    case error
    case warning
    case note
  }

  /// The text in the colour of its role; unchanged where there is no colour. The text must be
  /// ``visible(_:)`` already.
  public func paint(_ text: String, _ role: Role) -> String {
    guard isOn, !text.isEmpty else { return text }
    return "\u{1B}[\(code(of: role))m\(text)\u{1B}[0m"
  }

  /// The colours of persons: of the 16 that every terminal has, those that read on dark and on
  /// light ground.
  private static let people = ["36", "35", "34", "32", "33", "31", "96", "95", "94", "92"]

  /// The number of a person's colour, from 0 to 9: the same for the same name in every session, FNV-1a of
  /// its bytes.
  static func personPlace(_ name: String) -> Int {
    let hash = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return Int(hash >> 4) % people.count
  }

  /// The colours of series, neighbours far apart.
  private static let series = ["34", "33", "32", "35", "36", "31", "94", "92"]

  private func code(of role: Role) -> String {
    switch role {
    case .heading: "1"
    case .faint: "2"
    case .match: "1;33"
    case .person(let number): Ink.people[Int(UInt(bitPattern: number) % UInt(Ink.people.count))]
    case .series(let place): Ink.series[Int(UInt(bitPattern: place) % UInt(Ink.series.count))]
    case .error: "1;31"
    case .warning: "33"
    case .note: "2"
    }
  }
}
