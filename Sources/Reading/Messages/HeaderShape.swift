/// A way in which a message begins: date and time, and what stands around them.
///
/// The shapes are those of docs/formats.md#header-shapes. A shape does not say which number of the
/// date is the day: that is decided for a transcript as a whole (``DateOrders``). Marks that show
/// nothing may stand before and between all parts, and any script's digits will do.
struct HeaderShape: Sendable {
  /// What the load summary calls it.
  let name: String

  /// Its parts in order: `D` a date in numbers, `M` one whose month is a word, the year perhaps
  /// left out, `N` day and month in numbers without a year, `T` a time with or without seconds,
  /// `P` a word for the half of the day, `W` a word between date and time, a space one or more
  /// blanks, `,` a comma of any script, `*` what the Markdown of WhatsApp Web puts after a time and
  /// is not part of the header, any other character itself. One without a date takes the day of
  /// the heading above: ``DayHeadings``.
  let layout: String

  /// Lines that have it; the last line of each.
  let examples: [String]

  /// Whether the day stands in a heading above.
  var isUnderHeading: Bool { !layout.contains { "DMN".contains($0) } }

  /// Whether phones write it where messages are copied, and leave out the year.
  var isCopied: Bool { layout.hasPrefix("[N") }

  /// Whether the month is a word, so that nothing is left to decide about its dates.
  var namesMonth: Bool { layout.contains("M") || isUnderHeading }

  /// Every shape that is known; the commoner one first, since they are tried in this order.
  static let all: [HeaderShape] = [
    HeaderShape(
      name: "android 24 h", layout: "D, T - ",
      examples: [
        "17/02/2025, 16:14 - Anna: merci", "8/26/19, 17:47 - Anna left",
        "29.01.18, 12:24 - Anna: ja", "2019-10-20, 10:16 - Anna: ok",
        "2018/07/25, 09:01 - Anna: ok", "15.04.2016, 15:04:59 - Anna: ok",
        "۲۰۲۱/۵/۳۰، ۱۸:۴۴ - Anna: ok", "27.03.22 г., 21:41 ч. - Anna: ok",
        "27. 3. 2022., 21:41 - Anna: ok", "२७/०३/२२, २१:४१ - Anna: ok",
      ]),
    HeaderShape(
      name: "android 12 h", layout: "D, T P - ",
      examples: [
        "1/29/18, 12:24 PM - Anna: yes", "1/5/23, 2:30\u{202F}PM - Anna: yes",
        "12/07/17, 10:35 pm - Anna: yes", "2020-09-22, 7:11 a.m. - Anna: yes",
        "10/10/2025, 12:35 a.\u{A0}m. - Anna: sí", "03/01/2021, 9:15 in the morning - Anna: yes",
      ]),
    HeaderShape(
      name: "ios 24 h", layout: "[D, T] ",
      examples: [
        "[27/07/2025, 19:41:23] Anna: merci", "[3/27/22, 21:41:35] Anna: \u{200E}image absente",
        "\u{200E}[04.01.18, 11:53:57] Anna: \u{200E}<attached: 1.jpg>",
        "[\u{FEFF}29.01.18, 12:24:03] Anna left", "\u{FEFF}\u{FEFF}[29.01.18, 12:24:03] Anna: ja",
        "[\u{200F}27\u{200F}/3\u{200F}/2022، 21:41:35] Anna: ok",
        "[3/18/R4, 14:56:01] Anna: ok", "[3/18/2565 BE, 14:56:01] Anna: ok",
        "[2022-03-27, 21 h 41 min 35 s] Anna: oui",
      ]),
    HeaderShape(
      name: "ios 12 h", layout: "[D, T P] ",
      examples: [
        "[28/02/2022, 9:52:58 PM] Anna: yes", "[28/02/2022, 9:52:58\u{202F}PM] Anna: yes",
        "[25-09-18, 4:08:02 AM] Anna: yes", "[31/12/2019, 2:14:40 a.m.] Anna: sí",
        "\u{200F}[٢٧\u{200F}/٣\u{200F}/٢٠٢٢، ٩:٤١:٣٥\u{A0}م] Anna: ok",
      ]),
    HeaderShape(
      name: "android 24 h without comma", layout: "D T - ",
      examples: [
        "13/05/2026 08:00 - Anna: oui", "17/2/20 21:42 - Anna: sí", "18.03.22 14:56 - Anna: jo",
        "18-03-2022 14:56 - Anna: ja", "30/08/25 18.00 - Anna: ya",
      ]),
    HeaderShape(
      name: "android 12 h without comma", layout: "D T P - ",
      examples: [
        "20/6/2017 8:28 p.\u{A0}m. - Anna: sí", "9/5/2020 8:04 p. m. - Anna: sí",
        "02/01/2024 03:04 下午 - Anna: 好",
      ]),
    HeaderShape(
      name: "ios 24 h without comma", layout: "[D T] ",
      examples: [
        "[3/18/22 14:56:00] Anna: oui", "[29/01/2018 12:24:03] Anna: oui",
        "[3/27/22 21.41.35] Anna: ya", "[2019-04-16 02:09] Anna: ok",
        "[R4/3/18 14:56:01] Anna: ok", "[2022. 03. 27. 21:41:35] Anna: jó",
        "[22. 3. 27. 21시 4분 5초] Anna: 네",
      ]),
    HeaderShape(
      name: "ios 12 h without comma", layout: "[D T P] ",
      examples: ["[25/10/05 02:04:35 AM] Anna: yes"]),
    HeaderShape(
      name: "old ios 24 h", layout: "D, T: ",
      examples: ["12.07.2017, 22:35:22: Anna: ja", "12.07.2017, 22:35: Anna: ja"]),
    HeaderShape(
      name: "old ios 12 h", layout: "D, T P: ",
      examples: [
        "7/1/16, 5:08:08 PM: Anna: yes", "7/1/16, 5:08:08 PM: \u{200E}Anna added you",
      ]),
    HeaderShape(
      name: "old ios 24 h without comma", layout: "D T: ",
      examples: ["08/10/13 14:07:41: Anna: oui"]),
    HeaderShape(
      name: "old ios 12 h without comma", layout: "D T P: ",
      examples: ["08/10/13 2:07:41 pm: Anna: sí"]),
    HeaderShape(
      name: "android with a word before the time", layout: "D W T - ",
      examples: [
        "12/07/2017 à 22:35 - Anna: oui", "02.05.18 um 18:00 - Anna: ja",
        "31.5.2019 klo 16.58 - Anna: joo", "12/07/2017 às 22:35 - Anna: sim",
      ]),
    HeaderShape(
      name: "ios with a word before the time", layout: "[D W T] ",
      examples: ["[12.3.2022 klo 14.08.18] Anna: joo", "[12/07/2017 à 22:35:01] Anna: oui"]),
    HeaderShape(
      name: "android 12 h with a word before the time", layout: "D W T P - ",
      examples: [
        "12/07/2017 às 9:15 PM - Anna: sim", "1/29/18 at 12:24 PM - Anna: yes",
      ]),
    HeaderShape(
      name: "ios 12 h with a word before the time", layout: "[D W T P] ",
      examples: ["[12/07/2017 à 9:35:01 PM] Anna: oui"]),
    HeaderShape(
      name: "ios, time first", layout: "[T, D] ",
      examples: ["[21:41:35, 3/27/22] Anna: ok"]),
    HeaderShape(
      name: "ios 12 h, time first", layout: "[T P, D] ",
      examples: ["[9:41:35 CH, 27/3/22] Anna: ok"]),
    HeaderShape(
      name: "ios, time first, without comma", layout: "[T D] ",
      examples: ["[21:41:35 27/3/22] Anna: ok"]),
    HeaderShape(
      name: "ios 12 h, time first, without comma", layout: "[T P D] ",
      examples: ["[9:41:35 CH 27/3/22] Anna: ok"]),
    HeaderShape(
      name: "android, time first", layout: "T, D - ",
      examples: ["21:41, 27/3/22 - Anna: ok"]),
    HeaderShape(
      name: "android 12 h, time first", layout: "T P, D - ",
      examples: ["9:41 CH, 27/3/22 - Anna: ok"]),
    HeaderShape(
      name: "android, time first, without comma", layout: "T D - ",
      examples: ["21:41 27/3/22 - Anna: ok"]),
    HeaderShape(
      name: "android 12 h, time first, without comma", layout: "T P D - ",
      examples: ["9:41 CH 27/3/22 - Anna: ok"]),
    HeaderShape(
      name: "old android, time first", layout: "T, M - ",
      examples: [
        "19:07, 20 Sep 2013 - Anna: yes", "19:07, 20 Sep - Anna: yes",
        "19:07, 20 sept. 2013 - Anna: oui", "19:07, 20 de set de 2013 - Anna: sim",
      ]),
    HeaderShape(
      name: "old android 12 h, time first", layout: "T P, M - ",
      examples: [
        "7:07 PM, 20 Sep 2013 - Anna: yes", "7:07PM, Sep 20, 2013 - Anna: yes",
        "7:07 pm, 20 Sep - Anna: yes",
      ]),
    HeaderShape(
      name: "old android, time first, without year", layout: "T, N - ",
      examples: ["22:35, 20 07 - Anna: yes"]),
    HeaderShape(
      name: "old android 12 h, time first, without year", layout: "T P, N - ",
      examples: ["10:35 PM, 07 20 - Anna: yes"]),
    HeaderShape(
      name: "old android, month as a word", layout: "M, T - ",
      examples: ["20 Sep 2013, 19:07 - Anna: yes", "18 Mar, 12:14 - Anna: yes"]),
    HeaderShape(
      name: "old android 12 h, month as a word", layout: "M, T P - ",
      examples: ["Sep 20, 7:07 PM - Anna: yes", "Sep 20, 2013, 7:07 PM - Anna: yes"]),
    HeaderShape(
      name: "old android, month as a word, without comma", layout: "M T - ",
      examples: [
        "18 Mar 12:14 - Anna: yes", "18 März 2014 12:14 - Anna: ja", "3月18日 12:14 - Anna: 好",
      ]),
    HeaderShape(
      name: "old android 12 h, month as a word, without comma", layout: "M T P - ",
      examples: ["18 Mar 12:14 p. m. - Anna: sí"]),
    HeaderShape(
      name: "old android, month as a word, period before the time", layout: "M P T - ",
      examples: ["3月18日 下午12:14 - Anna: 好", "2014년 3월 18일 오후 12:14 - Anna: 네"]),
    HeaderShape(
      name: "old android, month as a word, period before the time after a comma",
      layout: "M, P T - ",
      examples: ["3월 18일, 오후 12:14 - Anna: 네"]),
    HeaderShape(
      name: "ios, period before the time", layout: "[D P T] ",
      examples: ["[2022/3/27 下午9:41:35] Anna: 好", "[2022/3/27 오후 9:41:35] Anna: 네"]),
    HeaderShape(
      name: "ios, period before the time after a comma", layout: "[D, P T] ",
      examples: ["[2022/3/27, 下午9:41:35] Anna: 好"]),
    HeaderShape(
      name: "android, period before the time", layout: "D P T - ",
      examples: ["2022/3/27 上午10:30 - Anna: 好"]),
    HeaderShape(
      name: "android, period before the time after a comma", layout: "D, P T - ",
      examples: ["2022/3/27, 오후 3:06 - Anna: 네"]),
    HeaderShape(
      name: "old ios, period before the time", layout: "D P T: ",
      examples: ["2016-07-01 下午5:08:08: Anna: 好"]),
    HeaderShape(
      name: "old ios, period before the time after a comma", layout: "D, P T: ",
      examples: ["2016/7/1, 오후 5:08:08: Anna: 네"]),
    HeaderShape(
      name: "en dash", layout: "D, T – ",
      examples: ["17/09/2019, 20:30 – Anna: ja"]),
    HeaderShape(
      name: "en dash 12 h", layout: "D, T P – ",
      examples: ["09/17/19, 8:30:52 AM – Anna: yes"]),
    HeaderShape(
      name: "ios, time in brackets", layout: "[D (T)] ",
      examples: ["[22/3/27 (21:41:35)] Anna: bai"]),
    HeaderShape(
      name: "ios 12 h, time in brackets", layout: "[D (T P)] ",
      examples: ["[22/3/27 (9:41:35 PM)] Anna: bai"]),
    HeaderShape(
      name: "android, time in brackets", layout: "D (T) - ",
      examples: ["22/3/27 (21:41) - Anna: bai"]),
    HeaderShape(
      name: "android 12 h, time in brackets", layout: "D (T P) - ",
      examples: ["22/3/27 (9:41 PM) - Anna: bai"]),
    HeaderShape(
      name: "ios, dash before the time", layout: "[D - T] ",
      examples: ["[27-03-2022 - 21:41:35] Anna: waaw"]),
    HeaderShape(
      name: "android, dash before the time", layout: "D - T - ",
      examples: ["27-03-2022 - 21:41 - Anna: waaw"]),
    HeaderShape(
      name: "copied 24 h", layout: "[N, T] ",
      examples: [
        "[27/07, 19:41] Anna: merci", "[3/27, 21:41] Anna: yes", "[06.01, 09:02] Anna: да",
        "[14.6., 09:01] Anna: ja",
      ]),
    HeaderShape(
      name: "copied 12 h", layout: "[N, T P] ",
      examples: [
        "[3/27, 9:41 PM] Anna: yes", "[27/07, 7:41 pm] Anna: yes",
        "[5/10, 8:15 p.\u{A0}m.] Anna: sí",
      ]),
    HeaderShape(
      name: "copied 24 h without comma", layout: "[N T] ",
      examples: ["[10/11 18:21] Anna: sí", "[18/4 23.42] Anna: ya"]),
    HeaderShape(
      name: "copied 12 h without comma", layout: "[N T P] ",
      examples: ["[10/11 6:21 p. m.] Anna: sí"]),
    HeaderShape(
      name: "copied, period before the time", layout: "[N P T] ",
      examples: ["[3/27 下午9:41] Anna: 好"]),
    HeaderShape(
      name: "copied, time first, month as a sign", layout: "[T, M] ",
      examples: ["[21:41, 2025年6月13日] Anna: 好"]),
    HeaderShape(
      name: "copied, period and time first", layout: "[P T, D] ",
      examples: ["[下午9:41, 2022/3/27] Anna: 好"]),
    HeaderShape(
      name: "web markdown", layout: "[T] *",
      examples: [
        "## 2 janvier 2026\n\n[21:41] **Anna:** oui", "## 2. Januar 2026\n[21:41] __Anna left__",
        "## 2026年1月2日\n\n[21:41] **Anna:** 好",
      ]),
    HeaderShape(
      name: "web markdown 12 h", layout: "[T P] *",
      examples: [
        "## January 2, 2026\n\n[9:41 AM] **Anna:** yes",
        "## January 2, 2026\n\n[9:41\u{202F}PM] __Anna left__",
      ]),
    HeaderShape(
      name: "web markdown, period before the time", layout: "[P T] *",
      examples: ["## 2026년 1월 2일\n\n[오후 9:41] **Anna:** 네"]),
    HeaderShape(
      name: "semicolon", layout: "D - T; ",
      examples: ["01.04.2015 - 16:00:27; Anna: ja"]),
  ]
}
