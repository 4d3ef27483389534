import CMapping
import Foundation
import Synchronization
import Testing

@testable import Reading

/// What the threads below tell each other, in no order that would hide a race.
private final class Signals: Sendable {
  /// Readers that have begun.
  let started = Atomic(0)
  /// Whether the file is another one by now.
  let isWritten = Atomic(false)
  /// How often bytes were read that never stood in the file when it was mapped.
  let wrong = Atomic(0)
}

extension MappedFileTests {
  @Test func `threads go on reading a mapped file while others write to it and map more`() throws {
    let line = "17/02/2025, 16:14 - Ana: la haie du voisin a poussé\n"
    let text = Array(String(repeating: line, count: 5_000).utf8)
    let sandbox = try InputSandbox(["other.txt": InputSample.export])
    let otherPath = sandbox.path + "/other.txt"
    for round in 0..<2 {
      try sandbox.write(text, to: "chat\(round).txt")
      let path = sandbox.path + "/chat\(round).txt"
      let file = try #require(try mapped(path), "the system guards no file here")
      let signals = Signals()
      let ended = DispatchGroup()
      for reader in 0..<3 {
        ended.enter()
        Thread.detachNewThread {
          signals.started.add(1, ordering: .relaxed)
          var isLast = false
          repeat {
            isLast = signals.isWritten.load(ordering: .relaxed)
            if Array(file.bytes) != text { signals.wrong.add(1, ordering: .relaxed) }
            // One of them maps another file and lets go of it, in a place beside.
            guard reader == 0, let other = try? mapped(otherPath) else { continue }
            if Array(other.bytes) != Array(InputSample.export.utf8) {
              signals.wrong.add(1, ordering: .relaxed)
            }
          } while !isLast
          ended.leave()
        }
      }
      while signals.started.load(ordering: .relaxed) < 3 { sched_yield() }
      // Opening it waits until there is a copy.
      let writer = try #require(FileHandle(forWritingAtPath: path))
      try writer.truncate(atOffset: 0)
      try writer.write(contentsOf: Data("[nothing of it]".utf8))
      signals.isWritten.store(true, ordering: .relaxed)
      ended.wait()
      #expect(signals.wrong.load(ordering: .relaxed) == 0)
      #expect(mapping_guarded_count() == 0)
    }
  }
}
