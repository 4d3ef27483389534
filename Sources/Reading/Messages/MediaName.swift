import Model

extension MediaType {
  /// What a file is by its name: WhatsApp's own word in it, else its ending.
  init(fileName name: [UInt8]) {
    if firstPlace(of: MediaType.gifWord, in: name) != nil {
      // The ending is that of the video which an animated picture is kept as.
      self = .gif
    } else if firstPlace(of: MediaType.stickerWord, in: name) != nil
      || name.starts(with: MediaType.androidSticker)
    {
      self = .sticker
    } else if let dot = name.lastIndex(of: 0x2E) {
      let ending = String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
      self = MediaType.byEnding[ending] ?? .document
    } else {
      self = .unknown
    }
  }

  private static let gifWord = Array("-GIF-".utf8)
  private static let stickerWord = Array("-STICKER-".utf8)
  private static let androidSticker = Array("STK-".utf8)

  /// The endings that are no document's.
  private static let byEnding: [String: MediaType] = [
    "jpg": .image, "jpeg": .image, "png": .image, "heic": .image, "tif": .image, "tiff": .image,
    "bmp": .image, "webp": .sticker, "was": .sticker, "gif": .gif,
    "mp4": .video, "mov": .video, "3gp": .video, "mkv": .video, "avi": .video, "webm": .video,
    "opus": .audio, "ogg": .audio, "mp3": .audio, "m4a": .audio, "aac": .audio, "amr": .audio,
    "wav": .audio, "flac": .audio,
    "vcf": .contact,
  ]
}
