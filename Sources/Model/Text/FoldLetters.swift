/// The letters that the fold changes by name, as data.
///
/// Case is not here: it comes from the Unicode properties of the standard library.
enum FoldLetters {
  /// Lower-case letters with marks of U+0300–036F, by the letter that is left without them: the
  /// canonical decompositions of the Unicode Character Database, Latin and Greek. The tests
  /// compare them with the standard library's own canonical equivalence.
  static let marked: [(plain: Unicode.Scalar, composed: String)] = [
    ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
    ("b", "ḃḅḇ"),
    ("c", "çćĉċčḉ"),
    ("d", "ďḋḍḏḑḓ"),
    ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
    ("f", "ḟ"),
    ("g", "ĝğġģǧǵḡ"),
    ("h", "ĥȟḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįǐȉȋḭḯỉị"),
    ("j", "ĵǰ"),
    ("k", "ķǩḱḳḵ"),
    ("l", "ĺļľḷḹḻḽ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňǹṅṇṉṋ"),
    ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřȑȓṙṛṝṟ"),
    ("s", "śŝşšșṡṣṥṧṩ"),
    ("t", "ţťțṫṭṯṱẗ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕ"),
    ("æ", "ǣǽ"),
    ("ø", "ǿ"),
    ("ſ", "ẛ"),
    ("ʒ", "ǯ"),
    ("α", "ά\u{1F71}ἀἁἂἃἄἅἆἇὰᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ"),
    ("ε", "έ\u{1F73}ἐἑἒἓἔἕὲ"),
    ("η", "ή\u{1F75}ἠἡἢἣἤἥἦἧὴᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ"),
    ("ι", "ί\u{1F77}\u{1FBE}ϊΐ\u{1FD3}ἰἱἲἳἴἵἶἷὶῐῑῒῖῗ"),
    ("ο", "ό\u{1F79}ὀὁὂὃὄὅὸ"),
    ("ρ", "ῤῥ"),
    ("υ", "ύ\u{1F7B}ϋΰ\u{1FE3}ὐὑὒὓὔὕὖὗὺῠῡῢῦῧ"),
    ("ω", "ώ\u{1F7D}ὠὡὢὣὤὥὦὧὼᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ"),
    ("ϒ", "ϓϔ"),
  ]

  /// Letters with a plain spelling, one letter or two.
  static let spelled: [(letter: Unicode.Scalar, spelling: String)] = [
    ("œ", "oe"), ("æ", "ae"), ("ß", "ss"), ("ø", "o"), ("ł", "l"), ("ı", "i"),
    // A sigma at the end of a word is the same letter as one inside.
    ("ς", "σ"),
    ("ё", "е"),
  ]

  /// What is read as an apostrophe: the straight one, quotation marks of its height, modifier
  /// letters, primes, and accents that stand alone.
  static let apostrophes = "‘’‛ʹ\u{0374}ʻʼʽ′‵`´՚\u{1FEF}\u{1FFD}"

  /// The blanks within a line: Unicode's space separators and the tabulator.
  static let blanks =
    "\t\u{A0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}"
    + "\u{2008}\u{2009}\u{200A}\u{202F}\u{205F}\u{3000}"

  /// Invisible characters that are left out: those without width, all marks of direction (phones put
  /// U+2068 and U+2069 around the name in a mention), and the choice of an emoji's form.
  static let dropped =
    "\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{FE0F}\u{FEFF}\u{61C}"
    + "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}"

  /// Full-width ASCII, U+FEE0 above its plain forms.
  static let fullWidthASCII: ClosedRange<UInt32> = 0xFF01...0xFF5E

  /// Full-width signs that are not ASCII, and what they are in plain width.
  static let fullWidthSigns: [(wide: Unicode.Scalar, plain: Unicode.Scalar)] = [
    ("￠", "¢"), ("￡", "£"), ("￢", "¬"), ("￣", "¯"), ("￤", "¦"), ("￥", "¥"), ("￦", "₩"),
  ]

  /// Where Unicode keeps letters with two cases, so that the table need not ask of every scalar.
  static let casedBlocks: [ClosedRange<UInt32>] = [
    0x0041...0x058F, 0x10A0...0x10FF, 0x13A0...0x13FF, 0x1C80...0x1CBF, 0x1E00...0x1FFF,
    0x2126...0x2183, 0x24B6...0x24E9, 0x2C00...0x2D2F, 0xA640...0xA69F, 0xA722...0xA7FF,
    0xFF21...0xFF5A, 0x10400...0x104FF, 0x10570...0x105BF, 0x10C80...0x10CFF, 0x10D50...0x10D8F,
    0x118A0...0x118DF, 0x16E40...0x16E7F, 0x16EA0...0x16EDF, 0x1E900...0x1E943,
  ]

  /// Where Latin and Greek letters are, the ones that shed their marks.
  static let latinAndGreek: [ClosedRange<UInt32>] = [
    0x0041...0x005A, 0x0061...0x007A, 0x00AA...0x00AA, 0x00BA...0x00BA, 0x00C0...0x02B8,
    0x02E0...0x02E4, 0x0370...0x03E1, 0x03F0...0x03FF, 0x1D00...0x1D2A, 0x1D2C...0x1D77,
    0x1D79...0x1DBF, 0x1E00...0x1FFF, 0x2071...0x209C, 0x212A...0x212B, 0x2C60...0x2C7F,
    0xA722...0xA7FF, 0xAB30...0xAB64, 0xFB00...0xFB06,
  ]

  /// The combining marks that Latin and Greek letters shed.
  static let marks: ClosedRange<UInt32> = 0x0300...0x036F
}
