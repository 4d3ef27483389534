import Diagnostics
import Foundation
import Model
import Testing

@testable import Reading

/// Loads a file of these bytes, or standard input for the name `-`: the paths that gave messages, what is wrong with the load, and the
/// rows of `problems`.
func loadArchive(
  _ bytes: [UInt8], as name: String, _ limits: ArchiveLimits = ArchiveLimits()
) throws -> (read: [String], failure: String?, problems: [String]) {
  let sandbox = try InputSandbox()
  let isFile = name != "-"
  if isFile { try sandbox.write(bytes, to: name) }
  var options = ReadingOptions(directory: sandbox.path)
  options.limits = limits
  if !isFile { options.standardInput = bytes }
  let (corpus, report) = try read([LoadRequest(path: name)], options: options)
  // Nothing is ever written.
  #expect(
    try FileManager.default.contentsOfDirectory(atPath: sandbox.path) == (isFile ? [name] : []))
  return (
    corpus.files.filter { $0.kind != .other }.map(\.path), report.outcomes[0].failure?.message,
    corpus.problems.map { "\($0.file ?? ""): \($0.detail)" }
  )
}
