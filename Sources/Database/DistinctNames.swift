/// Names as the columns of one table, in their order: SQLite tells them apart without regard to the case
/// of A to Z and ends them at a NUL. The second of two that are alike has `_2` behind it.
public func distinctNames(_ names: [String]) -> [String] {
  var known: Set<String> = []
  // The number that the next column of a name is tried with.
  var numbers: [String: Int] = [:]
  return names.map { name in
    let plain = String(name.unicodeScalars.map { $0 == "\0" ? " " : Character($0) })
    let key = lowercasedName(plain)
    var free = plain
    while !known.insert(lowercasedName(free)).inserted {
      let number = numbers[key] ?? 2
      free = "\(plain)_\(number)"
      numbers[key] = number + 1
    }
    return free
  }
}

/// The name, or the first of `name_2`, `name_3` … that is not among others in lower case.
public func freeName(_ name: String, among others: Set<String>) -> String {
  guard others.contains(lowercasedName(name)) else { return name }
  var number = 2
  while others.contains(lowercasedName("\(name)_\(number)")) { number += 1 }
  return "\(name)_\(number)"
}

/// A name in the lower case that SQLite compares names in: that of A to Z.
public func lowercasedName(_ name: String) -> String {
  String(decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}
