import Model

extension Function {
  static let linkFunctions: [Function] = [
    Function(
      "host", [Parameter("url", .text)],
      "the host of a web address, without www.; null where it has none",
      [Example("host(\"https://www.example.org/a?b=1\")", "example.org")], gives: .text
    ) { arguments in
      let texts = TextReader(arguments[0])
      return .text(
        TextColumn(
          (0..<texts.count).map { row in
            texts.isNull(row) ? nil : texts.withBytes(of: row, Links.host(of:))
          }))
    },
    text(
      "canonical", of: "url", "a web address without www., tracking parameters and fragment",
      "canonical(\"https://www.Example.org/a?utm_source=x&b=1#top\")", "https://example.org/a?b=1",
      canonicalAddress),
  ]
}

/// An address by which the same page is known wherever it was shared.
private func canonicalAddress(_ address: String) -> String {
  let parts = AddressParts(address)
  var authority = parts.authority.lowercased()
  if authority.hasPrefix("www.") { authority.removeFirst(4) }
  let kept = parts.query.split(separator: "&").filter { !TrackingParameter.isOne($0) }
  return parts.scheme.lowercased() + authority + parts.path
    + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
}

/// An address cut at the signs of RFC 3986.
private struct AddressParts {
  /// With `://`, or empty.
  let scheme: Substring
  let authority: Substring
  let path: Substring
  /// Without `?`; the fragment is left out.
  let query: Substring

  init(_ address: String) {
    var rest = address.prefix { $0 != "#" }
    var scheme = rest.prefix(0)
    if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://") {
      let end = rest.index(colon, offsetBy: 3)
      scheme = rest[..<end]
      rest = rest[end...]
    }
    self.scheme = scheme
    authority = rest.prefix { $0 != "/" && $0 != "?" }
    rest = rest[authority.endIndex...]
    path = rest.prefix { $0 != "?" }
    query = rest[path.endIndex...].dropFirst()
  }
}

/// Parameters that tell who shared an address and where, and nothing about the page.
private enum TrackingParameter {
  /// Names as the services document them: Google Analytics and Ads, Meta, Microsoft, Mailchimp,
  /// HubSpot, Matomo, X, TikTok, Instagram and YouTube's share links.
  private static let names: Set<Substring> = [
    "_ga", "_gl", "_hsenc", "_hsmi", "dclid", "fbclid", "gad_source", "gbraid", "gclid", "gclsrc",
    "igsh", "igshid", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "msclkid", "oly_anon_id",
    "oly_enc_id", "rb_clickid", "s_cid", "si", "ttclid", "twclid", "vero_id", "wbraid", "wickedid",
    "yclid",
  ]
  private static let prefixes = ["utm_", "mtm_", "pk_", "hsa_"]

  static func isOne(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return names.contains(name[...]) || prefixes.contains { name.hasPrefix($0) }
  }
}
