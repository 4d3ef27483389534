/// The longest text that every match of a pattern must hold, as far as it can be read off at the
/// top level of the pattern.
///
/// It decides quickly that a text does not match. Alternatives at the top level, letters of either
/// case and rules that cut a match short leave nothing that is sure to be there.
func requiredLiteral(of pattern: FoldedPattern) -> [UInt8]? {
  var longest: [UInt8] = []
  // The characters of the run so far, each as UTF-8.
  var run: [[UInt8]] = []
  var depth = 0
  func close() {
    let bytes = Array(run.joined())
    if bytes.count > longest.count { longest = bytes }
    run = []
  }
  for part in pattern.parts {
    switch part.kind {
    case .literal where depth == 0:
      if !part.characters.isEmpty {
        run.append(part.characters.flatMap { Array(String($0).utf8) })
      }
    case .comment, .option, .quotation: break
    case .quantifier where depth == 0:
      // The character before it may be missing, or be there again.
      _ = run.popLast()
      close()
    case .alternation where depth == 0: return nil
    case .rule: return nil
    case .open:
      close()
      depth += 1
    case .close: depth -= 1
    default: close()
    }
  }
  close()
  return longest.count >= 2 ? longest : nil
}
