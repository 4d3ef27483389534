import Diagnostics
import Model

extension InputSearch {
  /// Adds the files of a folder and of the folders in it, each folder once for the request, so that
  /// a link that leads back up ends nowhere.
  mutating func walk(
    _ path: Path, label: String, _ identity: FileIdentity, request: Int
  ) throws(Diagnostic) {
    var waiting = [(path: path, label: label, identity: identity)]
    // A walk leads to each file once.
    let isFirst = entries.isEmpty
    var entered: Set<FileIdentity> = []
    while let next = waiting.popLast() {
      try interrupt.check()
      guard entered.insert(next.identity).inserted else { continue }
      let known = walked[next.identity]
      let isNew = known == nil
      // By whichever path a folder is entered, its files are the same entries.
      let base = known ?? next.path
      walked[next.identity] = base
      let listing: FolderListing
      do throws(SystemError) {
        listing = try FolderListing(of: next.path)
      } catch {
        let failure = InputFailure(error)
        if isNew { problems.append(Problem(next.label, failure)) }
        closed[request] = closed[request] ?? Diagnostic("“\(next.label)” \(failure.reason)")
        continue
      }
      if isNew { hidden += listing.hidden }
      let folder = folder(at: next.path, label: next.label)
      let prefix = Path(next.label).appending([]).text
      if isFirst, entries.isEmpty { reserve(listing.entries.count) }
      var folders: [(path: Path, label: String, identity: FileIdentity)] = []
      for place in FolderWalk.order(of: listing.entries) {
        let entry = listing.entries[place]
        let file = InputEntry(
          FilePlace(entry.name, in: base), behind: prefix, folder: folder, request: request)
        if entry.kind == .file {
          add(file, isNew: isFirst)
          continue
        }
        let path = base.appending(entry.name)
        let label = file.label
        switch FileStatus.of(path) {
        case .success(let status) where status.kind == .file: add(file, isNew: isFirst)
        case .success(let status) where status.kind == .folder:
          folders.append((path, label, status.identity))
        case .success(let status):
          if isNew { problems.append(Problem(label, InputFailure(notAFile: status.kind))) }
        case .failure(let error):
          if isNew { problems.append(Problem(label, InputFailure(error))) }
        }
      }
      // The last one waiting is the next to be read.
      waiting += folders.reversed()
    }
  }
}

/// The order in which the entries of a folder are read.
private enum FolderWalk {
  /// Their places: of chunks by their number, then of the others in natural order of their names.
  static func order(of entries: [FolderListing.Entry]) -> [Int] {
    var numbered: [(ordinal: Int, place: Int)] = []
    numbered.reserveCapacity(entries.count)
    var others: [Int] = []
    for place in entries.indices {
      if let ordinal = ChunkName.ordinal(in: entries[place].name) {
        numbered.append((ordinal, place))
      } else {
        others.append(place)
      }
    }
    numbered.sort { a, b in
      a.ordinal == b.ordinal
        ? entries[a.place].name.lexicographicallyPrecedes(entries[b.place].name)
        : a.ordinal < b.ordinal
    }
    others.sort { NaturalOrder.areInOrder(entries[$0].name, entries[$1].name) }
    return numbered.map(\.place) + others
  }
}
