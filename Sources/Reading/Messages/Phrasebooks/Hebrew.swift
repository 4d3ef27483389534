import Model

extension Phrasebook {
  /// What a Hebrew phone writes.
  static let hebrew = Phrasebook(
    language: .hebrew, you: "את/ה", and: [], taps: ["הקש/י"],
    notices: [
      .encryption: """
      ההודעות והשיחות מוצפנות מקצה-לקצה
      + ההודעות והשיחות מוצפנות מקצה לקצה
      """,
      .securityCode: "קוד האבטחה עם {subject} שונה",
      .created: """
      ? הקבוצה[| {title}] נוצרה על ידי {actor}
      ? {actor} יצר/ה [קבוצה זו|את הקבוצה[| {title}]]
      ? {actor=you}יצרת [קבוצה זו|את הקבוצה[| {title}]]
      """,
      .added: """
      ? {actor} [הוסיף/ה|צירף/ה] את {subject}
      ? {actor=you}צירפת את {subject}
      ? {subject=you}{actor} הוסיף/ה אותך
      ? {subject=you}צורפת על ידי {actor}
      ? {subject} צורפו על ידי {actor}
      ? {subject} צורף/ה
      """,
      .removed: """
      + {actor} הסיר/ה את {subject}
      ? {actor=you}הסרת את {subject}
      ? {subject} הוסר/ה
      ? {subject=you}הוסרת
      """,
      .left: """
      ? {self} [עזב/ה|יצא/ה][| את הקבוצה| מהקבוצה]
      """,
      .joined: """
      ? {self} הצטרף/ה[| לקבוצה[| באמצעות קישור[| ההזמנה]]]
      ? ההצטרפות של {self} בוצעה באמצעות {…}
      ? {self=you}הצטרפת לקבוצה דרך קישור הזמנה של הקבוצה
      """,
      .subject: """
      ? שם הקבוצה השתנה על ידי {…}
      ? {actor} שינה/תה את [שם|נושא] הקבוצה ל-{title}
      ? {actor} שינה/תה את [שם|נושא] הקבוצה מ-{…} ל-{title}
      """,
      .icon: """
      ? תמונת הקבוצה השתנתה על ידי {actor}
      ? {actor} שינה/תה את תמונת הקבוצה
      ? {actor} [מחק/ה|החליף/ה] את תמונת [הקבוצה|קבוצה]
      """,
      .description: """
      ? תיאור הקבוצה שונה על ידי {actor}
      ? {actor} [שינה/תה|מחק/ה] את תיאור הקבוצה
      """,
      .numberChanged: """
      ? {actor} הוחלף למספר חדש
      """,
      .pinned: """
      ? הודעה הוצמדה על ידי {actor}
      ? {actor} הצמיד/ה הודעה
      """,
    ],
    calls: "? [שיחה קולית|שיחת וידאו]",
    marks: [
      .omitted(.unknown): "<[המדיה לא נכללה|מדיה הושמטה|מדיה הושמט|המדיה הוסרה]>",
      .omitted(.image): "התמונה הושמטה",
      .omitted(.video): "סרטון הווידאו הושמט",
      .omitted(.audio): """
      קטע קול הושמט
      ? השמע הושמט
      """,
      .omitted(.gif): "GIF הושמט",
      .omitted(.sticker): "סטיקר הושמט",
      .omitted(.document): "מסמך הושמט",
      .omitted(.contact): "כרטיס איש קשר הושמט",
      .attached: """
      {name} (קובץ מצורף)
      <מצורף: {name}>
      """,
      .edited: """
      + <ההודעה נערכה>
      """,
      .deleted: """
      [הודעה זו נמחקה|מחקת את ההודעה הזו|מחקת הודעה זו]
      + ההודעה נמחקה על ידי {…}, מנהל/ת הקבוצה
      """,
      .call: "[שיחה קולית|שיחת וידאו] שלא נענתה",
      .poll: """
      + סקר:{…} אפשרות: {…}
      """,
      .location: """
      מיקום: https://{…}
      משתף מיקום בשידור חי
      """,
      .unavailable: """
      ? ממתין להודעה זו[|. {…}]
      """,
    ])
}
