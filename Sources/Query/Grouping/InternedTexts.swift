import Diagnostics
import Model

/// The distinct texts of a column, told apart by their bytes.
struct InternedTexts {
  /// Each row's place among the distinct texts, in the order in which they are met; -1 for null.
  let codes: [Int32]
  /// For each distinct text the first row that has it.
  let firstRows: [Int32]

  init(_ column: TextColumn, _ interrupt: Interrupt) throws(Diagnostic) {
    var table = HashTable(column)
    var codes: [Int32] = []
    codes.reserveCapacity(column.count)
    for row in 0..<column.count {
      if row & 0xFFF == 0 { try interrupt.check() }
      if table.isFull { try table.grow(interrupt) }
      codes.append(column.isNull(row) ? -1 : table.code(ofRow: row))
    }
    self.codes = codes
    firstRows = table.rows
  }
}

/// Texts by their hash, with open addressing: a slot holds one more than a code, 0 if it is free.
private struct HashTable {
  private(set) var rows: [Int32] = []
  private var hashes: [UInt64] = []
  private var slots = [Int32](repeating: 0, count: 64)
  private let column: TextColumn
  // Differs from run to run, so that nobody can make texts that all collide.
  private let seed = UInt64.random(in: .min ... .max)

  init(_ column: TextColumn) {
    self.column = column
  }

  mutating func code(ofRow row: Int) -> Int32 {
    let hash = hash(ofRow: row)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let code = slots[slot] - 1
      if hashes[Int(code)] == hash, isEqual(row, Int(rows[Int(code)])) { return code }
      slot = (slot + 1) & (slots.count - 1)
    }
    let code = Int32(rows.count)
    rows.append(Int32(row))
    hashes.append(hash)
    slots[slot] = code + 1
    return code
  }

  /// Whether it has to grow before another text.
  var isFull: Bool { rows.count * 2 > slots.count }

  mutating func grow(_ interrupt: Interrupt) throws(Diagnostic) {
    slots = try Checked.map(slots.count * 2, check: interrupt.check) { _ in 0 }
    try Checked.forEach(hashes.count, check: interrupt.check) { code in
      var slot = Int(truncatingIfNeeded: hashes[code]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(code) + 1
    }
  }

  private func hash(ofRow row: Int) -> UInt64 {
    column.withBytes(of: row) { bytes in
      var hash = seed ^ UInt64(bytes.count)
      // FNV-1a's step, then the mixing that ends MurmurHash3, since slots are taken from low bits.
      for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
      hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
      return hash ^ hash >> 33
    }
  }

  private func isEqual(_ a: Int, _ b: Int) -> Bool {
    column.withBytes(of: a) { one in
      column.withBytes(of: b) { other in
        guard one.count == other.count else { return false }
        for index in one.indices where one[index] != other[index] { return false }
        return true
      }
    }
  }
}
