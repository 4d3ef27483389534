// swift-tools-version: 6.2
// The modules of docs/design.md, and the only arrows between them. `Scripts/test` builds with
// `--explicit-target-dependency-import-check error`, so an import that is not declared here fails.
import PackageDescription

let package = Package(
  name: "causerie",
  products: [.executable(name: "causerie", targets: ["causerie"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .executableTarget(
      name: "causerie",
      dependencies: [
        "CEditline", "Diagnostics", "Output", "Shell",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(
      name: "Shell",
      dependencies: ["Database", "Diagnostics", "Model", "Output", "Query", "Reading"]),
    .target(
      name: "Reading", dependencies: ["CArchive", "CKernels", "CMapping", "Diagnostics", "Model"]),
    .target(name: "Query", dependencies: ["CKernels", "CPCRE2", "Diagnostics", "Model"]),
    .target(
      name: "Output",
      dependencies: [
        "CCompression", "CKernels", "CXLSXWriter", "Database", "Diagnostics", "Model",
      ]),
    .target(name: "Database", dependencies: ["CSQLite", "Diagnostics", "Model"]),
    .target(name: "Model", dependencies: ["CKernels"]),
    .target(name: "Diagnostics"),

    // Loops over bytes, in C.
    .target(name: "CKernels"),

    // Files mapped into memory, guarded.
    .target(name: "CMapping"),

    // Opens libraries at first use, for the four below that are not linked.
    .target(name: "CLoading"),

    // System libraries, each with its own target and one module that imports it.
    .target(
      name: "CEditline", dependencies: ["CMapping"], linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "CArchive", dependencies: ["CLoading"]),
    .target(name: "CCompression", dependencies: ["CLoading"]),
    .target(name: "CSQLite", dependencies: ["CLoading"]),
    .target(name: "CXLSXWriter", dependencies: ["CLoading"]),
    .systemLibrary(name: "CPCRE2", providers: [.apt(["libpcre2-dev"])]),

    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "ModelTests", dependencies: ["CKernels", "Model"]),
    .testTarget(
      name: "ReadingTests", dependencies: ["CMapping", "Diagnostics", "Model", "Reading"]),
    .testTarget(name: "QueryTests", dependencies: ["CKernels", "Diagnostics", "Model", "Query"]),
    .testTarget(name: "DatabaseTests", dependencies: ["Database", "Diagnostics", "Model"]),
    .testTarget(
      name: "OutputTests", dependencies: ["Database", "Diagnostics", "Model", "Output"]),
    .testTarget(
      name: "causerieTests",
      dependencies: [
        "CEditline", "causerie", "Diagnostics", "Output", "Query", "Shell",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "ShellTests",
      dependencies: [
        "Database", "Diagnostics", "Model", "Output", "Query", "Reading", "Shell",
      ]),
    .testTarget(
      name: "FuzzingTests", dependencies: ["Diagnostics", "Model", "Output", "Query", "Reading"],
      exclude: ["Inputs", "LibFuzzer"]),
  ],
  swiftLanguageModes: [.v6]
)

// `Scripts/fuzz` sets the variable: Tests/FuzzingTests is a program then, which libFuzzer drives, and
// the libraries tell it which of their branches are taken. The flags are unsafe to SwiftPM, so that
// nothing else may see them.
let isFuzzing = Context.environment["CAUSERIE_FUZZING"] != nil
let fuzzer = ["-sanitize=fuzzer"]
if isFuzzing {
  package.targets.removeAll(where: \.isTest)
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: ["Diagnostics", "Model", "Output", "Query", "Reading"],
      path: "Tests/FuzzingTests", exclude: ["Inputs", "Replay"],
      linkerSettings: [.unsafeFlags(fuzzer + ["-use-ld=lld"])]))
}

for target in package.targets where [.executable, .regular, .test].contains(target.type) {
  guard !target.name.hasPrefix("C") else { continue }
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    // For a property of our own that gives a `Span`: `Model/Columns/SharedBytes.swift`.
    .enableExperimentalFeature("Lifetimes"),
    .treatAllWarnings(as: .error),
  ]
  guard isFuzzing else { continue }
  // @testable reaches what the program keeps to itself.
  target.swiftSettings?.append(.unsafeFlags(fuzzer + ["-enable-testing"]))
  if target.name == "Fuzzing" { target.swiftSettings?.append(.unsafeFlags(["-parse-as-library"])) }
}
