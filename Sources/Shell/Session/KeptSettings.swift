import Diagnostics
import Output
import Reading

/// An init file with the settings in it that are to be kept.
struct KeptSettings {
  /// Its text.
  let text: String

  /// How many settings it makes.
  let count: Int

  /// The text of an init file, changed so that it makes these settings: a line that sets one says its
  /// value, or is gone where the value is what it is anyway; those that no line sets come last. Every
  /// other line stays.
  init(_ settings: Settings, in text: String) {
    let initial = Settings()
    var missing = Setting.all.filter { $0.read(settings) != $0.read(initial) }
    count = missing.count
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let setting = KeptSettings.setting(in: line) else {
        lines.append(String(line))
        continue
      }
      guard let place = missing.firstIndex(where: { $0.name == setting.name }) else { continue }
      lines.append(KeptSettings.line(missing.remove(at: place), settings))
    }
    while lines.last == "" { lines.removeLast() }
    lines += missing.map { KeptSettings.line($0, settings) }
    self.text = lines.map { $0 + "\n" }.joined()
  }

  /// The setting that a line does nothing but set; nil for any other line.
  private static func setting(in line: Substring) -> Setting? {
    let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard words.count == 3, words[0] == "set" else { return nil }
    return Setting.named(String(words[1]))
  }

  private static func line(_ setting: Setting, _ settings: Settings) -> String {
    "set \(setting.name) \(setting.read(settings))"
  }
}

extension Session {
  /// Writes the settings to the init file.
  func keepSettings(_ console: Console) throws(Diagnostic) {
    guard let path = world.initFile else { return }
    var file = TargetFile(path: TargetFile.behindLinks(path), directory: world.directory)
    file.replaces = true
    file.makesFolder = true
    file.interrupt = world.interrupt
    var text = ""
    // What is neither absent nor a file is refused by whoever reads it.
    if try file.inspect() != .absent {
      text = try readText(at: path, directory: world.directory)
    }
    let kept = KeptSettings(settings, in: text)
    try file.write { (sink) throws(Diagnostic) in try sink.write(kept.text) }
    console.tell("wrote \(path): \(counted(kept.count, "setting"))")
  }
}
