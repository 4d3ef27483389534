import Model

extension Phrasebook {
  /// What a Turkish phone writes.
  static let turkish = Phrasebook(
    language: .turkish, you: "Siz", and: [" ve "], taps: ["dokunun", "tıklayın"],
    notices: [
      .encryption: """
      Mesajlar[| {…}] uçtan uca şifrelidir
      Kendinize gönderdiğiniz mesajlar uçtan uca şifrelidir
      Uçtan uca şifrelenmiş sohbetlerdeki mesaj ve aramalar
      Bu {…} mesajlar {…} şifreleme ile korunmaktadır
      """,
      .securityCode: """
      {subject} kişisinin güvenlik kodu değişti[| çünkü {…}]
      {subject} ile aranızdaki güvenlik kodu değişti
      {subject} kişisine ait {…} için bu kişiyle aranızdaki güvenlik kodu değişti
      {subject} kişisinin {…} için bu kişiyle aranızdaki güvenlik kodu değişti
      {subject} telefonunda {…} için bu kişiyle aranızdaki güvenlik kodu değişti
      {…} için {subject} ile aranızdaki güvenlik kodu değişti
      Tüm [katılımcılarla|alıcılarla] aranızdaki güvenlik kodu değişti
      {…} tüm [katılımcılarla|alıcılarla] aranızdaki güvenlik kodu değişti
      """,
      .created: """
      {actor}[|,| ,] "{title}" grubunu oluşturdu
      {actor} bu grubu oluşturdu
      {actor=you}{title} grubunu oluşturdunuz
      {actor=you}Bu grubu siz oluşturdunuz
      Grup kurucusu [{title} grubunu|bu grubu] oluşturdu
      Topluluk kurucusu bu topluluğu oluşturdu
      """,
      .added: """
      {…} grup ekledi
      {actor=you}{n} grup eklediniz
      {actor}, {subject} kişisini ekledi
      {actor=you}{subject} kişisini eklediniz
      {subject=you}{actor} sizi [|bu gruba ve {…} ]ekledi
      {subject} eklendi
      {subject=you}[Eklendiniz|{…} tarafından eklendiniz|{…} katıldığınız için eklendiniz]
      {subject=you}{…} katıldığınız için bu topluluğa eklendiniz
      {subject=you}Bu gruba ve {…} eklendiniz
      """,
      .removed: """
      {…} grubu çıkardı
      {actor=you}{n} grubu çıkardınız
      {actor}, {subject} kişisini çıkardı
      {actor=you}{subject} kişisini çıkardınız
      {subject=you}{actor} sizi çıkardı
      {subject} çıkarıldı
      {subject=you}Gruptan çıkarıldınız
      """,
      .left: """
      {self} ayrıldı
      {self=you}Ayrıldınız
      """,
      .joined: """
      {self} katıldı
      {self} topluluk üzerinden katıldı
      {self} bu [grubun|topluluğun] davet bağlantısını kullanarak katıldı
      {self} gönderdiğiniz daveti kullanarak katıldı
      {self=you}Topluluk üzerinden katıldınız
      {self=you}[Grubun|Topluluğun] davet bağlantısıyla katıldınız
      """,
      .subject: """
      {actor}, {old} olan [konuyu|topluluk adını] {title} olarak değiştirdi
      {actor} [konuyu|grup konusunu|grup adını|topluluğun adını] {title} olarak değiştirdi
      {actor=you}{old} olan [konuyu|topluluk adını] {title} olarak değiştirdiniz
      {actor=you}[Konuyu|Grup konusunu|Topluluğun adını] {title} olarak değiştirdiniz
      Katılımcılardan biri konuyu {title} olarak değiştirdi
      """,
      .icon: """
      {actor} bu [grubun|topluluğun] simgesini [değiştirdi|sildi]
      {actor=you}Bu [grubun|topluluğun] simgesini [değiştirdiniz|sildiniz]
      Grup simgesi [kaldırıldı|güncellendi]
      """,
      .description: """
      {actor} [grup|topluluk] açıklamasını [değiştirdi|sildi]
      {actor=you}[Grup|Topluluk] açıklamasını [değiştirdiniz|sildiniz]
      Katılımcılardan biri [grup|topluluk] açıklamasını [değiştirdi|sildi]
      """,
      .numberChanged: """
      {actor}, {…} olan numarasını {number} olarak değiştirdi
      {actor}, numarasını {number} olarak değiştirdi
      {actor}, {number} olarak değiştirildi
      {actor} kişisinin numarası {…}'den {number}'e değiştirildi
      {actor=you}Telefon numaranız {…} başarıyla {number} olarak değiştirildi
      {actor} telefon numarasını [|yeni bir numaraya ]değiştirdi
      """,
      .pinned: """
      ? {actor} bir mesaj sabitledi
      ? {actor=you}Bir mesaj sabitlediniz
      """,
      .disappearing: """
      {actor} süreli mesajları [etkinleştirdi|devre dışı bıraktı]
      {actor=you}Süreli mesajları [etkinleştirdiniz|devre dışı bıraktınız]
      {actor}[|,] yeni sohbetlerdeki süreli mesajlar için varsayılan süreyi kullanıyor
      {actor} mesaj süresini güncelledi
      {actor=you}Mesaj süresini güncellediniz
      Süreli mesajlar [etkinleştirildi|devre dışı bırakıldı]
      """,
      .admin: """
      {subject=you}Artık [yöneticisiniz|yönetici değilsiniz|Topluluk Yöneticisisiniz]
      """,
      .other: """
      {actor=you}"{…} [gruplarını|grubu daha|grubunu] [eklediniz|çıkardınız]
      {actor} "{title}" grubunu [ekledi|çıkardı]
      {actor} "{…} [gruplarını|grubu daha] [ekledi|çıkardı]
      {actor} bu grubu [|ve katılımcılarını ]{…} [ekledi|çıkardı]
      {actor=you}Bu grubu [|ve katılımcılarını ]{…} [eklediniz|çıkardınız]
      Bu grup {…} [eklendi|çıkarıldı]
      {actor} bu [grubun|topluluğun] ayarlarını, {…} değiştirdi
      {actor=you}Bu [grubun|topluluğun] ayarlarını, {…} değiştirdiniz
      {actor} bu gruba katılmak için yönetici onayını [etkinleştirdi|devre dışı bıraktı]
      {actor=you}Bu gruba katılmak için yönetici onayını [etkinleştirdiniz|devre dışı bıraktınız]
      Bu gruba katılmak için yönetici onayı [devre dışı bırakıldı|gerekmiyor]
      Yeni katılımcıların bu gruba katılmak için yöneticiden onay almaları gerekir
      {title} topluluğundaki herkes {…} bu gruba katılma isteğinde bulunabilir
      {actor} bu grubun davet bağlantısını [iptal etti|sıfırladı]
      {actor=you}Bu grubun davet bağlantısını [iptal ettiniz|sıfırladınız]
      {actor=you}Bu [işletmeyi|kişiyi] engellediniz
      {actor=you}Bu [işletmenin|kişinin] engelini kaldırdınız
      Sohbet ettiğiniz [|WhatsApp ]işletme [hesabı|hesabının] {…}
      Bu hesap[|, daha önce bir| işletme| {…} işletme] {…}
      Bu hesap, işletme hesabı olarak kaydedildi {…}
      Bu [|resmi ]işletme hesabı{…}
      Bu sohbet {…} [hesabıyladır|hesabıyla yapılıyor|hesabıyla yapılmıyor|yapılıyor olabilir]
      Bu bir işletme hesabı
      Bu, {…} resmi işletme hesabıdır
      İşletmelerle iletişime geçmenize yardımcı olmak için, {…}
      {…} işletme hesabı [olarak|olabilir] {…}
      {…} işletme hesabı olarak [kayıtlı|kayıtlı değil]
      WhatsApp, işletme hesabı türlerinde bazı değişiklikler yaptı
      WhatsApp, bu {…} işletme {…} [onayladı|onaylayamıyor]
      ? Artık bu grubun katılımcısı olmadığınız için gruba mesaj gönderemezsiniz
      """,
    ],
    calls: """
      {actor} [bir|görüntülü] arama başlattı
      {actor=you}[Bir|Görüntülü] arama başlattınız
      [Görüntülü|Sesli] [arama|Arama][| {…}]
      {…} kişisinden [cevapsız|gelen] görüntülü arama
      {…} Kişisinden Cevapsız [Görüntülü|Sesli] Grup Araması
      {…} kişisinden gelen görüntülü arama…
      """,
    marks: [
      .omitted(.unknown): """
      <Medya atlanmış>
      + <Medya dahil edilmedi>
      Bir kez görüntülendikten sonra kaybolacak bir mesaj aldınız[|. {…}]
      """,
      .omitted(.image): """
      görüntü dahil edilmedi
      ürün görseli dahil edilmedi
      Fotoğraf bir kez görüntülenecek şekilde ayarlandı
      """,
      .omitted(.video): """
      video dahil edilmedi
      Video bir kez görüntülenecek şekilde ayarlandı
      ? görüntülü not çıkarıldı
      ? video notu dahil edilmedi
      """,
      .omitted(.audio): """
      ses dahil edilmedi
      ? [ses kaydı|sesli mesaj] dahil edilmedi
      """,
      .omitted(.gif): "GIF dahil edilmedi",
      .omitted(.sticker): "[Çıkartma|çıkartma] dahil edilmedi",
      .omitted(.document): "belge dahil edilmedi",
      .omitted(.contact): "Kişi kartı dahil edilmedi",
      .attached: """
      {name} (dosya ekli)
      <{name} eklendi>
      """,
      .edited: """
      ? <Bu mesaj düzenlendi[|.]>
      """,
      .deleted: """
      Bu mesaj [|herkes için ]silindi
      Bu mesaj [bir|{…} adlı] yönetici tarafından silindi
      Bu mesajı [|herkes için ]sildiniz
      Yönetici olarak bu mesajı sildiniz
      Mesaj [|benden ]silindi
      """,
      .call: """
      [|Rahatsız Etme modundayken ]cevapsız [görüntülü|sesli] arama[| {…}|: {…}]
      [|Rahatsız Etme modundayken ]Cevapsız [görüntülü|sesli] arama[| {…}|: {…}]
      Cevapsız [Sesli Arama|Görüntülü Arama|Görüntülü Grup Araması|Sesli Grup Araması]
      Cevapsız [görüntülü|sesli] grup araması
      {…}'de cevapsız [görüntülü|sesli] grup araması
      ? [Görüntülü|Sesli] arama[.|,] {…}
      ? Cevapsız [görüntülü|sesli] arama[.|,] {…}
      """,
      .poll: """
      ? ANKET:{…} [SEÇENEK|OPTION]: {…}
      """,
      .location: """
      [konum|Konum]: https://{…}
      Mevcut konum [paylaşıldı|sonlandı]
      """,
      .unavailable: """
      ? Bu mesaj bekleniyor[|. {…}]
      """,
    ])
}
