import Foundation
import Testing

/// The inputs of a target that stand beside the tests: what it began with, and what it found.
private enum Inputs {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Inputs")

  static func all(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = folder.appending(path: target.name)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted().map { name in
      (name, Array(try Data(contentsOf: folder.appending(path: name))))
    }
  }
}

@Test(arguments: FuzzTarget.all.map(\.name))
func `what holds of any input holds of those that were found`(name: String) throws {
  let target = try #require(FuzzTarget.named(name))
  let inputs = try Inputs.all(of: target)
  #expect(inputs.count > 5)
  for input in inputs {
    #expect(target.fault(on: input.bytes) == nil, "\(name)/\(input.name)")
  }
}

@Test func `every folder of inputs is that of a target, with a dictionary`() throws {
  let names = try FileManager.default.contentsOfDirectory(atPath: Inputs.folder.path())
  let targets = FuzzTarget.all.map(\.name)
  #expect(Set(names) == Set(targets + targets.map { "\($0).dict" }))
}
