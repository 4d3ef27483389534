import Diagnostics

/// The chunks of a load, by what may hold a series: a folder, or several over which one is spread.
struct ChunkFolders {
  /// In the order of their first chunks.
  private(set) var groups: [Group] = []

  /// For each folder the place of its group.
  private var places: [Folder: Int] = [:]

  /// The place of the group that the last chunk was added to. Those of one mostly come one after the other.
  private var last = 0

  /// How many chunks the first folder has most likely.
  private let likely: Int

  /// A folder whose chunks were given one name.
  struct Folder: Hashable {
    /// Its place among those of the reading.
    let place: Int
    /// A request that gives the name.
    let request: Int
  }

  /// Folders whose chunks may be of one series.
  struct Group {
    /// In the order in which they were found.
    fileprivate(set) var folders: [Folder]
    fileprivate(set) var chunks: [ChunkFile]
  }

  /// None, where the first folder has so many chunks most likely.
  init(likely: Int) { self.likely = likely }

  /// Adds a chunk of a file, by its number among all, to those of a folder.
  mutating func add(_ chunk: ChunkFile, of file: Int, to folder: Folder) {
    var chunk = chunk
    chunk.file = file
    if groups.isEmpty || groups[last].folders[0] != folder {
      last = places[folder] ?? groups.count
      if last == groups.count {
        places[folder] = last
        groups.append(Group(folders: [folder], chunks: []))
        if last == 0 { groups[0].chunks.reserveCapacity(likely) }
      }
    }
    groups[last].chunks.append(chunk)
  }

  /// The groups, folders over which a series is spread being one.
  consuming func pooled(interrupt: Interrupt) throws(Diagnostic) -> [Group] {
    guard groups.count > 1 else { return groups }
    var pooled: [(first: Int, group: Group)] = []
    let byRequest = Dictionary(grouping: groups.indices) { groups[$0].folders[0].request }
    for places in byRequest.values {
      let spread = try SpreadSeries(places.map { groups[$0].chunks }, interrupt: interrupt)
      for members in spread.groups {
        let together = members.map { groups[places[$0]] }
        let group = Group(
          folders: together.flatMap(\.folders), chunks: together.flatMap(\.chunks))
        pooled.append((places[members[0]], group))
      }
    }
    return pooled.sorted { $0.first < $1.first }.map(\.group)
  }
}
