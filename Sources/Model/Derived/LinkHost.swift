extension Links {
  /// The host of a web address: lower case, without `www.`, the user before `@`, the port, and dots
  /// at its end; nil where the address has none. The address may lack `http://` or `https://`.
  public static func host(of address: Span<UInt8>) -> String? {
    var host = authority(of: address)
    for place in host where address[place] == UInt8(ascii: "@") {
      host = (place + 1)..<host.upperBound
    }
    let bracketed = !host.isEmpty && address[host.lowerBound] == UInt8(ascii: "[")
    let end = UInt8(ascii: bracketed ? "]" : ":")
    if let place = host.first(where: { address[$0] == end }) {
      host = host.lowerBound..<(bracketed ? place + 1 : place)
    }
    while let last = host.last, address[last] == UInt8(ascii: ".") { host = host.dropLast() }
    var name = String(address, host).lowercased()
    if name.hasPrefix("www."), name.utf8.count > 4 { name.removeFirst(4) }
    return name.isEmpty ? nil : name
  }

  /// What stands between the scheme and the path: user, host and port.
  private static func authority(of address: Span<UInt8>) -> Range<Int> {
    var start = 0
    for place in address.indices.dropLast(2) where address[place] == UInt8(ascii: ":") {
      if address[place + 1] == UInt8(ascii: "/"), address[place + 2] == UInt8(ascii: "/") {
        start = place + 3
      }
      break
    }
    var end = start
    while end < address.count, !"/?#\\".utf8.contains(address[end]) { end += 1 }
    return start..<end
  }
}
