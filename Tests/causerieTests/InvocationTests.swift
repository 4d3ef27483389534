import ArgumentParser
import Diagnostics
import Testing

@testable import Shell
@testable import causerie

@Suite struct InvocationTests {
  private func invocation(_ arguments: String...) throws -> Invocation {
    guard case .work(let invocation) = Invocation.read(arguments) else {
      throw Diagnostic("no work: \(Invocation.read(arguments))")
    }
    return invocation
  }

  private func mistake(_ arguments: [String]) throws -> Diagnostic {
    guard case .mistake(let diagnostic) = Invocation.read(arguments) else {
      throw Diagnostic("no mistake: \(Invocation.read(arguments))")
    }
    return diagnostic
  }

  @Test func `nothing asked for is the prompt`() throws {
    #expect(try invocation() == Invocation(task: .explore(paths: [], lines: [])))
  }

  @Test func `no parameter of a script may have the name of an option`() {
    let page = Options.helpMessage(columns: 200) + Options.helpMessage(for: Options.Run.self)
    let names = Set(page.matches(of: /--([a-z-]+)/).map { String($0.1) })
    #expect(names.count > 7)
    // `--name=value` is what the page writes for any parameter.
    #expect(names.subtracting(SavedScript.optionNames) == ["name"])
  }

  /// What is read without the library has to be what the library reads.
  @Test func `a plain command line means what its declaration says`() throws {
    let words = [
      "-c", "-q", "--quiet", "--no-color", "--keep-going", "--no-init", "a b", "", "-", "--", "run",
      "help", "explore", "-o", "json", "-cx",
    ]
    let lines = words.flatMap { first in
      [[first]]
        + words.flatMap { second in [[first, second]] + words.map { [first, second, $0] } }
    }
    var plain = 0
    for arguments in [[]] + lines {
      guard let invocation = Invocation(plain: arguments) else { continue }
      plain += 1
      guard case .work(let parsed) = Invocation.parse(arguments) else {
        throw Diagnostic("\(arguments) mean \(Invocation.parse(arguments))")
      }
      #expect(invocation == parsed, "\(arguments)")
    }
    #expect(plain > 200)
    #expect(Invocation(plain: ["chats", "-c", "run", "-q"]) != nil)
    #expect(Invocation(plain: ["chats", "-o", "json"]) == nil)
  }

  @Test func `options stand before, between and after paths`() throws {
    let expected = Invocation(
      task: .explore(paths: ["a", "b"], lines: ["messages", "-x"]), output: .json, quiet: true)
    #expect(try invocation("-q", "a", "-c", "messages", "b", "-c", "-x", "-o", "json") == expected)
  }

  @Test func `every option arrives`() throws {
    let all = try invocation(
      "--output", "md", "--date-order", "mdy", "--no-color", "--quiet", "--keep-going", "--no-init")
    let expected = Invocation(
      task: .explore(paths: [], lines: []), output: .md, dateOrder: .mdy, noColor: true,
      quiet: true, keepGoing: true, noInit: true)
    #expect(all == expected)
  }

  @Test func `the first word decides whether run is a command`() throws {
    #expect(try invocation("run", "s").task == .run(script: "s", parameters: [], paths: []))
    #expect(try invocation("-q", "run", "s").task == .run(script: "s", parameters: [], paths: []))
    #expect(try invocation("./run").task == .explore(paths: ["./run"], lines: []))
    #expect(try invocation("a", "run").task == .explore(paths: ["a", "run"], lines: []))
    #expect(try invocation("--", "run").task == .explore(paths: ["run"], lines: []))
  }

  @Test func `parameters, paths and options follow a script in any order`() throws {
    let run = try invocation(
      "run", "s.causerie", "--since", "2025-01-01", "--load", "a", "b", "-q", "--who=--x", "--n",
      "-5")
    let parameters = [
      Invocation.Parameter(name: "since", value: "2025-01-01"),
      Invocation.Parameter(name: "who", value: "--x"),
      Invocation.Parameter(name: "n", value: "-5"),
    ]
    #expect(
      run
        == Invocation(
          task: .run(script: "s.causerie", parameters: parameters, paths: ["a", "b"]), quiet: true))
  }

  @Test func `help after a script is about the script`() throws {
    #expect(try invocation("run", "s", "--help").task == .describe(script: "s"))
    guard case .answer(let help) = Invocation.read(["run", "--help"]) else {
      Issue.record("run --help is no answer")
      return
    }
    #expect(help.contains("run <script>"))
  }

  @Test func `help of a topic is that of the prompt, of a command that of the program`() throws {
    guard case .explore(let paths, let lines) = try invocation("help", "group", "by").task else {
      throw Diagnostic("help is no task of the shell")
    }
    #expect(paths.isEmpty && lines == ["help group by"])
    for arguments in [["help"], ["help", "run"], ["help", "--help"]] {
      guard case .answer(let text) = Invocation.read(arguments) else {
        throw Diagnostic("no answer to \(arguments)")
      }
      #expect(text.contains("USAGE"))
    }
  }

  @Test func `check takes a script`() throws {
    #expect(try invocation("check", "s").task == .check(script: "s"))
  }

  @Test(arguments: [
    (["--colour"], "unknown option '--colour'"),
    (["--keep-goin"], "unknown option '--keep-goin'. Did you mean '--keep-going'?"),
    (["-c"], "missing value for '-c <line>'"),
    (["check"], "check takes a script"),
    (["run"], "run takes the script first"),
    (["run", "--since", "x"], "run takes the script first"),
    (["run", "s", "extra"], "“extra” is no parameter of the script"),
    (["run", "s", "--since"], "--since has no value"),
    (["run", "s", "--since", "--until", "x"], "--since has no value"),
    (["run", "s", "-c", "count"], "-c does not go with run"),
    (["check", "s", "-c", "count"], "-c does not go with check"),
  ])
  func `a mistake is named in a line`(arguments: [String], message: String) throws {
    #expect(try mistake(arguments).message == message)
  }

  @Test(arguments: [["-o", "xml"], ["--date-order", "ydm"]])
  func `a value that does not exist is answered with those that do`(arguments: [String]) throws {
    let mistake = try mistake(arguments)
    #expect(mistake.message.contains(arguments == ["-o", "xml"] ? "jsonl" : "dmy, mdy, ymd"))
    #expect(mistake.text().split(separator: "\n").count <= 6)
  }

  @Test(arguments: [["--help"], ["--version"], ["--generate-completion-script", "bash"]])
  func `an answer is a text for standard output`(arguments: [String]) throws {
    guard case .answer(let text) = Invocation.read(arguments) else {
      Issue.record("\(arguments) is no answer")
      return
    }
    #expect(text.contains("causerie"))
  }
}
