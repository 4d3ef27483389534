/// Where a member of an archive stands, whose bytes are not known yet.
struct MemberPlace {
  /// The folder that its path leads into.
  let above: ArchiveFolder

  /// That, as far as it is one to the user; nil for what a compressed file holds, which stands where that
  /// file does and in no archive perhaps.
  let folder: ArchiveFolder?

  /// The last part of its path, in UTF-8; its place among the members where it has none.
  let name: ArraySlice<UInt8>

  /// Whether its name says that it is not to be looked at; what a compressed file holds has that file's.
  let isHidden: Bool

  /// What the user reads of what a compressed file holds.
  private let ownLabel: String?

  private let index: Int

  /// The place of a member that is number `index` of its archive.
  init(of header: ArchiveReader.Member, _ index: Int, in archive: OpenArchive) {
    self.index = index
    let place = archive.place(of: header.name)
    above = place.folder
    if archive.isSingle {
      folder = archive.folder
      name = ArchiveKind.nameInside(archive.name)
      isHidden = false
      ownLabel = archive.top.label
    } else {
      folder = place.folder
      name = place.name.isEmpty ? Array("member \(index + 1)".utf8)[...] : place.name
      isHidden = place.folder.isHidden || place.name.first == Path.dot
      ownLabel = nil
    }
  }

  /// What it is called.
  var label: Member.Label {
    let path = ownLabel ?? above.prefix + String(decoding: name, as: UTF8.self)
    return Member.Label(path: path, name: name)
  }

  /// Writes what it is called into the buffer of a batch: ``WrittenName``.
  @unsafe
  func write(
    to buffer: UnsafeMutableBufferPointer<UInt8>, at count: inout Int
  ) -> WrittenName? {
    unsafe WrittenName(
      ownLabel ?? above.prefix, ownLabel == nil ? name : [], name, in: buffer, at: &count)
  }

  /// The member with its bytes.
  func with(_ content: Member.Content) -> Member {
    Member(folder: folder, index: index, content: content)
  }

  /// The member without: why.
  func failed(_ failure: InputFailure, size: Int) -> Member {
    with(.failed(failure, size: size, label))
  }
}
