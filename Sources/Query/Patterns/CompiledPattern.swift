import CPCRE2

/// A regular expression that PCRE2 has compiled; frees it in the end.
///
/// Nothing changes it once it is made, and PCRE2 lets any number of threads match with the same
/// code, each with a ``PatternMatcher`` of its own.
@safe
final class CompiledPattern: @unchecked Sendable {
  /// The compiled code, for ``PatternMatcher`` alone.
  let code: OpaquePointer
  /// Whether subjects are known to be UTF-8, so that PCRE2 need not look.
  let trustsText: Bool
  /// How many capturing groups there are.
  let groupCount: Int

  /// What PCRE2 says of a pattern that does not compile.
  struct Failure: Error {
    /// In PCRE2's words.
    let message: String
    /// Byte offset in the pattern, from 0; the length of the pattern for its end.
    let offset: Int
  }

  /// Compiles a pattern.
  ///
  /// `^` and `$` match at line ends, `.` within a line; classes and boundaries are Unicode's.
  /// Where `trustsText` is false, bytes of a subject that are no UTF-8 match nothing.
  init(_ source: String, trustsText: Bool) throws(Failure) {
    var options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C
    if !trustsText { options |= PCRE2_MATCH_INVALID_UTF }
    var error: Int32 = 0
    var offset = 0
    guard let context = unsafe pcre2_compile_context_create_8(nil) else {
      throw Failure(message: "there is no memory left", offset: 0)
    }
    defer { unsafe pcre2_compile_context_free_8(context) }
    unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    unsafe pcre2_set_max_pattern_length_8(context, CompiledPattern.longest)
    let bytes = Array(source.utf8)
    let compiled = unsafe pcre2_compile_8(bytes, bytes.count, options, &error, &offset, context)
    guard let code = unsafe compiled else {
      throw Failure(message: CompiledPattern.message(of: error), offset: offset)
    }
    unsafe self.code = code
    self.trustsText = trustsText
    var count: UInt32 = 0
    _ = unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &count)
    groupCount = Int(count)
    // Where this machine has no JIT, PCRE2 interprets the same code.
    _ = unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
  }

  deinit { unsafe pcre2_code_free_8(code) }

  /// Bytes that a pattern may have.
  private static let longest = 1 << 16

  /// The number of the group with a name; nil where there is none, or more than one.
  func group(named name: String) -> Int? {
    let number = unsafe pcre2_substring_number_from_name_8(code, Array(name.utf8) + [0])
    return number > 0 ? Int(number) : nil
  }

  private static func message(of error: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 256)
    let length = unsafe pcre2_get_error_message_8(error, &bytes, bytes.count)
    guard length > 0 else { return "it is no pattern" }
    let words = String(decoding: bytes.prefix(Int(length)), as: UTF8.self)
    // “… (PCRE2_DUPNAMES not set)” speaks to programmers.
    guard words.hasSuffix(")"), let opening = words.lastIndex(of: "("),
      words[opening...].contains("PCRE2_")
    else { return words }
    return String(words[..<opening].reversed().drop { $0 == " " }.reversed())
  }
}
