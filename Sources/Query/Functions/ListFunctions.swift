import Model

extension Function {
  static let listFunctions: [Function] = [
    Function(
      "length", [Parameter("x", .textOrList)],
      "how many characters (code points) a text has, or elements a list",
      [Example("length(\"été\")", "3"), Example("length(split(\"a b\", \" \"))", "2")], gives: .int
    ) { arguments in
      if case .list(let lists) = arguments[0] {
        return .int(PlainColumn((0..<lists.count).map { Int64(lists.range(of: $0).count) }))
      }
      let texts = TextReader(arguments[0])
      return .int(
        PlainColumn(
          (0..<texts.count).map { row in
            texts.withBytes(of: row) { bytes in
              var scalars: Int64 = 0
              // Every byte but those that go on with a code point.
              for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { scalars += 1 }
              return scalars
            }
          }, nulls: arguments[0].nullRows))
    },
    Function(
      "join", [Parameter("l", .list), Parameter("sep", .text)],
      "the elements of a list as one text",
      [Example("join(split(\"a b\", \" \"), \"-\")", "a-b")], gives: .text
    ) { arguments in
      let lists = arguments.spread(0).asLists
      let separators = TextReader(arguments[1])
      return .text(
        TextColumn((0..<lists.count).map { lists[$0].joined(separator: separators[$0] ?? "") }))
    },
    Function(
      "head", [Parameter("l", .list)], "the first element of a list; null where it is empty",
      [Example("head(split(\"a b\", \" \"))", "a")], gives: .text
    ) { arguments in
      let lists = arguments[0].asLists
      return .text(
        lists.items.gatheredOrNull(
          (0..<lists.count).map { row in
            let range = lists.range(of: row)
            return range.isEmpty ? -1 : Int32(range.lowerBound)
          }))
    },
    Function(
      "tail", [Parameter("l", .list)], "a list without its first element",
      [Example("tail(split(\"a b c\", \" \"))", "b; c")], gives: .list
    ) { arguments in
      let lists = arguments[0].asLists
      var places: [Int32] = []
      var bounds: [Int32] = [0]
      for row in 0..<lists.count {
        for item in lists.range(of: row).dropFirst() { places.append(Int32(item)) }
        bounds.append(Int32(places.count))
      }
      return .list(ListColumn(items: lists.items.gathered(places), bounds: bounds))
    },
  ]
}

extension TextColumn {
  /// The given rows, in their order; null for a row below 0.
  func gatheredOrNull(_ rows: [Int32]) -> TextColumn {
    TextColumn(
      buffers: buffers, starts: rows.map { $0 < 0 ? 0 : starts[Int($0)] },
      lengths: rows.map { $0 < 0 ? TextColumn.null : lengths[Int($0)] })
  }
}
