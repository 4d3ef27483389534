import Glibc

/// What the process finds around it, besides its terminal and its environment.
enum World {
  /// The current folder's absolute path; nil where it was deleted.
  static func currentFolder() -> String? {
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The wall-clock second in the zone of the system, from 1970-01-01 00:00 as the clock on the
  /// wall said it.
  static func wallClock() -> Int64 {
    var now = time(nil)
    var local = unsafe tm()
    guard unsafe localtime_r(&now, &local) != nil else { return Int64(now) }
    return unsafe Int64(timegm(&local))
  }
}
