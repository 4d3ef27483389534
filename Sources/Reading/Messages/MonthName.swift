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
  /// means two months, as Croatian ones do that are Czech and Polish too.
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
        בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
        """),
    Language(
      tag: "hi",
      names: """
        जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर
        """),
    Language(
      tag: "bg",
      names: """
        януари февруари март април май юни юли август септември октомври ноември декември
        яну фев март апр май юни юли авг сеп окт ное дек
        ян февр март апр май юни юли авг септ окт ноем дек
        """),
    Language(
      tag: "mk",
      names: """
        јануари февруари март април мај јуни јули август септември октомври ноември декември
        јан фев мар апр мај јун јул авг сеп окт ное дек
        """),
    Language(
      tag: "sr",
      names: """
        јануар фебруар март април мај јун јул август септембар октобар новембар децембар
        јан феб мар апр мај јун јул авг сеп окт нов дец
        """),
    Language(
      tag: "sr-Latn",
      names: """
        januar februar mart april maj jun jul avgust septembar oktobar novembar decembar
        jan feb mar apr maj jun jul avg sep okt nov dec
        """),
    Language(
      tag: "be",
      names: """
        студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня \
        верасня кастрычніка лістапада снежня
        сту лют сак кра мая чэр ліп жні вер кас ліс сне
        """),
    Language(
      tag: "sk",
      names: """
        januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
        jan feb mar apr máj jún júl aug sep okt nov dec
        """),
    Language(
      tag: "sl",
      names: """
        januar februar marec april maj junij julij avgust september oktober november december
        jan feb mar apr maj jun jul avg sep okt nov dec
        """),
    Language(
      tag: "lt",
      names: """
        sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio \
        rugsėjo spalio lapkričio gruodžio
        saus vas kov bal geg birž liep rugp rugs spal lapkr gruod
        """),
    Language(
      tag: "lv",
      names: """
        janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts \
        septembris oktobris novembris decembris
        janv febr marts apr maijs jūn jūl aug sept okt nov dec
        """),
    Language(
      tag: "et",
      names: """
        jaanuar veebruar märts aprill mai juuni juuli august \
        september oktoober november detsember
        jaan veebr märts apr mai juuni juuli aug sept okt nov dets
        """),
    Language(
      tag: "is",
      names: """
        janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember
        jan feb mar apr maí jún júl ágú sep okt nóv des
        """),
    Language(
      tag: "az",
      names: """
        yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr
        yan fev mar apr may iyn iyl avq sen okt noy dek
        """),
    Language(
      tag: "ms",
      names: """
        januari februari mac april mei jun julai ogos september oktober november disember
        jan feb mac apr mei jun jul ogo sep okt nov dis
        jan feb mac apr mei jun jul ogos sep okt nov dis
        """),
    Language(
      tag: "fil",
      names: """
        enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre disyembre
        ene peb mar abr may hun hul ago set okt nob dis
        """),
    Language(
      tag: "gl",
      names: """
        xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro
        xan feb mar abr maio xuño xul ago set out nov dec
        """),
    Language(
      tag: "th",
      names: """
        มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม \
        กันยายน ตุลาคม พฤศจิกายน ธันวาคม
        ม.ค ก.พ มี.ค เม.ย พ.ค มิ.ย ก.ค ส.ค ก.ย ต.ค พ.ย ธ.ค
        """),
    // Months of the Solar Hijri calendar: the year tells.
    Language(
      tag: "fa",
      names: """
        فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
        """),
    Language(
      tag: "ur",
      names: """
        جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
        جنو فرو مار اپر مئی جون جول اگس ستم اکت نوم دسم
        """),
    Language(
      tag: "bn",
      names: """
        জানুয়ারী ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট \
        সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
        জানু ফেব মার্চ এপ্রি মে জুন জুল আগ সেপ অক্টো নভে ডিসে
        """),
    Language(
      tag: "mr",
      names: """
        जानेवारी फेब्रुवारी मार्च एप्रिल मे जून जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर डिसेंबर
        जाने फेब्रु मार्च एप्रि मे जून जुलै ऑग सप्टें ऑक्टो नोव्हें डिसें
        """),
    Language(
      tag: "gu",
      names: """
        જાન્યુઆરી ફેબ્રુઆરી માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગસ્ટ સપ્ટેમ્બર ઑક્ટોબર નવેમ્બર ડિસેમ્બર
        જાન૰ ફેબ૰ માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગ૰ સપ્ટ૰ ઑક્ટ૰ નવ૰ ડિસ૰
        """),
    Language(
      tag: "ta",
      names: """
        ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்
        ஜன பிப் மார் ஏப் மே ஜூன் ஜூலை ஆக செப் அக் நவ டிச
        """),
    Language(
      tag: "te",
      names: """
        జనవరి ఫిబ్రవరి మార్చి ఏప్రిల్ మే జూన్ జులై ఆగస్టు సెప్టెంబర్ అక్టోబర్ నవంబర్ డిసెంబర్
        జన ఫిబ్ర మార్చి ఏప్రి మే జూన్ జులై ఆగ సెప్టెం అక్టో నవం డిసెం
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
        // Of a script that has capitals beside ASCII, as Greek, both spellings.
        for spelling in Set([String(name), name.prefix(1).uppercased() + name.dropFirst()]) {
          let bytes = Array(spelling.utf8)
          let entry = MonthName(name: bytes, month: place % 12 + 1)
          if let first = bytes.first, !table[Int(first)].contains(where: { $0.name == bytes }) {
            table[Int(first)].append(entry)
          }
        }
      }
    }
    return table.map { $0.sorted { $0.name.count > $1.name.count } }
  }()

  private static let table = byFirstByte

  /// What stands before the number of a month in Vietnamese.
  private static let words = ["tháng ", "thg ", "Tháng ", "Thg "].map { Array($0.utf8) }

  /// What follows the number of a month in Chinese and Japanese, and in Korean.
  private static let signs = ["月", "월"].map { Array($0.utf8) }

  /// Reads the name of a month, with the point that may end a short one, or its number with a sign or word;
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
    for word in words {
      guard var end = endOfWord(word, in: bytes, at: at),
        case (let month, _)? = readNumber(bytes, at: &end, digits: 2), 1...12 ~= month
      else { continue }
      at = end
      return month
    }
    // Only the first letter may be a capital.
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
    guard at < bytes.count, commaLength(bytes, at: at) == 0 else { return false }
    return (0x41...0x5A).contains(bytes[at] & 0xDF) || bytes[at] >= 0xC3 && bytes[at] < 0xE2
  }
}
