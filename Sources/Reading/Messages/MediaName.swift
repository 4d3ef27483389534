import Model

extension MediaType {
  /// What a file is by its name: by WhatsApp's own word in it where an ending may be of two kinds,
  /// else by its ending, else by that word.
  init(fileName name: [UInt8]) {
    let word = MediaType.word(in: name).flatMap { MediaType.byWord[$0] }
    let dot = name.lastIndex(of: 0x2E)
    let ending = dot.map { String(decoding: name[($0 + 1)...], as: UTF8.self).lowercased() }
    if let word, let ending, ["mp4", "webp"].contains(ending) {
      self = word
    } else if let ending {
      self = MediaType.byEnding[ending] ?? word ?? .document
    } else {
      self = word ?? .unknown
    }
  }

  /// The word in capitals that WhatsApp puts into a file's name: `IMG-20250217-WA0001.jpg`,
  /// `00000042-PHOTO-2025-06-07-15-13-20.jpg`; nil where there is none.
  private static func word(in name: [UInt8]) -> String? {
    let rest = name.drop { $0 == 0x2D || (0x30...0x39).contains($0) }
    let word = rest.prefix { (0x41...0x5A).contains($0) }
    let after = rest.dropFirst(word.count)
    guard after.first == 0x2D, let digit = after.dropFirst().first, (0x30...0x39).contains(digit)
    else { return nil }
    return String(decoding: word, as: UTF8.self)
  }

  private static let byWord: [String: MediaType] = [
    "IMG": .image, "PHOTO": .image, "VID": .video, "VIDEO": .video, "PTV": .video,
    "AUD": .audio, "AUDIO": .audio, "PTT": .audio, "GIF": .gif, "STK": .sticker,
    "STICKER": .sticker, "DOC": .document,
  ]

  /// The endings that are no document's.
  private static let byEnding: [String: MediaType] = [
    "jpg": .image, "jpeg": .image, "png": .image, "heic": .image, "heif": .image, "tif": .image,
    "tiff": .image,
    "bmp": .image, "webp": .sticker, "was": .sticker, "gif": .gif,
    "mp4": .video, "m4v": .video, "mov": .video, "3gp": .video, "mkv": .video, "avi": .video,
    "webm": .video,
    "opus": .audio, "ogg": .audio, "mp3": .audio, "m4a": .audio, "aac": .audio, "amr": .audio,
    "wav": .audio, "flac": .audio,
    "vcf": .contact,
  ]
}
