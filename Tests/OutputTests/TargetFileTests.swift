import Diagnostics
import Foundation
import Testing

@testable import Output

/// A folder of a test's own, gone when the test is.
private final class Folder {
  let path = NSTemporaryDirectory() + "causerie-output-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func put(_ text: String, in name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
  }

  func text(of name: String) -> String? {
    try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  func target(_ name: String) -> TargetFile { TargetFile(path: name, directory: path) }
}

private func write(_ text: String, to target: TargetFile) throws(Diagnostic) {
  try target.write { (sink) throws(Diagnostic) in try sink.write(text) }
}

@Test func `slashes at the end of a folder's name are no part of it, however many`() throws {
  let folder = try Folder()
  func write(_ name: String, _ slashes: Int) throws(Diagnostic) {
    try folder.target(name + String(repeating: "/", count: slashes)).writeFolder(
      of: "test", isOurs: { _ in true },
      { (draft) throws(Diagnostic) in try draft.write([0x61], to: "file", in: nil) })
  }
  for (name, slashes) in [("a", 1), ("b", 2), ("c", 100_000)] {
    try write(name, slashes)
    #expect(folder.text(of: "\(name)/file") == "a")
  }
  #expect(folder.names == ["a", "b", "c"])
}

/// The complaint of what is expected to fail.
private func complaint(_ body: () throws(Diagnostic) -> Void) -> Diagnostic? {
  do throws(Diagnostic) {
    try body()
    return nil
  } catch { return error }
}

@Test func `a new file holds what was written, and nothing lies beside it`() throws {
  let folder = try Folder()
  try write("whole", to: folder.target("a.csv"))
  #expect(folder.names == ["a.csv"] && folder.text(of: "a.csv") == "whole")
}

@Test func `an existing file is left alone, and a free name is offered`() throws {
  let folder = try Folder()
  try folder.put("old", in: "a.csv")
  try folder.put("older", in: "a-2.csv")
  let said = complaint { () throws(Diagnostic) in try write("new", to: folder.target("a.csv")) }
  #expect(said?.message == "“a.csv” exists already (3 bytes)")
  #expect(said?.help == "--force replaces it; or write to a-3.csv")
  #expect(folder.text(of: "a.csv") == "old")
}

@Test func `a file that another process makes in the meantime is left alone`() throws {
  let folder = try Folder()
  let said = complaint { () throws(Diagnostic) in
    try folder.target("a.csv").write { (sink) throws(Diagnostic) in
      try sink.write("new")
      try? folder.put("other", in: "a.csv")
    }
  }
  #expect(said?.message == "“a.csv” exists already (5 bytes)")
  #expect(folder.names == ["a.csv"] && folder.text(of: "a.csv") == "other")
}

@Test func `a file that is replaced keeps its mode`() throws {
  let folder = try Folder()
  try folder.put("old", in: "a.csv")
  try FileManager.default.setAttributes(
    [.posixPermissions: 0o600], ofItemAtPath: "\(folder.path)/a.csv")
  var target = folder.target("a.csv")
  target.replaces = true
  try write("new", to: target)
  let mode = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/a.csv")[
    .posixPermissions]
  #expect(folder.text(of: "a.csv") == "new" && mode as? Int == 0o600)
}

@Test func `rows are added behind what is there, on a line of their own`() throws {
  let folder = try Folder()
  try folder.put("a\n", in: "a.csv")
  try folder.put("a", in: "cut.csv")
  for name in ["a.csv", "cut.csv", "none.csv"] {
    var target = folder.target(name)
    target.appends = true
    try write("b\n", to: target)
  }
  #expect(folder.text(of: "a.csv") == "a\nb\n")
  #expect(folder.text(of: "cut.csv") == "a\nb\n")
  #expect(folder.text(of: "none.csv") == "b\n")
}

@Test(arguments: [
  ("a.csv", "a-2.csv"), ("a.csv.gz", "a-2.csv.gz"), ("a.GZ", "a-2.GZ"), ("a", "a-2"),
])
func `the free name that is offered has the same ending`(taken: String, free: String) throws {
  let folder = try Folder()
  try folder.put("old", in: taken)
  let said = complaint { () throws(Diagnostic) in try write("new", to: folder.target(taken)) }
  #expect(said?.help == "--force replaces it; or write to \(free)")
}

@Test(arguments: ["a", "é", "語", "🌸"])
func `a name may be as long as the file system lets it`(letter: String) throws {
  let folder = try Folder()
  let name = String(repeating: letter, count: 255 / letter.utf8.count)
  try write("whole", to: folder.target(name))
  #expect(folder.names == [name] && folder.text(of: name) == "whole")
}

@Test(arguments: [false, true])
func `what fails in the middle leaves the old file and no litter`(appends: Bool) throws {
  let folder = try Folder()
  try folder.put("old", in: "a.csv")
  var target = folder.target("a.csv")
  target.replaces = !appends
  target.appends = appends
  let said = complaint { () throws(Diagnostic) in
    try target.write { (sink) throws(Diagnostic) in
      try sink.write("half")
      throw Diagnostic.interrupted
    }
  }
  #expect(said == .interrupted)
  #expect(folder.names == ["a.csv"] && folder.text(of: "a.csv") == "old")
}

@Test func `a loaded input is never overwritten, by whatever name`() throws {
  let folder = try Folder()
  try folder.put("the chat", in: "chat.txt")
  try FileManager.default.linkItem(
    atPath: "\(folder.path)/chat.txt", toPath: "\(folder.path)/same.txt")
  for name in ["chat.txt", "./chat.txt", "same.txt"] {
    var target = folder.target(name)
    target.replaces = true
    target.inputs = ["chat.txt"]
    let said = complaint { () throws(Diagnostic) in try write("new", to: target) }
    #expect(said?.message.contains("is a loaded input") == true)
  }
  #expect(folder.text(of: "chat.txt") == "the chat")
}

@Test func `folders and symbolic links are refused`() throws {
  let folder = try Folder()
  try folder.put("old", in: "real.csv")
  try FileManager.default.createSymbolicLink(
    atPath: "\(folder.path)/link.csv", withDestinationPath: "real.csv")
  try FileManager.default.createDirectory(
    atPath: "\(folder.path)/sub", withIntermediateDirectories: false)
  for name in ["link.csv", "sub"] {
    var target = folder.target(name)
    target.replaces = true
    #expect(throws: Diagnostic.self) { try write("new", to: target) }
  }
  #expect(folder.text(of: "real.csv") == "old")
}

@Test func `a device is written to, never replaced`() throws {
  try write("gone", to: TargetFile(path: "/dev/null", directory: "/"))
  #expect(throws: Diagnostic.self) {
    try write("x", to: TargetFile(path: "/dev/full", directory: "/"))
  }
  var status = stat()
  #expect(unsafe stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
}

@Test func `a folder that is not there is said to be missing`() throws {
  let folder = try Folder()
  let said = complaint { () throws(Diagnostic) in try write("x", to: folder.target("no/a.csv")) }
  #expect(said?.message == "cannot write “no/a.csv”: No such file or directory")
  #expect(said?.help == "the folder does not exist: create it first")
}

/// A process that has ended, so that nobody has its number.
private func endedProcess() throws -> Int32 {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/true")
  try process.run()
  process.waitUntilExit()
  return process.processIdentifier
}

@Test func `what a killed export left beside a target is removed by the next export to it`() throws
{
  let folder = try Folder()
  let ended = try endedProcess()
  try folder.put("half", in: ".a.csv.causerie-\(ended)")
  try folder.put("half", in: ".b.csv.causerie-\(ended)")
  try FileManager.default.createDirectory(
    atPath: "\(folder.path)/.c.causerie-\(ended)", withIntermediateDirectories: true)
  try folder.put("half", in: ".c.causerie-\(ended)/1.txt")
  try write("whole", to: folder.target("a.csv"))
  #expect(folder.names == [".b.csv.causerie-\(ended)", ".c.causerie-\(ended)", "a.csv"])
  try write("whole", to: folder.target("c"))
  #expect(folder.names == [".b.csv.causerie-\(ended)", "a.csv", "c"])
}

@Test func `a draft of a process with our own number is no obstacle, as in containers`() throws {
  let folder = try Folder()
  try folder.put("half", in: ".a.csv.causerie-\(getpid())")
  try write("whole", to: folder.target("a.csv"))
  #expect(folder.names == ["a.csv"] && folder.text(of: "a.csv") == "whole")
}

@Test func `a draft of a process at work stays, also where its number says nothing`() throws {
  let folder = try Folder()
  let (running, ended) = (getppid(), try endedProcess())
  try folder.put("half", in: ".a.csv.causerie-\(running)")
  try folder.put("half", in: ".a.csv.causerie-\(ended)")
  let locked = unsafe open("\(folder.path)/.a.csv.causerie-\(ended)", O_RDONLY)
  #expect(flock(locked, LOCK_EX) == 0)
  defer { close(locked) }
  try write("whole", to: folder.target("a.csv"))
  #expect(Set(folder.names) == [".a.csv.causerie-\(running)", ".a.csv.causerie-\(ended)", "a.csv"])
}
