import Diagnostics
import Glibc

extension TargetFile {
  /// Removes what an export to this target left beside it that was killed with no moment to clean up:
  /// drafts whose process is gone, or has our number, and which nobody has locked.
  func removeAbandonedDrafts() {
    let prefix = draftPrefix
    for name in (try? entries(of: folder)) ?? [] where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count)), process > 0,
        process == getpid() || kill(process, 0) != 0 && errno == ESRCH
      else { continue }
      let draft = folder + name
      let descriptor = openToRead(draft, O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { continue }
      // A process on another computer has a number that says nothing here, but its lock.
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, unsafe unlink(draft) != 0 {
        removeFolder(draft)
      }
      close(descriptor)
    }
  }

  /// An error that also names the draft, which could not be removed.
  func naming(_ draft: String, in error: Diagnostic) -> Diagnostic {
    var named = error
    let words = "what was written stays as \(draft)"
    named.help = named.help.map { "\($0); \(words)" } ?? words
    return named
  }
}
