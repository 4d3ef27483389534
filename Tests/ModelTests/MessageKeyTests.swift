import Model
import Testing

struct MessageKeyTests {
  private func keys(_ build: (inout SampleChat) -> Void) -> [Value] {
    var chat = SampleChat()
    build(&chat)
    return chat.table(.messages).values("key")
  }

  /// One message with the key that it must have for ever: users note keys down.
  @Test func `a key is the same on every machine and in every version`() {
    let keys = keys { chat in
      chat.beginExport("s", file: "f.txt")
      chat.say("2025-02-17 09:00:00", "Ana", "bonjour")
    }
    #expect(keys == [.text("9774466d349e04d2")])
  }

  @Test func `seconds, blank lines, outer blanks and the spelling of a name change no key`() {
    let one = keys { chat in
      chat.beginExport("s", file: "f.txt")
      chat.say("2025-02-17 09:00:00", "Zoé", "a\nb")
    }
    let other = keys { chat in
      chat.beginExport("t", file: "g.txt")
      chat.say("2025-01-01 00:00:00", "Bo", "avant")
      chat.say("2025-02-17 09:00:59", "ZOÉ", "  a  \n\n\n\u{A0}b\n")
    }
    #expect(one[0] == other[1])
  }

  @Test func `minute, sender and body each make another key`() {
    let keys = keys { chat in
      chat.beginExport("s", file: "f.txt")
      chat.say("2025-02-17 09:00", "Ana", "ok")
      chat.say("2025-02-17 09:01", "Ana", "ok")
      chat.say("2025-02-17 09:01", "Bo", "ok")
      chat.say("2025-02-17 09:01", "Bo", "ko")
      chat.say("2025-02-17 09:01", nil, "ko", kind: .system, notices: [(.other, nil, nil)])
      chat.say(nil, nil, "ko", kind: .fragment)
    }
    #expect(Set(keys).count == 6)
    #expect(
      keys.allSatisfy { key in
        guard case .text(let digits) = key else { return false }
        return digits.count == 16 && digits.allSatisfy { $0.isHexDigit && !$0.isUppercase }
      })
  }

  @Test func `equal messages are counted in order, also where the clock goes back`() {
    let straight = keys { chat in
      chat.beginExport("s", file: "f.txt")
      for _ in 0..<3 { chat.say("2025-02-17 09:00", "Ana", "ok") }
    }
    let mixed = keys { chat in
      chat.beginExport("s", file: "f.txt")
      chat.say("2025-02-17 09:00", "Ana", "ok")
      chat.say(nil, nil, "x", kind: .fragment)
      chat.say("2025-02-17 09:05", "Ana", "ok")
      chat.say("2025-02-17 09:00", "Ana", "ok")
      chat.say(nil, nil, "x", kind: .fragment)
      chat.say("2025-02-17 09:00", "Ana", "ok")
    }
    #expect(Set(straight).count == 3)
    #expect(Set(mixed).count == 6)
    #expect([mixed[0], mixed[3], mixed[5]] == straight)
  }

  @Test func `what else is loaded changes no key`() {
    let alone = keys { chat in
      chat.beginExport("s", file: "f.txt")
      chat.say("2025-02-17 09:00", "Ana", "ok")
      chat.say("2025-02-17 09:00", "Ana", "ok")
    }
    let twice = keys { chat in
      for source in ["a", "b"] {
        chat.beginExport(source, file: source)
        chat.say("2025-02-17 09:00", "Ana", "ok")
        chat.say("2025-02-17 09:00", "Ana", "ok")
      }
    }
    #expect(twice == alone + alone)
  }
}
