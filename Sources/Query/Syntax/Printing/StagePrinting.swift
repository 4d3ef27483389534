extension Stage: CustomStringConvertible {
  /// The call of the stage as source.
  public var description: String {
    switch self {
    case .where(let condition): "where \(condition)"
    case .select(let columns): "select \(list(columns))"
    case .extend(let columns): "extend \(list(columns))"
    case .drop(let names): "drop \(list(names.map { Spelling.name($0.text) }))"
    case .rename(let renamings): "rename \(list(renamings))"
    case .sort(let keys): "sort \(list(keys))"
    case .take(let count): "take \(count)"
    case .skip(let count): "skip \(count)"
    case .sample(let count, let seed): "sample \(count)" + (seed.map { " seed \($0)" } ?? "")
    case .first(let count, let keys): "first" + more(count) + group("per", keys)
    case .last(let count, let keys): "last" + more(count) + group("per", keys)
    case .top(let count, let keys, let key): "top \(count)\(group("per", keys)) by \(key)"
    case .distinct(let columns): columns.isEmpty ? "distinct" : "distinct \(list(columns))"
    case .count(let keys, let fill): "count" + group("by", keys, fill: fill)
    case .summarize(let columns, let keys, let fill):
      "summarize \(list(columns))" + group("by", keys, fill: fill)
    case .pivot(let name, let cells):
      "pivot \(Spelling.name(name.text))" + (cells.map { ", \($0)" } ?? "")
    case .explode(let column): "explode \(column)"
    case .context(let before, let after):
      before == after ? "context \(before)" : "context \(before) \(after)"
    case .expect(let condition): "expect \(condition)"
    }
  }

  /// A number of rows where it is not the one that is meant without it.
  private func more(_ count: Amount) -> String { count == .rows(1) ? "" : " \(count)" }

  private func list(_ items: [some CustomStringConvertible]) -> String {
    items.map(\.description).joined(separator: ", ")
  }

  private func group(_ word: String, _ keys: [Column], fill: Bool = false) -> String {
    keys.isEmpty ? "" : " \(word) \(list(keys))" + (fill ? " fill" : "")
  }
}

extension Stage.Amount: CustomStringConvertible {
  /// The number as source: `3`, `$n`.
  public var description: String {
    switch self {
    case .rows(let count): "\(count)"
    case .parameter(let name): "$\(name.text)"
    }
  }
}

extension Stage.Column: CustomStringConvertible {
  /// The item as source; a comparison that would name it stands between brackets.
  public var description: String {
    if let name { return "\(Spelling.name(name.text)) = \(value)" }
    return value.beginsLikeNaming ? "(\(value))" : "\(value)"
  }
}

extension Stage.Renaming: CustomStringConvertible {
  /// The renaming as source.
  public var description: String { "\(Spelling.name(new.text)) = \(Spelling.name(old.text))" }
}

extension Stage.SortKey: CustomStringConvertible {
  /// The key as source; a minus that is the value's own stands between brackets.
  public var description: String {
    let source = value.description
    let shown = source.hasPrefix("-") ? "(\(source))" : source
    return descending ? "-\(shown)" : shown
  }
}

extension Stage.Reach: CustomStringConvertible {
  /// The reach as source: `3`, `10min`.
  public var description: String {
    switch self {
    case .messages(let count): "\(count)"
    case .time(let span): span.description
    }
  }
}
