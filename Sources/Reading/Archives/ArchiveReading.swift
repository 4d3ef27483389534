import CArchive
import Diagnostics
import Dispatch
import Glibc
import Model
import Synchronization

/// Reads archives on all cores: one thread decompresses, others look at what came out meanwhile; a
/// zip of many members is decompressed by several.
struct ArchiveReading {
  /// What the archives gave, in their order.
  var contents: [Contents]

  /// An archive to read.
  struct Archive: Sendable {
    /// Its own bytes, or where they are.
    let place: Place
    let kind: ArchiveKind
    /// The top of it.
    let top: ArchiveFolder
    /// The last part of its path.
    let name: ArraySlice<UInt8>
    /// Bytes.
    let size: Int

    enum Place: Sendable {
      case file(FilePlace)
      case memory([UInt8])
    }
  }

  /// What an archive gave.
  struct Contents: Sendable {
    /// Its files and those of the archives in it, as they came out of it.
    var batches: [[FileReading]] = []
    /// For each of them what puts it in order: to look at them themselves takes a while.
    var keys: [Key] = []
    /// The last parts of their paths, one behind the other.
    var names: [UInt8] = []
    /// The folders that they stand in, some perhaps several times.
    var folders: [ArchiveFolder?] = []
    /// What was said of each of its batches: ``MemberBatch/number``.
    var told: [Told] = []
    /// Archives in it that were opened.
    var opened: [InputFile] = []
    /// Files that were not looked at because of their names.
    var hidden = 0
  }

  /// What was said of a batch, or of the whole archive before there was any.
  struct Told: Sendable {
    let batch: Int
    /// What is wrong with archives in it, and doubtful about itself.
    var problems: [Problem] = []
    /// Why it could not be read to its end; nil where it could.
    var failure: InputFailure?
  }

  /// What puts a file in order.
  struct Key: Sendable {
    /// Its batch among those of the contents, and its place there.
    var batch: Int
    let place: Int
    /// The place of its folder among those of the contents.
    var folder: Int
    /// The number in its name; the largest there is where there is none.
    let ordinal: Int
    /// Its name among those of the contents.
    var name: Range<Int>
    /// Its place among the members of its archive.
    let index: Int
  }

  /// Reads some archives.
  ///
  /// - Parameter progress: told now and then how many files have been read, and how many bytes of
  ///   the archives; on the caller's thread.
  init(
    _ archives: [Archive], limits: ArchiveLimits, interrupt: Interrupt,
    progress: (_ files: Int, _ bytes: Int) -> Void
  ) throws(Diagnostic) {
    let jobs = ArchiveJobs(archives, ArchiveBudget(limits), interrupt: interrupt)
    jobs.start()
    while !jobs.wait(milliseconds: 50) { progress(jobs.files, jobs.bytes) }
    guard !interrupt.isRaised else {
      // What was read is given back where nobody waits.
      DispatchQueue.global(qos: .userInitiated).async { withExtendedLifetime(jobs) {} }
      throw .interrupted
    }
    contents = jobs.takeContents()
    progress(jobs.files, jobs.bytes)
  }
}

/// The work on some archives. What a job finds to do next it puts at the end of one queue: what came
/// out of an archive is looked at before more is taken out of it, so that little waits in memory.
private final class ArchiveJobs: Sendable {
  private let archives: [ArchiveReading.Archive]
  private let budget: ArchiveBudget
  private let interrupt: Interrupt
  private let queue = DispatchQueue(label: "archives", attributes: .concurrent)
  private let group = DispatchGroup()
  private let state: Mutex<State>
  private let filesRead = Atomic(0)
  private let bytesRead = ByteCounter()

  private struct State {
    var contents: [ArchiveReading.Contents]
    /// The next archive that nobody has begun with.
    var next = 0
    /// Streams of each archive that have more to give.
    var streams: [Int]
  }

  init(_ archives: [ArchiveReading.Archive], _ budget: ArchiveBudget, interrupt: Interrupt) {
    self.archives = archives
    self.budget = budget
    self.interrupt = interrupt
    state = Mutex(
      State(
        contents: Array(repeating: ArchiveReading.Contents(), count: archives.count),
        streams: Array(repeating: 0, count: archives.count)))
  }

  var files: Int { filesRead.load(ordering: .relaxed) }
  var bytes: Int { bytesRead.value }

  /// What the archives gave, handed over: nobody else holds it.
  func takeContents() -> [ArchiveReading.Contents] {
    state.withLock { state in
      defer { state.contents = [] }
      return state.contents
    }
  }

  /// Begins with as many archives as there are threads for.
  func start() {
    for _ in 0..<ArchiveJobs.threads { beginNext() }
  }

  /// Waits for the end of all work, so long at most; tells whether it has come.
  func wait(milliseconds: Int) -> Bool {
    group.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
  }

  private static var threads: Int {
    Swift.max(1, Swift.min(Parallel.most, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  private func enqueue(_ job: @escaping @Sendable () -> Void) {
    queue.async(group: group, execute: job)
  }

  /// Begins with the next archive, if there is one.
  private func beginNext() {
    let next = state.withLock { state in
      defer { state.next += 1 }
      return state.next
    }
    guard next < archives.count, !interrupt.isRaised else { return }
    enqueue { self.begin(next) }
  }

  private func begin(_ place: Int) {
    do throws(InputFailure) {
      let first = try open(place)
      // Small ones are not worth opening twice.
      let isShared = (first.declaredCount ?? 0) >= 4 * MemberStream.turn
      let count = isShared ? ArchiveJobs.threads : 1
      var streams: [MemberStream] = []
      for number in 0..<count {
        let archive = number == 0 ? first : try open(place)
        streams.append(
          MemberStream(archive, share: (number, count), budget: budget, interrupt: interrupt))
      }
      state.withLock { $0.streams[place] = count }
      for stream in streams { enqueue { self.advance(stream, of: place) } }
    } catch {
      state.withLock { $0.contents[place].told = [.init(batch: 0, failure: error)] }
      beginNext()
    }
  }

  private func open(_ place: Int) throws(InputFailure) -> OpenArchive {
    let archive = archives[place]
    let source =
      switch archive.place {
      case .file(let file):
        try ArchiveSource(
          of: file.path,
          // The members of a tar stand in it as they are.
          mappedAs: archive.kind.container == ARCHIVE_CONTAINER_TAR ? archive.top.label : nil,
          counter: bytesRead, interrupt: interrupt)
      case .memory(let bytes): ArchiveSource(bytes, counter: bytesRead, interrupt: interrupt)
      }
    return try OpenArchive(source, archive.kind, top: archive.top, name: archive.name)
  }

  /// Takes some members out of an archive.
  private func advance(_ stream: MemberStream, of place: Int) {
    let batch = stream.nextBatch()
    if batch.isLast {
      let isDone = state.withLock { state in
        state.streams[place] -= 1
        return state.streams[place] == 0
      }
      if isDone { beginNext() }
    }
    enqueue { self.look(at: batch, of: place) }
    if !batch.isLast { enqueue { self.advance(stream, of: place) } }
  }

  /// Looks at what came out of an archive.
  private func look(at batch: MemberBatch, of place: Int) {
    guard !interrupt.isRaised else { return }
    let files = ArchiveReading.Contents(of: batch)
    filesRead.add(files.keys.count, ordering: .relaxed)
    state.withLock { $0.contents[place].append(files) }
  }
}
