import Model

extension Phrasebook {
  /// What phones write in languages of which little is known yet, a line a language: Swedish,
  /// Danish, Norwegian, Finnish, Czech, Slovak, Hungarian, Romanian, Greek, Ukrainian, Croatian,
  /// Catalan, Persian, Urdu, Bengali, Marathi, Gujarati, Thai, Vietnamese, Malay, Irish,
  /// Chinese in traditional characters, and for what Android leaves out some more.
  static let others = Phrasebook(
    language: nil, you: "You", and: [], taps: [],
    notices: [
      .encryption: """
      Meddelanden och samtal är komplett krypterade
      Beskeder og opkald er end-to-end-krypterede
      Meldinger og samtaler er ende-til-ende-krypterte
      Viestit ja puhelut salataan täysin
      + Viestit ja puhelut ovat täysin salattuja
      Zprávy a hovory jsou opatřeny koncovým šifrováním
      + Zprávy a hovory jsou opatřené koncovým šifrováním
      Správy a hovory sú zabezpečené šifrovaním počas celého spojenia
      Az üzenetek és hívások végpontok közötti titkosítással vannak védve
      Mesajele și apelurile sunt criptate integral
      Τα μηνύματα και οι κλήσεις κρυπτογραφούνται πλήρως
      Повідомлення й дзвінки захищено наскрізним шифруванням
      Poruke i pozivi zaštićeni su potpunom enkripcijom
      Els missatges i les trucades estan xifrats d'extrem a extrem
      پیامها و تماسها سرتاسر رمزگذاری شدهاند
      میسجز اور کالز اینڈ ٹو اینڈ اینکرپشن کے ذریعے محفوظ ہیں
      মেসেজ এবং কল এন্ড-টু-এন্ড এনক্রিপ্টেড থাকে
      मेसेजेस आणि कॉल्स एन्ड-टू-एन्ड एन्क्रिप्शनने सुरक्षित केलेले असतात
      મેસેજ અને કૉલ શરૂથી અંત સુધી સુરક્ષિત છે
      ข้อความและการโทรได้รับการเข้ารหัสจากต้นทางถึงปลายทาง[| {…}]
      Tin nhắn và cuộc gọi được mã hóa đầu cuối
      Mesej dan panggilan disulitkan hujung ke hujung
      Déantar criptiúchán ó cheann go ceann ar theachtaireachtaí agus ar ghlaonna
      [訊息和通話經端對端加密|訊息已受端對端加密保護]
      ? 訊息與通話已受端對端加密保護
      """,
      .securityCode: """
      Din sikkerhedskode for {subject} har ændret sig
      Sikkerhetskoden med {subject} ble endret
      Turvanumerosi muuttui henkilön {subject} kanssa
      Bezpečnostní kód mezi vámi a uživatelem {subject} byl změněn
      Bezpečnostný kód, ktorý zdieľate s používateľom {subject}, bol zmenený
      {subject} biztonsági kódja megváltozott
      Codul dvs. de securitate cu {subject} s-a schimbat
      Ο κωδικός ασφαλείας σας με {subject} άλλαξε
      Код безпеки з контактом {subject} змінився
      Vaš sigurnosni kôd za kontakt {subject} promijenio se
      El teu codi de seguretat amb {subject} ha canviat
      کد امنیتی شما با {subject} تغییر کرد
      {subject} کے ساتھ آپ کا سیکیورٹی کوڈ تبدیل ہوگیا ہے
      {subject}-এর সাথে আপনার নিরাপত্তা কোড পরিবর্তিত হয়েছে
      तुमचा {subject} संबंधित सुरक्षा कोड बदलला आहे
      {subject} સાથેનો તમારો સુરક્ષા કોડ બદલાઈ ગયો
      รหัสความปลอดภัยของคุณกับ {subject} มีการเปลี่ยนแปลง[| {…}]
      Mã bảo mật của bạn với {subject} đã thay đổi
      Kod keselamatan anda dengan {subject} telah berubah
      Athraíodh an cód slándála atá agat le {subject}
      您與{subject}[之間的安全代碼|的安全碼]已變更
      """,
      .created: """
      + {actor} vytvořil/a skupinu {title}
      ? {actor}[| ]建立了此群組
      """,
      .added: """
      + {subject=you}{actor} přidal/a vás
      ? {subject=you}{actor}[| ]新增了你
      """,
      .left: """
      ? {self}[| ]已離開群組
      """,
      .joined: """
      ? {self}[| ]加入了群組
      """,
      .icon: """
      + {actor} změnil/a ikonu této skupiny
      """,
      .admin: """
      + {subject=you}Olet nyt ylläpitäjä
      ? {subject=you}你現已成為管理員
      """,
    ],
    calls: "+ 語音通話",
    marks: [
      .omitted(.unknown): """
      <Media [har utelämnats|utelämnat]>
      <[Mediefil|Medier] udeladt>
      <[Uten vedlegg|Media utelatt]>
      <Media [jätetty pois|jätettiin pois]>
      <[| ]Média [vynechána|vynechány][| ]>
      <Médiá vynechané>
      <[Hiányzó médiafájl|Média elhagyva]>
      <Conținut media omis>
      <[Εξαίρεση πολυμέσων|Αρχείο παραλήφθηκε]>
      <[Медіа пропущено|медіа пропущено]>
      <Medijski zapis izostavljen>
      <[Mitjans omesos|Fitxers multimèdia omesos]>
      <[| ][رسانه حذف شد|پيوست نما/آهنگ حذف شد][| ]>
      <میڈیا [چھوڑ دیا گیا|ہٹا دیا گیا]>
      <মিডিয়া বাদ দেওয়া হয়েছে>
      <मीडिया [वगळले|वगळण्यात आला]>
      <[મીડિયા અવગણાયું|મીડિયા અવગણવામાં આવ્યા|મિડિયા છોડી મૂકાયું]>
      <[สื่อถูกลบ|ไฟล์สื่อถูกลบ]>
      <[Bỏ qua Media|Bỏ qua tệp phương tiện]>
      <Media [disingkirkan|dikecualikan]>
      <[忽略多媒體檔|省略多媒體檔]>
      ? <[已省略|省略]多媒體檔案>
      <[Без файл|Без фајл|Без фајлови|Без файлове]>
      <[Медији|медији] су изостављени>
      <[Medij izpuščen|Datoteke izpuščene]>
      <[Praleistas medijos turinys|Medija praleista]>
      <[Bez multivides|Nav iekļauta multivide]>
      <[Meedia ära jäetud|Meedia välja jäetud]>
      <[Media [hequr|u hoq]|Pa media]>
      <Media [imerukwa|hazijajumuishwa]>
      <Media weggelaat>
      <Media [çıxarılmışdır|buraxıldı]>
      <[Fayl o‘tkazib yuborildi|fayl o‘tkazib yuborildi]>
      <[Файл қосылған жоқ|Файлдар қосылмаған]>
      <[| ][ஊடகங்கள் நீக்கப்பட்டது|கோப்புகள் விடப்பட்டன][| ]>
      <[మాధ్యమం విస్మరించబడింది|మీడియా విస్మరించబడింది]>
      <[ಮೀಡಿಯಾ ಕೈಬಿಡಲಾಗಿದೆ|ಮಾಧ್ಯಮ ಕೈಬಿಡಲಾಗಿದೆ]>
      <മീഡിയ ഒഴിവാക്കി>
      <[ਮੀਡੀਆ ਛੱਡਿਆ ਗਿਆ|ਮੀਡੀਆ ਛੱਡਿਆ]>
      <Walang kalakip na media>
      """,
      .omitted(.image): """
      bild utesluten
      billede udeladt
      bilde ikke inkludert
      ei kuvaa
      obrázek vynechán
      obrázok vynechaný
      kép küldése sikertelen
      Imagine omisă
      εικόνα παραλείφθηκε
      зображення відсутнє
      slika izostavljena
      Imatge omesa
      تصویر حذف شد
      تصویر نکال دی گئی ہے
      ইমেজ বাদ দেওয়া হয়েছে
      इमेज वगळली
      છબી પડતી મૂકાઈ
      ไม่มีรูปภาพ
      đã bỏ qua hình ảnh
      imej tidak dimasukkan
      íomhá ligthe ar lár
      [圖片已略去|圖像已省略]
      """,
      .omitted(.video): """
      video utesluten
      video udeladt
      video utelatt
      videota ei sisällytetä
      video vynecháno
      video vynechané
      Videó kihagyva
      clip video omis
      βίντεο παραλείφθηκε
      відео відсутнє
      video izostavljen
      vídeo omès
      ویدیو حذف شد
      ویڈیو نظرانداز
      ভিডিও বাদ দেওয়া হয়েছে
      व्हिडीओ वगळला
      વિડિયો પડતી મુકાઈ
      วิดีโอถูกลบ
      đã bỏ video
      video tidak dimasukkan
      físeán ligthe ar lár
      [影片已略去|影片已省略]
      """,
      .omitted(.audio): """
      ljud utelslutet
      lyd udeladt
      lyd utelatt
      äänitiedostoa ei sisällytetä
      zvukový soubor vynechán
      zvuk vynechaný
      Hang kihagyása
      fără audio
      ήχος παραλείφθηκε
      аудіо відсутнє
      zvuk izostavljen
      Àudio omès
      صدا حذف شد
      آڈیو نظرانداز
      অডিও বাদ দেওয়া হয়েছে
      ऑडिओ वगळला
      ઓડિયો ફાઇલ શામેલ કરી નથી
      ไม่มีไฟล์เสียง
      bỏ qua tệp âm thanh
      audio tidak dimasukkan
      comhad fuaime ar lár
      [音訊已略去|音訊已省略]
      """,
      .omitted(.gif): """
      GIF utesluten
      GIF udeladt
      GIF utelatt
      GIF-animaatio jätetty pois
      GIF [vynechán|vynechaný]
      GIF fájl kihagyása
      GIF omis
      Παράληψη GIF
      GIF-анімацію пропущено
      GIF izostavljen
      GIF omès
      GIF حذف شد
      GIF نظرانداز
      জিআইএফ বাদ দেওয়া হয়েছে
      GIF वगळले
      GIF પડતી મૂકાઈ
      ละเว้น GIF
      Đã bỏ qua ảnh GIF
      GIF tidak dimasukkan
      GIF ligthe ar lár
      [GIF 已略去|GIF 圖片已被省略]
      """,
      .omitted(.sticker): """
      sticker utesluten
      klistermærke udeladt
      klistremerke utelatt
      tarraa ei sisällytetty
      nálepka [vynechána|vynechaná]
      matrica kihagyva
      αυτοκόλλητο παραλήφθηκε
      Наклейку не додано
      naljepnica izostavljena
      adhesiu omès
      استیکر حذف شد
      اسٹیکر نظرانداز
      স্টিকার বাদ দেওয়া হয়েছে
      स्टिकर वगळले
      સ્ટીકર પડતું મુકાયું
      ไม่มีสติกเกอร์
      đã bỏ sticker
      pelekat tidak disertakan
      fágadh an greamán ar lár
      [貼圖已略去|貼圖已忽略]
      """,
      .omitted(.document): """
      dokument uteslutet
      dokument udeladt
      utelatt dokument
      dokumenttia ei sisällytetä
      dokument [vynechán|vynechaný]
      dokumentum kihagyva
      document omis
      έγγραφο παραλείφθηκε
      документ пропущено
      dokument izostavljen
      Document omès
      سند حذف شد
      دستاویز نظرانداز
      ডকুমেন্ট বাদ দেওয়া হয়েছে
      डॉक्युमेंट वगळले
      ડોક્યુમેન્ટ સામેલ કર્યું નહિ
      ละเว้นเอกสาร
      đã bỏ qua tài liệu
      dokumen tidak dimasukkan
      cáipéis ligthe ar lár
      [文件已略去|文件已忽略]
      """,
      .omitted(.contact): """
      Kontaktkort uteslutet
      Kontaktkort udeladt
      Kontaktkort sløyfet
      Yhteystietokortti jätettiin pois
      Vizitka vynechána
      Karta kontaktu vynechaná
      Névjegykártya kihagyva
      Carte de vizită contact omisă
      Η κάρτα επαφής παραλήφθηκε
      Картка контакту відсутня
      Posjetnica izostavljena
      Targeta de contacte omesa
      برگ مخاطب حذف شد
      رابطہ کارڈ نظر انداز
      পরিচিতির কার্ড বাদ দেওয়া হয়েছে
      संपर्क कार्ड वगळले
      સંપર્કનું કાર્ડ પડતું મૂકાયું
      บัตรรายชื่อที่ละเว้น
      Bỏ qua thẻ liên lạc
      Kad kenalan tidak dimasukkan
      Cárta teagmhála ar lár
      [聯絡人卡片已略去|聯絡人卡片已省略]
      """,
      .attached: """
      <[bifogat|vedhæftet|vedlagt|liite|příloha|príloha|csatolva|atașare|επισυνάφθηκε]: {name}>
      <[додано|priloženo|adjunt|پیوست|پیوستہ|संलग्न केले|જોડાયેલ|แนบ]: {name}>
      <[đính kèm|dilampir|ceangailte]: {name}>
      {name} ([bifogad fil|fil vedhæftet|vedlagt fil|liitetiedosto|soubor byl přiložen])
      {name} ([súbor pripojený|fájl csatolva|fișier atașat|συνημμένο αρχείο|файл додано])
      {name} ([datoteka u privitku|arxiu adjunt|پیوست شد|پیوستہ فائل|ফাইল সংযুক্ত হয়েছে])
      {name} ([फाइल संलग्न|ફાઇલ જોડાયેલ|ไฟล์ที่แนบ|tệp đính kèm|fail dilampirkan|附件檔案])
      {name} ([прикачен файл|прикачен фајл|прикачена датотека|priložena datoteka|byla prisegta])
      {name} ([pievienots fails|fail lisatud|skedë e ngjitur|faili limeambatanishwa|lêer aangeheg])
      {name} ([fayl əlavə olunub|fayl biriktirildi|қосымша файл|nakalakip na file])
      {name} ([ఫైల్ జోడించబడినది|ಕಡತ ಸೇರಿಸಲಾಯಿತು|ഫയൽ ചേർത്തു|ਫਾਈਲ ਅਟੈਚ ਕੀਤੀ])
      """,
      .deleted: """
      [Det här meddelandet raderades|Detta meddelande raderades]
      [Du har tagit bort meddelandet|Du raderade det här meddelandet|Du raderade detta meddelande]
      [Denne besked er blevet slettet|Denne besked blev slettet]
      [Du har slettet denne besked|Du slettede denne besked]
      [Denne meldingen ble slettet|Du slettet denne meldingen]
      [Tämä viesti poistettiin|Poistit tämän viestin]
      [Tato zpráva byla smazána|Tato zpráva byla odstraněna]
      [Tuto zprávu jste smazal/a|Tuto zprávu jste odstranil/a]
      [Táto správa bola odstránená|Túto správu ste odstránili]
      [Ez az üzenet törlésre került|Törölted ezt az üzenetet|Ezt az üzenetet törölted]
      [Acest mesaj a fost șters|Ați șters acest mesaj]
      [Αυτό το μήνυμα διαγράφηκε|Διαγράψατε αυτό το μήνυμα|Διαγράψατε το μήνυμα]
      [Це повідомлення було видалено|Ви видалили це повідомлення]
      [Ova je poruka izbrisana|Ova poruka je izbrisana|Izbrisali ste ovu poruku]
      [Aquest missatge s'ha suprimit|Has suprimit aquest missatge]
      [Aquest missatge està esborrat|Has esborrat aquest missatge]
      [این پیام حذف شده است|این پیام حذف شد|شما این پیام را حذف کردید]
      [یہ میسج حذف کر دیا گیا ہے|آپ نے یہ میسج حذف کر دیا ہے][|۔]
      [এই মেসেজটি বাদ দেওয়া হয়েছে|আপনি এই মেসেজটি বাদ দিয়েছেন]
      [हा मेसेज हटवण्यात आला|तुम्ही हा मेसेज हटवला]
      [આ મેસેજ ડિલીટ કરાયો|તમે આ મેસેજ ડિલીટ કર્યો]
      [ข้อความนี้ถูกลบแล้ว|ข้อความนี้ได้ถูกลบ|คุณได้ลบข้อความนี้|คุณลบข้อความนี้]
      [Tin nhắn này đã bị xóa|Tin nhắn này đã bị xoá]
      [Bạn đã xóa tin nhắn này|Bạn đã xoá tin nhắn này]
      [Mesej ini telah dipadam|Anda telah memadamkan mesej ini]
      [Scriosadh an teachtaireacht seo|Scrios tú an teachtaireacht seo]
      [此訊息已刪除|您已刪除此訊息]
      ? 你已刪除此訊息
      [Съобщението беше изтрито|Изтрихте това съобщение]
      [Ова порука је обрисана|Оваа порака беше избришана|Ја избриша оваа порака]
      [To sporočilo je bilo izbrisano|To sporočilo ste izbrisali]
      [Ši žinutė buvo ištrinta|Jūs ištrynėte šią žinutę]
      [Šī ziņa tika izdzēsta|Jūs izdzēsāt šo ziņu]
      [See sõnum on kustutatud|Kustutasid selle sõnumi]
      [Обрисао/ла си ову поруку|Hierdie boodskap was uitgevee|Jy het boodskap uitgevee]
      [हा संदेश हटविण्यात आला होता|आपण हा संदेश हटविलात|यह संदेश मिटाया गया|आपने यह संदेश मिटाया]
      [આ સંદેશ રદ્દ કરાયો|તમે આ સંદેશને રદ્દ કર્યો|یہ پیغام حذف کیا گیا|آپ نے اس پیغام کو حذف کیا]
      [এই বার্তাটি মুছে ফেলা হয়েছে|আপনি এই বার্তাটি মুছে ফেলেছেন|ਇਸ ਸੁਨੇਹੇ ਨੂੰ ਹਟਾਇਆ ਗਿਆ|ਤੁਸੀਂ ਇਹ ਸੁਨੇਹਾ ਹਟਾਇਆ]
      [இத்தகவல் திரும்பப்பெறப்பட்டது|இத்தகவலை தாங்கள் அழித்தீர்கள்|ഈ സന്ദേശം ഇല്ലാതാക്കിയതാണ്|ഈ സന്ദേശം നിങ്ങൾ ഇല്ലാതാക്കി]
      [ಈ ಸಂದೇಶವು ಅಳಿಸಲ್ಪಟ್ಟಿದೆ|ನೀವು ಈ ಸಂದೇಶವನ್ನು ಅಳಿಸಿದ್ದೀರಿ|Бұл хат жойылды|Сіз бұл хатты жойдыңыз]
      [Ushbu xabar o‘chirildi|Siz ushbu xabarni o‘chirdingiz|Bu ismarıc silindi|Siz bu ismarıcı sildiniz]
      [Ujumbe huu ulifutwa|Umefuta ujumbe huu|Itong mensahe ay binura na|Binura mo itong mensahe]
      """,
      .call: """
      Missat [röstsamtal|videosamtal|samtal]
      Ubesvaret [taleopkald|videoopkald]
      Tapt [taleanrop|videoanrop]
      Vastaamaton [äänipuhelu|videopuhelu]
      Zmeškaný [hovor|hlasový hovor|videohovor]
      Nem fogadott [hanghívás|videohívás|videóhívás]
      Apel [vocal|video] [ratat|nepreluat]
      Αναπάντητη [φωνητική κλήση|κλήση|βιντεοκλήση]
      Пропущений [аудіодзвінок|відеодзвінок]
      Propušteni [glasovni poziv|videopoziv]
      [Trucada de veu|Videotrucada|Trucada de vídeo] perduda
      تماس [صوتی|تصویری] [پاسخ داده نشده|بیپاسخ]
      مسڈ [وائس|ویڈیو] کال
      [ভয়েস|ভিডিও] কল মিস করেছেন
      मिस्ड [व्हॉइस|व्हिडिओ] कॉल
      [สายที่ไม่ได้รับ|วิดีโอคอลที่ไม่ได้รับ]
      Cuộc gọi nhỡ[| video]
      Panggilan [suara|video] terlepas
      未接[語音|視像]通話
      [Zgrešen klic|Neodgovorjen video klic|Propušten [glasovni|video] poziv|Mistet opkald|Vastamata [hääl|video]kõne]
      [Пропуснато [гласово|видео] обаждане|Пропуштен [гласовен повик|гласовни позив|видео повик|видео позив]]
      [Neatbildēts [balss|video] zvans|Praleistas [balso|video] skambutis|Жауапсыз [қоңырау|видео қоңырау]]
      [Thirrje|Videothirrje] e shmangur
      [Stemoproep gemis|Video-oproep gemis|Buraxılmış [zəng|video zəng]|Nakaligtaang [voice|video] call]
      [O‘tkazib yub. ovozli qo‘ng‘iroq|O‘tkazib yub. videoqo‘ng‘iroq|Simu ya [sauti|video] uliyoikosa]
      [છૂટી ગયેલો વોઇસ કૉલ|છૂટેલો વોઇસ કૉલ|છૂટી ગયેલ [ધ્વનિ|વિડિઓ|વિડિયો] કૉલ|छूटी हुई [ध्वनि|विडियो] कॉल]
      [মিসড ভয়েস কল|মিস করা ভিডিও কল]
      [தவறிய [குரல்|காணொலி] அழைப்பு|വിളി നഷ്ടപ്പെട്ടു|നഷ്ടമായ വീഡിയോ കാൾ|ತಪ್ಪಿದ [ಧ್ವನಿ|ದೃಶ್ಯ] ಕರೆ|ਮਿਸ ਹੋਈ [ਆਵਾਜ਼|ਵੀਡੀਓ] ਕਾਲ]
      [Glao Gutha Caillte|Guthghlao caillte|Físghlao caillte]
      """,
      .location: """
      [plats|placering|posisjon|sijainti|poloha|helyzet|locație|τοποθεσία]: https://{…}
      [місцезнаходження|lokacija|ubicació|موقعیت|مقام|vị trí|lokasi|位置]: https://{…}
      [Plats|Placering|Posisjon|Sijainti|Poloha|Helyzet|Locație|Τοποθεσία]: https://{…}
      [Місцезнаходження|Lokacija|Ubicació|Vị trí|Lokasi]: https://{…}
      [liveposition delad|live placering delt|posisjon i sanntid delt|live-sijainti jaettu]
      [byla sdílena aktuální poloha|bola zdieľaná aktuálna poloha|tartózkodási hely megosztva]
      [locație în timp real distribuită|η τωρινή τοποθεσία κοινοποιήθηκε|геодані надіслано]
      [trenutna lokacija podijeljena|Ubicació en directe compartida]
      [مکان زنده به اشتراک گذاشته شد|جاری مقام کا اشتراک ہوا|ตำแหน่งปัจจุบันถูกแบ่งปัน]
      [vị trí hiện thời được chia sẻ|lokasi terkini dikongsi|實時位置已分享|ibinahagi ang live na lokasyon]
      [reāllaika atrašanās vieta|tiesioginė vieta bendrinama|hetke asukoht jagatud|regstreekse ligging gedeel]
      [lokacija v živo je bila deljena|vendnodhja aktuale u shpërnda|mahali mubashara pameshirikishwa]
      [местоположение в реално време споделено|споделено локација во живо|Локација уживо подељена]
      [қазіргі орынмен бөлісті|jonli joylashuv ulashildi|canlı məkan paylaşılıb|ప్రత్యక్ష స్థాన భాగస్వామ్యం]
      [सध्याचे थेट ठिकाण शेअर केले|लाइव स्थान साझा किया गया|જીવંત સ્થાન શેર કરાયું|লাইভ অবস্থান শেয়ার করা হয়েছে]
      [இடம் நேரலையாக பகிரபட்டது|ലൈവ് ലൊക്കേഷൻ പങ്കിട്ടു|ನೇರ ಸ್ಥಳ ಹಂಚಿಕೊಳ್ಳಲಾಗಿದೆ|ਮੌਜੂਦਾ ਟਿਕਾਣਾ ਸਾਂਝਾ ਕੀਤਾ]
      """,
    ])
}
