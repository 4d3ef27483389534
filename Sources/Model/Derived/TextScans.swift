extension TextColumn {
  /// What `count` counts in each text, nothing in a null one.
  func counts(_ count: (Span<UInt8>) -> Int) -> PlainColumn<Int64> {
    PlainColumn((0..<self.count).map { row in withBytes(of: row) { Int64(count($0)) } })
  }

  /// The stretches of each text that `scan` finds, in order; none in a null text.
  func stretches(_ scan: (Span<UInt8>, (Range<Int>) -> Void) -> Void) -> ListColumn {
    var places: [UInt64] = []
    var sizes: [UInt32] = []
    var bounds: [Int32] = [0]
    bounds.reserveCapacity(count + 1)
    for row in 0..<count {
      withBytes(of: row) { text in
        scan(text) { range in
          places.append(starts[row] + UInt64(range.lowerBound))
          sizes.append(UInt32(range.count))
        }
      }
      bounds.append(Int32(clamping: places.count))
    }
    return ListColumn(
      items: TextColumn(buffers: buffers, starts: places, lengths: sizes), bounds: bounds)
  }
}

extension ListColumn {
  /// How many elements each row has.
  var counts: PlainColumn<Int64> {
    PlainColumn((0..<count).map { Int64(range(of: $0).count) })
  }
}
