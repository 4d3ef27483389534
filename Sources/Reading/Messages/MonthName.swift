/// The names of the months, as they stand in headers of old phones and over the days of WhatsApp
/// Web's Markdown.
struct MonthName: Sendable {
  /// The names of one language in the order of the months, whole and cut short, in small letters,
  /// a blank between them; the form that stands between a day and a year.
  struct Language: Sendable {
    /// As in IETF language tags.
    let tag: String
    let names: String
  }

  /// Every language whose names are known, from the locale data of the operating systems; no name
  /// means two months.
  static let languages: [Language] = [
    Language(
      tag: "en",
      names: """
        january february march april may june july august september october november december
        jan feb mar apr may jun jul aug sep oct nov dec
        jan feb mar apr may jun jul aug sept oct nov dec
        """),
    Language(
      tag: "fr",
      names: """
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre
        janv févr mars avr mai juin juil août sept oct nov déc
        """),
    Language(
      tag: "es",
      names: """
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
        ene feb mar abr may jun jul ago sept oct nov dic
        """),
    Language(
      tag: "de",
      names: """
        januar februar märz april mai juni juli august september oktober november dezember
        jan feb mär apr mai jun jul aug sept okt nov dez
        jänner februar märz april mai juni juli august september oktober november dezember
        """),
    Language(
      tag: "it",
      names: """
        gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
        gen feb mar apr mag giu lug ago set ott nov dic
        """),
    Language(
      tag: "pt",
      names: """
        janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
        jan fev mar abr mai jun jul ago set out nov dez
        """),
    Language(
      tag: "ca",
      names: """
        gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
        gen febr març abr maig juny jul ag set oct nov des
        """),
    Language(
      tag: "nl",
      names: """
        januari februari maart april mei juni juli augustus september oktober november december
        jan feb mrt apr mei jun jul aug sep okt nov dec
        """),
    Language(
      tag: "sv",
      names: """
        januari februari mars april maj juni juli augusti september oktober november december
        jan feb mars apr maj juni juli aug sep okt nov dec
        """),
    Language(
      tag: "da",
      names: """
        januar februar marts april maj juni juli august september oktober november december
        jan feb mar apr maj jun jul aug sep okt nov dec
        """),
    Language(
      tag: "nb",
      names: """
        januar februar mars april mai juni juli august september oktober november desember
        jan feb mars apr mai juni juli aug sep okt nov des
        """),
    Language(
      tag: "fi",
      names: """
        tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta \
        syyskuuta lokakuuta marraskuuta joulukuuta
        tammik helmik maalisk huhtik toukok kesäk heinäk elok syysk lokak marrask jouluk
        """),
    Language(
      tag: "pl",
      names: """
        stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października \
        listopada grudnia
        sty lut mar kwi maj cze lip sie wrz paź lis gru
        """),
    Language(
      tag: "cs",
      names: """
        ledna února března dubna května června července srpna září října listopadu prosince
        led úno bře dub kvě čvn čvc srp zář říj lis pro
        """),
    Language(
      tag: "ro",
      names: """
        ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie \
        noiembrie decembrie
        ian feb mar apr mai iun iul aug sept oct nov dec
        """),
    Language(
      tag: "hu",
      names: """
        január február március április május június július augusztus szeptember október \
        november december
        jan febr márc ápr máj jún júl aug szept okt nov dec
        """),
    Language(
      tag: "tr",
      names: """
        ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
        oca şub mar nis may haz tem ağu eyl eki kas ara
        """),
    Language(
      tag: "id",
      names: """
        januari februari maret april mei juni juli agustus september oktober november desember
        jan feb mar apr mei jun jul agu sep okt nov des
        jan feb mar apr mei jun jul agt sep okt nov des
        """),
    Language(
      tag: "ru",
      names: """
        января февраля марта апреля мая июня июля августа сентября октября ноября декабря
        янв февр мар апр мая июн июл авг сент окт нояб дек
        """),
    Language(
      tag: "uk",
      names: """
        січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
        січ лют бер квіт трав черв лип серп вер жовт лист груд
        """),
    Language(
      tag: "el",
      names: """
        ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου \
        οκτωβρίου νοεμβρίου δεκεμβρίου
        ιαν φεβ μαρ απρ μαΐ ιουν ιουλ αυγ σεπ οκτ νοε δεκ
        """),
    Language(
      tag: "ar",
      names: """
        يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
        """),
    Language(
      tag: "he",
      names: """
        ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
        """),
    Language(
      tag: "hi",
      names: """
        जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
        """),
  ]

  /// The name in small letters, as bytes.
  let name: [UInt8]

  /// 1 to 12.
  let month: Int

  /// The names by the first byte; of those of one byte the longest first.
  private static let byFirstByte: [[MonthName]] = {
    var table = Array(repeating: [MonthName](), count: 256)
    for language in languages {
      for (place, name) in language.names.split(whereSeparator: \.isWhitespace).enumerated() {
        let bytes = Array(name.utf8)
        let entry = MonthName(name: bytes, month: place % 12 + 1)
        if let first = bytes.first, !table[Int(first)].contains(where: { $0.name == bytes }) {
          table[Int(first)].append(entry)
        }
      }
    }
    return table.map { $0.sorted { $0.name.count > $1.name.count } }
  }()

  private static let table = byFirstByte

  /// What follows the number of a month in Chinese and Japanese, and in Korean.
  private static let signs = ["月", "월"].map { Array($0.utf8) }

  /// Reads the name of a month, with the point that may end a short one, or its number with a sign;
  /// nil, and `at` unmoved, where none stands there.
  static func read(_ bytes: Span<UInt8>, at: inout Int) -> Int? {
    guard at < bytes.count else { return nil }
    var next = at
    if let (month, _) = readNumber(bytes, at: &next, digits: 2) {
      for sign in signs where 1...12 ~= month {
        guard let end = endOfWord(sign, in: bytes, at: next) else { continue }
        at = end
        return month
      }
      return nil
    }
    // Only the first letter may be a capital; outside of ASCII it is one in few languages.
    let capital = (0x41...0x5A).contains(bytes[at])
    for entry in table[Int(capital ? bytes[at] | 0x20 : bytes[at])]
    where at + entry.name.count <= bytes.count {
      var place = at + 1
      for byte in entry.name.dropFirst() {
        guard bytes[place] == byte else { break }
        place += 1
      }
      guard place == at + entry.name.count, !continuesWord(bytes, at: place) else { continue }
      at = place < bytes.count && bytes[place] == 0x2E ? place + 1 : place
      return entry.month
    }
    return nil
  }

  /// Whether a letter stands at `at`, so that the word before it is not whole.
  private static func continuesWord(_ bytes: Span<UInt8>, at: Int) -> Bool {
    guard at < bytes.count else { return false }
    return (0x41...0x5A).contains(bytes[at] & 0xDF) || bytes[at] >= 0xC3 && bytes[at] < 0xE2
  }
}
