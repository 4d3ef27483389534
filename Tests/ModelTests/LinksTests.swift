import Testing

@testable import Model

struct LinksTests {
  private func links(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    Links.forEach(in: bytes.span) { found.append(String(decoding: bytes[$0], as: UTF8.self)) }
    return found
  }

  @Test(arguments: [
    ("voir https://exemple.fr/a?b=1&c=2#d demain", ["https://exemple.fr/a?b=1&c=2#d"]),
    ("HTTP://EXEMPLE.FR et Https://b.c", ["HTTP://EXEMPLE.FR", "Https://b.c"]),
    ("http://localhost:8080/x", ["http://localhost:8080/x"]),
    ("http://[2001:db8::1]:80/x.", ["http://[2001:db8::1]:80/x"]),
    ("www.exemple.fr, www.b.org/c", ["www.exemple.fr", "www.b.org/c"]),
    ("Regarde:https://a.fr/bc", ["https://a.fr/bc"]),
    ("collehttps://a.fr", ["https://a.fr"]),
    ("https://a.fr/1\nhttps://b.fr/2", ["https://a.fr/1", "https://b.fr/2"]),
    (
      "https://web.archive.org/web/2020/http://a.fr/",
      ["https://web.archive.org/web/2020/http://a.fr/"]
    ),
  ])
  func `an address is found where it stands`(text: String, expected: [String]) {
    #expect(links(text) == expected)
  }

  @Test(arguments: [
    ("Lis https://a.fr/x.", "https://a.fr/x"),
    ("(https://a.fr/x)", "https://a.fr/x"),
    ("(https://a.fr/x).", "https://a.fr/x"),
    ("https://fr.wiki.org/Rennes_(Bretagne)", "https://fr.wiki.org/Rennes_(Bretagne)"),
    ("(cf. https://fr.wiki.org/Rennes_(Bretagne))", "https://fr.wiki.org/Rennes_(Bretagne)"),
    ("[ici](https://a.fr/x)", "https://a.fr/x"),
    ("[https://a.fr/x]", "https://a.fr/x"),
    ("« https://a.fr/x »", "https://a.fr/x"),
    ("«https://a.fr/x»!", "https://a.fr/x"),
    ("“https://a.fr/x”, dit-il", "https://a.fr/x"),
    ("\"https://a.fr/x\"", "https://a.fr/x"),
    ("<https://a.fr/x>", "https://a.fr/x"),
    ("*https://a.fr/x*", "https://a.fr/x"),
    ("_https://a.fr/x_", "https://a.fr/x"),
    ("https://a.fr/x_", "https://a.fr/x_"),
    ("https://a.fr/x… ou pas", "https://a.fr/x"),
    ("https://a.fr/x\u{200E} fin", "https://a.fr/x"),
    ("https://a.fr/x\u{A0}!", "https://a.fr/x"),
    ("https://a.fr/x\u{202F}?", "https://a.fr/x"),
    ("https://a.fr/x🙂", "https://a.fr/x"),
    ("https://a.fr/x。次", "https://a.fr/x"),
    ("https://a.fr/été?q=œuf", "https://a.fr/été?q=œuf"),
    ("https://a.fr/x?!", "https://a.fr/x"),
    ("https://a.fr/", "https://a.fr/"),
  ])
  func `the sentence around an address keeps its marks`(text: String, expected: String) {
    #expect(links(text) == [expected])
  }

  @Test(arguments: [
    "", "http://", "https:// rien", "www.", "www.exemple", "www. exemple.fr", "nom@www.a.fr",
    "awww.a.fr", "ftp://a.fr", "12:30 - ok", "a://b.c", "http:/a.fr", "https://.", "http:",
    "w", "ww", "www", "://", "exemple.fr",
  ])
  func `what is no address is left alone`(text: String) {
    #expect(links(text) == [])
  }

  @Test(
    arguments: [
      ("https://www.Exemple.fr/a/b?c", "exemple.fr"),
      ("http://user:secret@a.fr:8080/x", "a.fr"),
      ("http://a.fr", "a.fr"),
      ("www.a.fr?x=1", "a.fr"),
      ("https://a.fr.:443#x", "a.fr"),
      ("https://ÉCOLE.fr/", "école.fr"),
      ("http://[2001:DB8::1]:80/x", "[2001:db8::1]"),
      ("https://www.", "www"),
      ("https://x/y@z", "x"),
      ("https://", nil),
      ("", nil),
      ("https://:80/", nil),
    ] as [(String, String?)])
  func `the host of an address is bare and small`(address: String, expected: String?) {
    #expect(Links.host(of: Array(address.utf8).span) == expected)
  }
}
