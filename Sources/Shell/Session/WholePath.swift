/// The whole path that a path means in a folder, without the steps `.` and `..` in it: what is one file by it
/// has one name.
func wholePath(_ path: String, in directory: String) -> String {
  var steps: [Substring] = []
  let path = path.hasPrefix("/") ? path : "\(directory)/\(path)"
  for step in path.split(separator: "/") where step != "." {
    if step == "..", steps.last != nil { steps.removeLast() } else { steps.append(step) }
  }
  return "/" + steps.joined(separator: "/")
}
