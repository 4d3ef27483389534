import CPCRE2
import Diagnostics

/// The working memory of matches with one pattern, on one thread; frees it in the end.
@safe
struct PatternMatcher: ~Copyable {
  private let pattern: CompiledPattern
  private let data: OpaquePointer
  private let context: OpaquePointer
  private let stack: OpaquePointer?

  /// Steps of backtracking that one match may take: some 10 ms of compiled code, 60 ms where
  /// PCRE2 has to interpret (measured with `^(a+)+$`).
  private static let stepLimit: UInt32 = 4_000_000
  /// KiB that an interpreted match may take.
  private static let heapLimit: UInt32 = 64 << 10
  /// Bytes of stack that compiled code may take; what is not used costs nothing.
  private static let stackSize = (first: 32 << 10, limit: 4 << 20)

  /// How a match may lie.
  struct Options: OptionSet {
    let rawValue: UInt32
    /// It is not empty where it begins at the offset.
    static let notEmptyAtStart = Options(rawValue: PCRE2_NOTEMPTY_ATSTART)
    /// It begins at the offset.
    static let anchored = Options(rawValue: PCRE2_ANCHORED)
  }

  init(_ pattern: CompiledPattern) throws(Diagnostic) {
    guard let data = unsafe pcre2_match_data_create_from_pattern_8(pattern.code, nil) else {
      throw PatternMatcher.noMemory
    }
    guard let context = unsafe pcre2_match_context_create_8(nil) else {
      unsafe pcre2_match_data_free_8(data)
      throw PatternMatcher.noMemory
    }
    self.pattern = pattern
    unsafe self.data = data
    unsafe self.context = context
    unsafe pcre2_set_match_limit_8(context, PatternMatcher.stepLimit)
    unsafe pcre2_set_depth_limit_8(context, PatternMatcher.stepLimit)
    unsafe pcre2_set_heap_limit_8(context, PatternMatcher.heapLimit)
    // Without a stack of its own compiled code makes do with 32 KiB.
    unsafe stack = pcre2_jit_stack_create_8(
      PatternMatcher.stackSize.first, PatternMatcher.stackSize.limit, nil)
    if let stack = unsafe stack {
      unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
    }
  }

  deinit {
    unsafe pcre2_match_data_free_8(data)
    unsafe pcre2_match_context_free_8(context)
    if let stack = unsafe stack { unsafe pcre2_jit_stack_free_8(stack) }
  }

  /// Whether the pattern matches at or after `offset`, which is the start of a character.
  /// Throws where the match would take too long.
  func matches(
    _ subject: Span<UInt8>, from offset: Int = 0, options: Options = []
  ) throws(Diagnostic) -> Bool {
    let flags = options.rawValue | (pattern.trustsText ? PCRE2_NO_UTF_CHECK : 0)
    let result = unsafe subject.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress {
        return unsafe pcre2_match_8(
          pattern.code, base, bytes.count, offset, flags, data, context)
      }
      var nothing: UInt8 = 0
      return unsafe pcre2_match_8(pattern.code, &nothing, 0, 0, flags, data, context)
    }
    switch result {
    case 0...: return true
    case PCRE2_ERROR_NOMATCH: return false
    case PCRE2_ERROR_MATCHLIMIT, PCRE2_ERROR_DEPTHLIMIT, PCRE2_ERROR_HEAPLIMIT,
      PCRE2_ERROR_JIT_STACKLIMIT, PCRE2_ERROR_RECURSELOOP:
      throw Diagnostic(
        "the pattern is too costly: on one of the texts it goes round in circles",
        help: "a repetition inside a repetition, as in (a+)+, can often be written without one")
    case PCRE2_ERROR_NOMEMORY: throw PatternMatcher.noMemory
    default: throw Diagnostic("the pattern cannot be matched here (PCRE2 says \(result))")
    }
  }

  /// Where the whole of the last match lies, and then each of its groups.
  var groups: [Range<Int>?] { (0...pattern.groupCount).map { range(ofGroup: $0) } }

  /// Where a group of the last match lies, half-open from 0; group 0 is the whole match. Nil for a
  /// group that took no part in it.
  func range(ofGroup group: Int) -> Range<Int>? {
    guard group >= 0, group <= pattern.groupCount else { return nil }
    let offsets = unsafe pcre2_get_ovector_pointer_8(data)
    guard let offsets = unsafe offsets else { return nil }
    let (start, end) = unsafe (offsets[2 * group], offsets[2 * group + 1])
    // An unset group has PCRE2_UNSET, -1 as a signed number; `\K` can put an end before its start.
    guard start >= 0, end >= start else { return nil }
    return start..<end
  }

  private static let noMemory = Diagnostic("there is no memory left to match the pattern")
}
