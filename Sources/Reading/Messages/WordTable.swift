/// Things filed under the hash of a word; a word that nothing is filed under costs one look.
struct WordTable<Item: Sendable>: Sendable {
  /// A bit for each hash, by its low 14 bits.
  private var bits = [UInt64](repeating: 0, count: 256)
  /// The hashes, ascending, and beside them what is filed under each.
  private let hashes: [UInt64]
  private let items: [Item]

  init(_ filed: [(hash: UInt64, item: Item)]) {
    let sorted = filed.sorted { $0.hash < $1.hash }
    hashes = sorted.map(\.hash)
    items = sorted.map(\.item)
    for hash in hashes { bits[Int(hash >> 6 & 255)] |= 1 << (hash & 63) }
  }

  /// What is filed under a hash.
  subscript(hash: UInt64) -> ArraySlice<Item> {
    guard bits[Int(hash >> 6 & 255)] >> (hash & 63) & 1 == 1 else { return [] }
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < hashes.count, hashes[end] == hash { end += 1 }
    return items[low..<end]
  }
}
