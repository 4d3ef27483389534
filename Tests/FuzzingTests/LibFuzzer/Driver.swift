import Glibc

// The program of `Scripts/fuzz`: libFuzzer's own `main` cannot be linked, since SwiftPM calls the
// entry of a program by the name of its module.

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ argumentCount: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// The target that `CAUSERIE_FUZZ_TARGET` names.
private let target: FuzzTarget = {
  let name = unsafe getenv("CAUSERIE_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
  guard let target = FuzzTarget.named(name) else {
    let names = FuzzTarget.all.map(\.name).joined(separator: ", ")
    say("CAUSERIE_FUZZ_TARGET is “\(name)”, none of \(names)\n")
    exit(2)
  }
  return target
}()

/// Writes to standard error.
private func say(_ text: String) {
  let bytes = Array(text.utf8)
  _ = unsafe write(STDERR_FILENO, bytes, bytes.count)
}

@_cdecl("LLVMFuzzerTestOneInput")
func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = unsafe [UInt8](UnsafeBufferPointer(start: start, count: count))
  if let fault = target.fault(on: input) {
    say("\n\(target.name): \(fault)\n")
    abort()
  }
  return 0
}

@_cdecl("Fuzzing_main")
func fuzzMain(
  _ argumentCount: Int32,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> Int32 {
  var count = argumentCount
  var words = unsafe arguments
  _ = target
  return unsafe runFuzzer(&count, &words, fuzzOneInput)
}
