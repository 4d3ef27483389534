import Glibc

/// A program of the user's own, started by the shell on this process's terminal.
struct ChildProcess {
  private let id: pid_t

  /// Where its standard input comes from; nil where that is the terminal.
  private(set) var input: Int32?

  /// Starts a command of `sh`, of which `$1` and so on are `arguments`; nil where the system starts
  /// nothing.
  ///
  /// - Parameter takesInput: whether its standard input is to be written to here.
  init?(_ command: String, arguments: [String] = [], takesInput: Bool = false) {
    var ends: [Int32] = [-1, -1]
    if takesInput {
      guard unsafe pipe(&ends) == 0 else { return nil }
      // Else the program would keep its own input open.
      _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if takesInput { unsafe posix_spawn_file_actions_adddup2(&actions, ends[0], 0) }
    let words = ["sh", "-c", command, "sh"] + arguments
    var pointers = unsafe words.map { unsafe strdup($0) } + [nil]
    defer {
      for index in unsafe pointers.indices { unsafe free(pointers[index]) }
    }
    var id: pid_t = 0
    let failure = unsafe posix_spawn(&id, "/bin/sh", &actions, nil, &pointers, environ)
    if takesInput { close(ends[0]) }
    guard failure == 0 else {
      if takesInput { close(ends[1]) }
      return nil
    }
    self.id = id
    input = takesInput ? ends[1] : nil
  }

  /// Says that nothing more comes.
  mutating func closeInput() {
    if let input { close(input) }
    input = nil
  }

  /// Asks it to end.
  func terminate() {
    kill(id, SIGTERM)
  }

  /// Waits until it has ended: its exit status, as a shell tells it. Whenever a signal comes meanwhile
  /// `onSignal` is called.
  func wait(onSignal: () -> Void) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0 {
      guard errno == EINTR else { return 0 }
      onSignal()
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
