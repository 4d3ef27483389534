/// The words of one language for a part of the day that a phone may put beside a time of twelve hours.
struct DayHalfWords: Sendable {
  /// As in IETF language tags.
  let tag: String

  /// Words of each ``DayHalf/Half``, a comma between them.
  var morning = ""
  var midday = ""
  var afternoon = ""
  var night = ""

  /// The words, each with what it says of the hours.
  var halves: [(word: String, half: DayHalf.Half)] {
    [
      (morning, DayHalf.Half.morning), (midday, .midday), (afternoon, .afternoon), (night, .night),
    ].flatMap { words, half in
      words.split(separator: ", ").map { (String($0), half) }
    }
  }

  /// The words in the operating systems' own locale data that ``DayHalf/all`` does not name itself:
  /// the two halves, cut short and whole, and the parts of the day that some phones write instead.
  /// Which hours a word stands for is said there too; a word of several languages stands once.
  static let all: [DayHalfWords] = [
    DayHalfWords(tag: "aa", morning: "saaku", afternoon: "carra"),
    DayHalfWords(
      tag: "af", morning: "middernag, die oggend, die nag", afternoon: "die middag, die aand"),
    DayHalfWords(tag: "agq", morning: "a.g", afternoon: "a.k"),
    DayHalfWords(tag: "ak", morning: "AN", afternoon: "ANW"),
    DayHalfWords(tag: "am", morning: "እኩለ ሌሊት, በሌሊት", afternoon: "ቀትር, በምሽት"),
    DayHalfWords(tag: "apc", morning: "صباحا", afternoon: "مساء"),
    DayHalfWords(
      tag: "ar", morning: "فجرًا, في المساء, ليلاً, في الصباح, صباحًا, ل, منتصف الليل",
      afternoon: "ظهرًا, بعد الظهر, مساءً"),
    DayHalfWords(tag: "asa", morning: "icheheavo", afternoon: "ichamthi"),
    DayHalfWords(
      tag: "az", morning: "gecəyarı, sübh, səhər, gecə, АМ, ҝеҹәјары, сүбһ, сәһәр, ҝеҹә",
      afternoon: "günorta, gündüz, axşamüstü, axşam, ПМ, ҝүнорта, ҝүндүз, ахшамүстү, ахшам"),
    DayHalfWords(tag: "bas", morning: "I bikɛ̂glà", afternoon: "I ɓugajɔp"),
    DayHalfWords(tag: "be", morning: "апоўначы", afternoon: "апоўдні"),
    DayHalfWords(tag: "bem", morning: "uluchelo", afternoon: "akasuba"),
    DayHalfWords(tag: "bew", morning: "pg/sg, pagi/siang", afternoon: "sr/mlm, soré/malem"),
    DayHalfWords(tag: "bez", morning: "pamilau", afternoon: "pamunyi"),
    DayHalfWords(
      tag: "bg", morning: "полунощ, сутринта", midday: "на обяд", afternoon: "следобед, вечерта",
      night: "през нощта"),
    DayHalfWords(tag: "bgc", morning: "तडके", afternoon: "सांझ"),
    DayHalfWords(tag: "bho", morning: "भोर"),
    DayHalfWords(
      tag: "bn", morning: "ভোর, সকাল, ভোরবেলায়, সকালবেলায়", afternoon: "দুপুর, বিকাল, সন্ধ্যা, দুপুরবেলায়, সন্ধ্যাবেলায়",
      night: "রাত্রি, রাত্রিবেলায়, রাত্রিতে"),
    DayHalfWords(tag: "bo", morning: "སྔ་དྲོ་", afternoon: "ཕྱི་དྲོ་"),
    DayHalfWords(tag: "bqi", morning: "پ.ظ., پیش ز ظهر", afternoon: "بعد ز ظهر"),
    DayHalfWords(tag: "br", afternoon: "G.M."),
    DayHalfWords(tag: "brx", morning: "फुं, फुं नि", afternoon: "बेलासे, बेलासे नि"),
    DayHalfWords(
      tag: "bs", morning: "ponoć, ujutro, prije podne, поноћ, ујутру, прије подне",
      afternoon: "podne, poslije podne, navečer, po podne, подне, у подне, увече, послије подне",
      night: "po noći, ноћу"),
    DayHalfWords(tag: "byn", morning: "ፋዱስ ጃብ", afternoon: "ፋዱስ ደምቢ"),
    DayHalfWords(
      tag: "ca", morning: "mitjanit, matinada, matí",
      afternoon: "migdia, tarda, vespre, nit, vesprada"),
    DayHalfWords(tag: "ccp", morning: "𑄛𑄧𑄖𑄳𑄠𑄃𑄟𑄧𑄣𑄳𑄠𑄬, 𑄝𑄬𑄚𑄳𑄠𑄬", afternoon: "𑄘𑄨𑄝𑄪𑄎𑄳𑄠, 𑄝𑄬𑄣𑄳𑄠𑄬, 𑄥𑄎𑄧𑄚𑄳𑄠", night: "𑄢𑄬𑄖𑄴"),
    DayHalfWords(tag: "chr", morning: "ᏌᎾᎴ", afternoon: "ᏒᎯᏱᎢ, ᎢᎦ, ᏒᎯᏱᎢᏗᏢ"),
    DayHalfWords(
      tag: "cs", morning: "půln., r., půlnoc, ráno, dopoledne",
      afternoon: "pol., več., poledne, odpoledne, večer", night: "v n., v noci"),
    DayHalfWords(tag: "csw", morning: "ᐊᒼ, ᐁᒼ", afternoon: "ᐲᒼ"),
    DayHalfWords(tag: "cv", morning: "к. у.", afternoon: "к. х."),
    DayHalfWords(
      tag: "cy", morning: "canol nos, y bore, yb", afternoon: "canol dydd, y prynhawn, yr hwyr, yh"),
    DayHalfWords(
      tag: "da", morning: "midnat, om morgenen, om formiddagen, om natten",
      afternoon: "om eftermiddagen, om aftenen"),
    DayHalfWords(tag: "dav", morning: "Luma lwa K", afternoon: "luma lwa p"),
    DayHalfWords(tag: "de", morning: "Mitternacht"),
    DayHalfWords(tag: "dje", morning: "Subbaahi", afternoon: "Zaarikay b"),
    DayHalfWords(tag: "doi", morning: "सवेर", afternoon: "स’ञ, दपैहर बाद"),
    DayHalfWords(tag: "dsb", morning: "dopołdnja", afternoon: "wótp., wótpołdnja"),
    DayHalfWords(tag: "dua", morning: "idiɓa", afternoon: "ebyámu"),
    DayHalfWords(tag: "dz", morning: "སྔ་ཆ་", afternoon: "ཕྱི་ཆ་"),
    DayHalfWords(tag: "ebu", morning: "KI", afternoon: "UT"),
    DayHalfWords(
      tag: "ee", morning: "ŋdi, ŋdi ga, fɔŋli, fɔŋli ga",
      afternoon: "ɣetrɔ, ɣetrɔ ga, ŋdɔ, ŋdɔ ga, fiẽ, fiẽ ga", night: "zã, zã ga"),
    DayHalfWords(
      tag: "el", morning: "πρωί, το πρωί", afternoon: "μεσημ., απόγ., το μεσημέρι, το απόγευμα",
      night: "βράδυ, το βράδυ"),
    DayHalfWords(
      tag: "en", morning: "morning", afternoon: "midday, afternoon, evening", night: "night"),
    DayHalfWords(tag: "eo", morning: "atm", afternoon: "ptm"),
    DayHalfWords(
      tag: "es", morning: "madrugada, mañana", afternoon: "del mediodía, mediodía, tarde, noche, m."
    ),
    DayHalfWords(
      tag: "et", morning: "keskööl, hommikul", afternoon: "keskpäeval, pärastlõunal, õhtul",
      night: "öösel"),
    DayHalfWords(
      tag: "eu", morning: "gauerdia, goizald., goizeko, goizaldeko",
      afternoon: "eguerd., arrats., iluntz., gaueko, eguerdiko, arratsaldeko, iluntzeko"),
    DayHalfWords(tag: "ewo", morning: "kíkíríg", afternoon: "ngəgógəle"),
    DayHalfWords(
      tag: "fa", morning: "بامداد, صبح, نیمه\u{200C}شب, قبل\u{200C}ازظهر",
      afternoon: "ظهر, عصر, شب, بعدازظهر, بعدازچاشت"),
    DayHalfWords(tag: "ff", morning: "subaka, 𞤀𞤎", afternoon: "kikiiɗe, 𞤇𞤎"),
    DayHalfWords(
      tag: "fi", morning: "keskiyöllä, aamulla, aamup., aamupäivällä",
      afternoon: "keskip., iltap., illalla, keskipäivällä, iltapäivällä", night: "yöllä"),
    DayHalfWords(
      tag: "fil", morning: "hatinggabi, ng umaga, madaling-araw, nang umaga",
      afternoon: "tanghaling-tapat, ng hapon, ng gabi, tanghali, gabi"),
    DayHalfWords(
      tag: "fr", morning: "minuit, matin, du matin, du mat., min., mat., de la nuit, nuit",
      afternoon: "midi, après-midi, soir, de l’après-midi, du soir, de l’ap.m., ap.m."),
    DayHalfWords(
      tag: "frr", morning: "i/m, iarmade, de iarmade", afternoon: "e/m, eftermade, de eftermade"),
    DayHalfWords(tag: "fur", morning: "a.", afternoon: "p."),
    DayHalfWords(tag: "gaa", morning: "LB, LEEBI", afternoon: "SN, SHWANE"),
    DayHalfWords(tag: "gd", morning: "m", afternoon: "f"),
    DayHalfWords(
      tag: "gl", morning: "da madrugada, da mañá", afternoon: "do mediodía, da tarde",
      night: "da noite"),
    DayHalfWords(
      tag: "gsw", morning: "am Morge, znacht, am Vormittag",
      afternoon: "nam., zmittag, am Namittag, zaabig"),
    DayHalfWords(tag: "gu", morning: "મધ્યરાત્રિ, સવારે", afternoon: "બપોરે, સાંજે", night: "રાત્રે"),
    DayHalfWords(tag: "guz", morning: "Ma, Mambia", afternoon: "Mo, Mog"),
    DayHalfWords(tag: "ha", morning: "Safiya", afternoon: "Yamma"),
    DayHalfWords(
      tag: "he", morning: "חצות, בוקר, לפנות בוקר, בבוקר",
      afternoon: "צהריים, אחר הצהריים, ערב, בצהריים, בערב", night: "לילה, בלילה"),
    DayHalfWords(
      tag: "hi", morning: "मध्यरात्रि, सुबह, subah, aadhi raat",
      afternoon: "दोपहर, शाम, dopahar, shaam, Madhyanh", night: "रात, raat"),
    DayHalfWords(tag: "hr", night: "noću"),
    DayHalfWords(tag: "hsb", afternoon: "popołdnju"),
    DayHalfWords(
      tag: "hu", morning: "éjfél, reggel, hajnal, délelőtt", afternoon: "dél, este, délután",
      night: "éjjel"),
    DayHalfWords(
      tag: "hy", morning: "կեսգիշեր, առավոտյան, գիշերը, կեսգիշերին, գիշերվա",
      afternoon: "կեսօր, ցերեկը, երեկոյան, կեսօրին, ցերեկվա"),
    DayHalfWords(
      tag: "id", morning: "tengah malam, pagi", midday: "siang",
      afternoon: "tengah hari, sore, malam"),
    DayHalfWords(tag: "ig", morning: "N’ụtụtụ", afternoon: "N’abalị, N’abali"),
    DayHalfWords(tag: "ii", morning: "ꎸꄑ", afternoon: "ꁯꋒ"),
    DayHalfWords(
      tag: "is", morning: "miðnætti, að morgni, að nóttu", afternoon: "hádegi, síðdegis, að kvöldi"),
    DayHalfWords(
      tag: "it", morning: "mezzanotte, di mattina, di notte",
      afternoon: "mezzogiorno, di pomeriggio, di sera, del pomeriggio"),
    DayHalfWords(tag: "ja", morning: "真夜中, 朝", afternoon: "正午, 昼, 夕方, 夜", night: "夜中"),
    DayHalfWords(tag: "jgo", morning: "mbaꞌmbaꞌ", afternoon: "ŋka mbɔ́t nji"),
    DayHalfWords(tag: "jmc", morning: "utuko", afternoon: "kyiukonyi"),
    DayHalfWords(tag: "jv", morning: "Isuk", afternoon: "Wengi"),
    DayHalfWords(
      tag: "ka", morning: "შუაღამეს, დილ., დილით",
      afternoon: "შუადღ., ნაშუადღ., საღ., შუადღეს, ნაშუადღევს, საღამოს", night: "ღამ., ღამით"),
    DayHalfWords(tag: "kab", morning: "n tufat", afternoon: "n tmeddit"),
    DayHalfWords(tag: "kam", morning: "Ĩyakwakya", afternoon: "Ĩyawĩoo"),
    DayHalfWords(tag: "kde", morning: "Muhi", afternoon: "Chilo"),
    DayHalfWords(tag: "kek", morning: "EQʼ", afternoon: "EW"),
    DayHalfWords(tag: "khq", morning: "Adduha", afternoon: "Aluula"),
    DayHalfWords(tag: "ki", morning: "Kiroko, Kĩroko", afternoon: "Hwaĩ-inĩ"),
    DayHalfWords(
      tag: "kk", morning: "түн жарымы, таңғы, ت د, ءتۇن جارىمى, تاڭعى",
      afternoon: "түскі, түстен кейінгі, кешкі, ت ك, تۇسكى, تۇستەن كەيىنگى, كەش, كەشى",
      night: "түнгі, تۇنگى"),
    DayHalfWords(
      tag: "kl", morning: "u.t., ulloqeqqata-tungaa", afternoon: "u.k., ulloqeqqata-kingorna"),
    DayHalfWords(tag: "kln", morning: "krn, karoon", afternoon: "koosk, kooskoliny"),
    DayHalfWords(
      tag: "km", morning: "អធ្រាត្រ, នៅពេល\u{200B}ព្រឹក, ព្រឹក",
      afternoon: "ថ្ងៃត្រង់, នៅពេលរសៀល, នៅពេល\u{200B}ល្ងាច, នៅពេល\u{200B}យប់, រសៀល, ល្ងាច, យប់"),
    DayHalfWords(tag: "kn", morning: "ಮಧ್ಯ ರಾತ್ರಿ, ಬೆಳಗ್ಗೆ", afternoon: "ಮಧ್ಯಾಹ್ನ, ಸಂಜೆ", night: "ರಾತ್ರಿ"),
    DayHalfWords(tag: "ko", morning: "자정, 아침, 새벽", afternoon: "정오, 저녁", night: "밤"),
    DayHalfWords(
      tag: "kok", morning: "मध्यान, सकाळ, मध्यानरात, सकाळीं, modhyan, sokall, modhyanrat, sokallim",
      afternoon: "दनपार, सांज, सांजे, दनपारां, donpar, sanj, sanje, donparam", night: "राती, rat, rati"),
    DayHalfWords(tag: "ks", morning: "اے ایم, ये एम", afternoon: "پی ایم, पी एम"),
    DayHalfWords(tag: "ksb", morning: "makeo", afternoon: "nyiaghuo"),
    DayHalfWords(tag: "ksf", morning: "sárúwá", afternoon: "cɛɛ́nko"),
    DayHalfWords(
      tag: "ksh", morning: "v.M., vörmiddaachs", afternoon: "n.M., nommendaachs"),
    DayHalfWords(tag: "kxv", morning: "ए एम, ଏ ଏମ, ఎ ఎమ్", afternoon: "ପି ଏମ, పి ఎమ్"),
    DayHalfWords(
      tag: "ky", morning: "түн ортосу, эртең менен, таңкы",
      afternoon: "чак түш, түштөн кийин, кечинде, түштөн кийинки", night: "түн ичинде"),
    DayHalfWords(tag: "lag", morning: "TOO", afternoon: "MUU"),
    DayHalfWords(
      tag: "lij", morning: "mëzaneutte, da mattin", afternoon: "mëzogiorno, de poidisnâ, da seia",
      night: "da neutte"),
    DayHalfWords(tag: "lmo", morning: "del matin", afternoon: "de sira"),
    DayHalfWords(tag: "ln", morning: "ntɔ́ngɔ́", afternoon: "mpókwa"),
    DayHalfWords(
      tag: "lo", morning: "ທ່ຽງຄືນ, ຕອນເຊົ້າ", afternoon: "ຕອນທ່ຽງ, ຕອນບ່າຍ, ຕອນແລງ",
      night: "ກາງຄືນ, ຕອນກາງຄືນ"),
    DayHalfWords(
      tag: "lt", morning: "vidurnaktis, rytas, naktis", afternoon: "perpiet, popietė, vakaras"),
    DayHalfWords(tag: "ltg", morning: "prīškpušdīnē", afternoon: "piecpušdīnē"),
    DayHalfWords(tag: "lu", morning: "Dinda", afternoon: "Dilolo"),
    DayHalfWords(tag: "luo", morning: "OD", afternoon: "OT"),
    DayHalfWords(
      tag: "lv", morning: "pusnaktī, no rīta, priekšpusdienā",
      afternoon: "pusd., pēcpusd., vakarā, pusdienlaikā, pēcpusdienā", night: "naktī"),
    DayHalfWords(tag: "lzz", morning: "Ç̌um, Ç̌umaneri", afternoon: "Ondğ, Ondğeri"),
    DayHalfWords(tag: "mas", morning: "Ɛnkakɛnyá", afternoon: "Ɛndámâ"),
    DayHalfWords(tag: "mer", morning: "RŨ", afternoon: "ŨG"),
    DayHalfWords(tag: "mgh", morning: "wichishu", afternoon: "mchochil’l"),
    DayHalfWords(
      tag: "mk", morning: "полноќ, наутро, претпладне, ноќе, по полноќ",
      afternoon: "напладне, попладне, навечер"),
    DayHalfWords(
      tag: "ml", morning: "അർദ്ധരാത്രി, പുലർച്ചെ, രാവിലെ", afternoon: "ഉച്ച, ഉച്ചയ്ക്ക്, ഉച്ചതിരിഞ്ഞ്, വൈകുന്നേരം, സന്ധ്യ", night: "രാത്രി"),
    DayHalfWords(
      tag: "mn", morning: "шөнө дунд, өглөө, ᠦ᠂ ᠥ", afternoon: "үд дунд, өдөр, орой, ᠦ᠂ ᠬᠣ",
      night: "шөнө"),
    DayHalfWords(tag: "mni", morning: "নুমাং, এ এম", afternoon: "পি এম"),
    DayHalfWords(tag: "mr", morning: "मध्यरात्र, पहाट", afternoon: "मध्यान्ह, दुपार, संध्याकाळ, सायंकाळ", night: "रात्र"),
    DayHalfWords(tag: "ms", afternoon: "petang"),
    DayHalfWords(tag: "mua", morning: "comme", afternoon: "lilli"),
    DayHalfWords(tag: "my", morning: "သန်းခေါင်ယံ", afternoon: "မွန်းတည့်, နေ့လယ်, ည"),
    DayHalfWords(tag: "myv", morning: "обедтэ икеле", afternoon: "обедтэ мейле"),
    DayHalfWords(tag: "naq", morning: "ǁgoagas", afternoon: "ǃuias"),
    DayHalfWords(
      tag: "nb",
      morning:
        "midn., morg., form., natt, midnatt, på morgenen, på formiddagen, på natten, morgenen, formiddagen, natten",
      afternoon: "etterm., kveld, på ettermiddagen, på kvelden, ettermiddagen, kvelden"),
    DayHalfWords(tag: "nds", morning: "vm", afternoon: "nm"),
    DayHalfWords(tag: "ne", morning: "मध्यरात, बिहान", afternoon: "अपरान्ह, साँझ, बेलुकी"),
    DayHalfWords(
      tag: "nl", morning: "middernacht, ’s ochtends, ’s nachts", afternoon: "’s middags, ’s avonds"),
    DayHalfWords(tag: "nmg", morning: "maná", afternoon: "kugú"),
    DayHalfWords(tag: "nn", morning: "på morgonen, på natta, formiddag", afternoon: "ettermiddag"),
    DayHalfWords(tag: "nnh", morning: "mbaʼámbaʼ", afternoon: "ncwònzém"),
    DayHalfWords(tag: "nqo", morning: "ߛ", afternoon: "ߥ"),
    DayHalfWords(tag: "nso", morning: "mesong", afternoon: "thapama"),
    DayHalfWords(tag: "nus", morning: "RW", afternoon: "TŊ"),
    DayHalfWords(tag: "os", morning: "ӕмбисбоны размӕ", afternoon: "ӕмбисбоны фӕстӕ"),
    DayHalfWords(tag: "pa", morning: "ਅੱਧੀ ਰਾਤ, ਸਵੇਰੇ", afternoon: "ਦੁਪਹਿਰੇ, ਸ਼ਾਮੀਂ", night: "ਰਾਤੀਂ"),
    DayHalfWords(tag: "pcm", morning: "FM, Fọ mọ́nin", afternoon: "FI, Fọ ívnin"),
    DayHalfWords(
      tag: "pl", morning: "o północy, rano, przed południem",
      afternoon: "w południe, po południu, wieczorem", night: "w nocy"),
    DayHalfWords(tag: "ps", morning: "غ.م, ع.م"),
    DayHalfWords(tag: "pt", morning: "meia-noite, da manhã", afternoon: "meio-dia"),
    DayHalfWords(tag: "quc", morning: "Aqʼabʼil", afternoon: "Kbʼeqʼij"),
    DayHalfWords(tag: "raj", morning: "सबेरे", afternoon: "सांम"),
    DayHalfWords(tag: "rn", morning: "Z.MU.", afternoon: "Z.MW."),
    DayHalfWords(
      tag: "ro", morning: "miezul nopții, dimineața, la miezul nopții",
      afternoon: "amiază, după-amiaza, seara, la amiază", night: "noaptea"),
    DayHalfWords(tag: "rof", morning: "kang’ama", afternoon: "kingoto"),
    DayHalfWords(
      tag: "ru", morning: "полн., утра, полночь", afternoon: "полд., дня, вечера, полдень",
      night: "ночи"),
    DayHalfWords(tag: "sah", morning: "ЭИ", afternoon: "ЭК"),
    DayHalfWords(tag: "saq", morning: "Tesiran", afternoon: "Teipa"),
    DayHalfWords(tag: "sat", morning: "ᱥᱮᱛᱟᱜ, ᱥᱤᱧ/ᱥᱮᱛᱟᱜ", afternoon: "ᱧᱤᱫᱟᱹ, ᱟᱹᱭᱩᱵ/ᱧᱤᱫᱟ"),
    DayHalfWords(tag: "sbp", morning: "Lwamilawu", afternoon: "Pashamihe"),
    DayHalfWords(
      tag: "sd", morning: "सुबुह जा, मंझंदि का पहिंरो", afternoon: "شام, منجهند، شام, शाम जा, मंझंदि को पोए"),
    DayHalfWords(tag: "se", morning: "i.b., iđitbeaivet, ib", afternoon: "e.b., eahketbeaivet, eb"),
    DayHalfWords(tag: "sg", morning: "ND", afternoon: "LK"),
    DayHalfWords(tag: "shi", morning: "ⵜⵉⴼⴰⵡⵜ, tifawt", afternoon: "ⵜⴰⴷⴳⴳⵯⴰⵜ, tadggʷat"),
    DayHalfWords(tag: "shn", morning: "တၸ., တွၼ်ႈၸဝ်ႉ", afternoon: "တလ., တွၼ်ႈလႃႈ"),
    DayHalfWords(
      tag: "si", morning: "මැදියම, පාන්දර, උදේ, මැදියමට පසු", afternoon: "මධ්\u{200D}යාහ්නය, දවල්, හවස, රෑ"),
    DayHalfWords(tag: "sid", morning: "soodo", afternoon: "hawwaro"),
    DayHalfWords(
      tag: "sk", morning: "o poln., dopol., o polnoci, dopoludnia",
      afternoon: "napol., popol., napoludnie, popoludní"),
    DayHalfWords(
      tag: "sl", morning: "zjut., opolnoči, zjutraj, dopoldan",
      afternoon: "opold., zveč., opoldne, popoldan, zvečer", night: "ponoči"),
    DayHalfWords(
      tag: "sq", morning: "e mesnatës, e mëngjesit, e natës", afternoon: "e mesditës, e mbrëmjes"),
    DayHalfWords(
      tag: "sr", morning: "јутро, ujutru, jutro, ујутро, pre podne",
      afternoon: "по под., вече, uveče, po pod., veče"),
    DayHalfWords(tag: "st", morning: "Hoseng", afternoon: "Thapama"),
    DayHalfWords(
      tag: "sv", morning: "på morg., på förm., på förmiddagen, fm.",
      afternoon: "på efterm., på kvällen, på eftermiddagen, em."),
    DayHalfWords(
      tag: "sw", morning: "saa sita za usiku, alfajiri, asubuhi",
      afternoon: "adhuhuri, mchana, jioni, saa sita za mchana", night: "usiku"),
    DayHalfWords(tag: "syr", morning: "\u{70F}ܩܛ\u{200C}", afternoon: "\u{70F}ܒܛ\u{200C}"),
    DayHalfWords(tag: "szl", morning: "do połedniŏ", afternoon: "po połedniu"),
    DayHalfWords(
      tag: "ta", morning: "நள்ளிரவு, அதிகாலை, காலை", afternoon: "நண்பகல், மதியம், மாலை, அந்தி மாலை", night: "இரவு"),
    DayHalfWords(tag: "te", morning: "అర్ధరాత్రి, ఉదయం", afternoon: "మధ్యాహ్నం, సాయంత్రం", night: "రాత్రి"),
    DayHalfWords(tag: "teo", morning: "Taparachu", afternoon: "Ebongi"),
    DayHalfWords(
      tag: "th", morning: "เที่ยงคืน, ในตอนเช้า", afternoon: "เที่ยง, ในตอนบ่าย, บ่าย, ในตอนเย็น, ค่ำ",
      night: "กลางคืน"),
    DayHalfWords(tag: "ti", morning: "ንጉሆ ሰዓተ", afternoon: "ድሕር ሰዓት"),
    DayHalfWords(tag: "tig", morning: "ቀደም ሰርምዕል", afternoon: "ሓቆ ስርምዕል"),
    DayHalfWords(tag: "tk", morning: "günortadan öň", afternoon: "günortadan soň"),
    DayHalfWords(tag: "to", morning: "HH, hengihengi", afternoon: "EA, efiafi"),
    DayHalfWords(
      tag: "tr", morning: "gece yarısı, sabah, öğleden önce",
      afternoon: "öğle, öğleden sonra, akşamüstü, akşam", night: "gece"),
    DayHalfWords(tag: "tzm", morning: "Zdat azal", afternoon: "Ḍeffir aza"),
    DayHalfWords(tag: "ug", morning: "چۈشتىن بۇرۇن", afternoon: "چۈشتىن كېيىن"),
    DayHalfWords(tag: "uk", morning: "ночі, ранку, опівночі", afternoon: "вечора, пополудні"),
    DayHalfWords(
      tag: "ur", morning: "آدھی رات, صبح میں", afternoon: "دوپہر, سہ پہر, دوپہر میں, شام میں",
      night: "رات, رات میں"),
    DayHalfWords(
      tag: "uz", morning: "yarim tun, ertalab, ярим тун, эрталаб", midday: "kunduzi, кундузи",
      afternoon: "tush payti, kechqurun, туш пайти, кечқурун", night: "kechasi, кечаси"),
    DayHalfWords(
      tag: "vi", morning: "nửa đêm, sáng", afternoon: "TR, chiều, tối, trưa", night: "đêm"),
    DayHalfWords(tag: "vmw", morning: "vaasisu", afternoon: "makaaripi"),
    DayHalfWords(tag: "wal", morning: "ማለዶ", afternoon: "ቃማ"),
    DayHalfWords(tag: "wo", morning: "Sub", afternoon: "Ngo"),
    DayHalfWords(tag: "xnr", morning: "भ्यागा", afternoon: "दपेहरा/संजा"),
    DayHalfWords(tag: "xog", morning: "Munkyo", afternoon: "Eigulo"),
    DayHalfWords(tag: "yav", morning: "kiɛmɛ́ɛm", afternoon: "kisɛ́ndɛ"),
    DayHalfWords(tag: "yi", morning: "פֿאַרמיטאָג", afternoon: "נאָכמיטאָג"),
    DayHalfWords(tag: "yo", morning: "Àárɔ̀", afternoon: "Ɔ̀sán"),
    DayHalfWords(tag: "yue", morning: "上晝, 午夜, 朝早, 上昼", afternoon: "下晝, 夜晚, 下昼"),
    DayHalfWords(tag: "za", morning: "banhaet", afternoon: "banringzgvaq"),
    DayHalfWords(
      tag: "zu", morning: "entathakusa, ekuseni", midday: "emini", afternoon: "ntambama, ebusuku"),
  ]
}
