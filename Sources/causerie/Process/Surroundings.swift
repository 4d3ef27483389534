import Diagnostics
import Glibc

/// What the process finds around it, besides its terminal and its environment.
enum Surroundings {
  /// The current folder's absolute path. One that was deleted has no name, and one whose name is not UTF-8 none that
  /// could be written here; the path of it that the system keeps for each process (proc_pid_cwd(5)) leads there all
  /// the same.
  static func currentFolder() -> String {
    guard let path = unsafe getcwd(nil, 0) else { return "/proc/self/cwd" }
    defer { unsafe free(path) }
    return unsafe String(validatingCString: path) ?? "/proc/self/cwd"
  }

  /// The wall-clock second in the zone of the system, from 1970-01-01 00:00 as the clock on the
  /// wall said it.
  static func wallClock() -> Int64 {
    var now = time(nil)
    var local = unsafe tm()
    guard unsafe localtime_r(&now, &local) != nil else { return Int64(now) }
    return unsafe Int64(timegm(&local))
  }

  /// Names the file of the local time zone where the environment names none: the C library asks the
  /// system for it at each conversion otherwise, which libarchive makes for each member of a zip.
  /// To be called before there are threads.
  static func nameTimeZone() { unsafe setenv("TZ", ":/etc/localtime", 0) }

  /// Files that may be open at the same moment: a load has one for each core, a spreadsheet seven, and Dispatch ends
  /// the process where it finds none for itself.
  private static let openFiles: rlim_t = 64

  /// Lets the process have as many files open as it may need, where it was started with fewer.
  static func allowOpenFiles() throws(Diagnostic) {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0,
      limit.rlim_cur < openFiles
    else { return }
    guard limit.rlim_max >= openFiles else {
      throw Diagnostic(
        "no more than \(limit.rlim_max) files may be open here, and it takes \(openFiles)",
        help: "ulimit -n \(openFiles), where causerie is started, allows them")
    }
    limit.rlim_cur = openFiles
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }

  /// Seconds on a clock that never goes back.
  static func uptime() -> Double {
    var now = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// Whether there is something at a path.
  static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// What a folder holds, as far as it can be read; a relative path starts from the current one.
  static func entries(of folder: String) -> [(name: String, isFolder: Bool)] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      let isKnown = unsafe stat(folder + "/" + name, &status) == 0
      entries.append((name, isKnown && status.st_mode & S_IFMT == S_IFDIR))
    }
    return entries
  }
}
