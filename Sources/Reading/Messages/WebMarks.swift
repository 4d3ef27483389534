import Model

/// What WhatsApp Web writes in place of what text cannot hold, in the words of its English
/// interface; no export in another language has been seen.
extension MessageMark {
  /// The marks of the text form.
  static let webText = read([
    [
      .omitted(.image): "<image omitted>",
      .omitted(.video): "<video [|message ]omitted>",
      .omitted(.audio): "[<audio omitted>|<voice message omitted>]",
      .omitted(.document): "<document omitted>",
      .omitted(.sticker): "<sticker omitted>",
      .omitted(.gif): "[<GIF omitted>|GIF attached]",
      .omitted(.unknown): "<media omitted>",
      .omitted(.contact): """
      <Contact card omitted>
      Contact: {…}
      [1 contact|{…} contacts] shared
      """,
      .attached: "{name} (file attached)",
      .location: """
      [<Location omitted>|<Live location omitted>]
      [|{…}: ][Location|Live location]: {…} - https://maps.google.com/?q={…}
      """,
    ]
  ])

  /// The marks of the Markdown form.
  static let webMarkdown = read([
    [
      .omitted(.image): #"\[[Image|Photo]\]"#,
      .omitted(.video): #"\[[Video|Video message]\]"#,
      .omitted(.audio): #"\[[Audio|Voice message]\]"#,
      .omitted(.document): #"\[Document\]"#,
      .omitted(.sticker): #"\[Sticker\]"#,
      .omitted(.gif): #"\[GIF\]"#,
      .omitted(.unknown): #"\[Media\]"#,
      .omitted(.contact): #"\[[Contact card|Contact: {…}|1 contact|{…} contacts]\]"#,
      .location: #"""
      \[[Location|Live location]\]
      [|{…}: ][Location|Live location]: {…} — https://maps.google.com/?q={…}
      """#,
    ]
  ])
}
