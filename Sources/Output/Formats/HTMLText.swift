import Model

/// Appends a text as HTML shows it as it is: what HTML would act on is escaped, control characters are
/// shown as marks, matches are marked.
///
/// Only addresses of the web become links; whatever else calls itself one stays text.
///
/// - Parameter matches: bytes of the text, half-open, ascending.
func appendMarkup(_ text: String, matches: [Range<Int>] = [], to bytes: inout [UInt8]) {
  let source = Array(text.utf8)
  let links = source.contains(UInt8(ascii: ".")) ? Links.ranges(in: text) : []
  guard !links.isEmpty || !matches.isEmpty else {
    appendEscaped(source.span, to: &bytes)
    return
  }
  var cuts = Set([0, source.count])
  for range in links + matches { cuts.formUnion([range.lowerBound, range.upperBound]) }
  let places = cuts.filter { $0 <= source.count }.sorted()
  var nextLink = 0
  var nextMatch = 0
  for (start, end) in zip(places, places.dropFirst()) {
    while nextLink < links.count, links[nextLink].upperBound <= start { nextLink += 1 }
    while nextMatch < matches.count, matches[nextMatch].upperBound <= start { nextMatch += 1 }
    let link = nextLink < links.count && links[nextLink].contains(start) ? links[nextLink] : nil
    if let link, link.lowerBound == start {
      let address = source.span.extracting(link)
      let scheme = address[0] | 0x20 == UInt8(ascii: "w") ? "https://" : ""
      bytes.append(contentsOf: "<a rel=\"noopener noreferrer nofollow\" href=\"\(scheme)".utf8)
      appendEscaped(address, to: &bytes)
      bytes.append(contentsOf: "\">".utf8)
    }
    let isMatch = nextMatch < matches.count && matches[nextMatch].contains(start)
    if isMatch { bytes.append(contentsOf: "<mark>".utf8) }
    appendEscaped(source.span.extracting(start..<end), to: &bytes)
    if isMatch { bytes.append(contentsOf: "</mark>".utf8) }
    if let link, link.upperBound == end { bytes.append(contentsOf: "</a>".utf8) }
  }
}

/// Appends bytes of UTF-8 with what is special escaped.
private func appendEscaped(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
  var start = 0
  while let place = specialBytes.first(in: text, from: start) {
    bytes.append(copying: text.extracting(start..<place))
    start = place + 1
    switch text[place] {
    case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
    case 0xC2 where place + 1 < text.count && text[place + 1] <= 0x9F:
      let scalar = Unicode.Scalar(text[place + 1])
      bytes.append(contentsOf: visible(String(scalar)).utf8)
      start = place + 2
    case 0xC2: bytes.append(0xC2)
    case UInt8(ascii: "\n"), UInt8(ascii: "\t"): bytes.append(text[place])
    default: bytes.append(contentsOf: visible(String(Unicode.Scalar(text[place]))).utf8)
    }
  }
  bytes.append(copying: text.extracting(start...))
}

/// What ends a stretch that can be copied: controls, the signs of HTML, and the first byte of U+0080 to
/// U+009F.
private let specialBytes = ByteClass { byte in
  byte < 0x20 || byte == 0x7F || byte == 0xC2 || "&<>\"'".utf8.contains(byte)
}
