import Testing

@testable import causerie

@Suite struct EnvironmentTests {
  @Test func `the history follows XDG, else the home folder`() {
    let xdg = Environment(["HOME": "/home/ana", "XDG_STATE_HOME": "/state"])
    #expect(xdg.historyPath == "/state/causerie/history")
    let home = Environment(["HOME": "/home/ana", "XDG_STATE_HOME": "relative"])
    #expect(home.historyPath == "/home/ana/.local/state/causerie/history")
    #expect(home.initPath == "/home/ana/.config/causerie/init.causerie")
    #expect(Environment([:]).historyPath == nil)
    #expect(Environment(["HOME": ""]).initPath == nil)
  }

  @Test func `a home of 100 000 letters filled the screen with an error; it is none`() {
    let home = "/" + String(repeating: "x", count: 100_000)
    #expect(Environment(["HOME": home]).initPath == nil)
    #expect(Environment(["HOME": "/home/ana", "XDG_CONFIG_HOME": home]).initPath != nil)
  }

  @Test func `colour is refused by NO_COLOR and by dumb terminals`() {
    #expect(Environment(["TERM": "xterm", "NO_COLOR": "1"]).refusesColor)
    #expect(!Environment(["TERM": "xterm", "NO_COLOR": ""]).refusesColor)
    #expect(Environment(["TERM": "dumb"]).refusesColor)
    #expect(Environment([:]).refusesColor)
  }

  @Test(arguments: ["0", "-3", "x", "", "99999999999999999999"])
  func `a width that is none is passed over`(columns: String) {
    #expect(Environment(["COLUMNS": columns]).columns == nil)
  }
}
