import Model

extension MediaType {
  /// What a file is by its name: WhatsApp's own word in it, else its ending.
  init(fileName: String) {
    let name = fileName.lowercased()
    // “VID-…” and “n-VIDEO-…” name what an ending of a GIF's video hides.
    if name.contains("-gif-") || name.hasPrefix("gif-") {
      self = .gif
    } else if name.contains("-sticker-") || name.hasPrefix("stk-") {
      self = .sticker
    } else if let dot = name.lastIndex(of: "."),
      let type = MediaType.byEnding[String(name[name.index(after: dot)...])]
    {
      self = type
    } else if fileName.contains(".") {
      self = .document
    } else {
      self = .unknown
    }
  }

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
