import Model

extension Phrasebook {
  /// What an Indonesian phone writes.
  static let indonesian = Phrasebook(
    language: .indonesian, you: "Anda", and: [" dan "], taps: ["Ketuk", "Klik"],
    notices: [
      .encryption: """
      Pesan [|dan panggilan |kepada diri sendiri ][|kini ]terenkripsi secara end-to-end
      Pesan dan panggilan di chat yang terenkripsi secara end-to-end {…}
      [Pesan|Pesan-pesan] yang {…} diamankan dengan enkripsi end-to-end
      """,
      .securityCode: """
      Kode keamanan {subject} [|telah ]berubah
      Kode keamanan Anda dengan {subject} [|telah ]berubah[| karena {…}]
      Kode keamanan Anda dengan semua [peserta|penerima] telah berubah[| karena {…}]
      """,
      .created: """
      {actor} membuat grup [{title}|ini]
      Pembuat grup membuat grup [{title}|ini]
      Kreator komunitas membuat komunitas ini
      """,
      .added: """
      {actor} menambahkan {n} grup
      {actor} [|telah ]menambahkan {subject}
      {subject=you}{actor} [|telah ]menambahkan Anda[| ke grup ini dan komunitas[| {…}]]
      {subject} [|telah ]ditambahkan
      {subject=you}Anda [|telah ]ditambahkan [oleh|karena|ke] {…}
      """,
      .removed: """
      {actor} menghapus {n} grup
      {actor} [|telah ]mengeluarkan {subject}
      {subject=you}{actor} [|telah ]mengeluarkan Anda
      {subject} [|telah ]dikeluarkan
      """,
      .left: """
      {self} [|telah ]keluar
      """,
      .joined: """
      {self} bergabung[| dari komunitas]
      {self} [|telah ]bergabung menggunakan tautan undangan [grup|komunitas] ini
      {self} bergabung menggunakan undangan Anda
      """,
      .subject: """
      {actor} [|telah ]mengubah [subjek|nama komunitas|nama grup] [|dari {old} ]menjadi {title}
      Salah satu peserta telah mengubah subjek menjadi {title}
      """,
      .icon: """
      {actor} [|telah ][mengubah|menghapus] ikon [grup|komunitas] ini
      Ikon grup [dihapus|diperbarui]
      """,
      .description: """
      {actor} [|telah ][mengubah|menghapus] deskripsi [grup|komunitas]
      Salah satu peserta [|telah ][mengubah|menghapus] deskripsi [grup|komunitas]
      """,
      .numberChanged: """
      {actor} telah mengganti nomor dari {…} ke {number}
      {actor} diganti menjadi {number}
      {actor} telah diganti ke {number}
      Nomor {actor} telah diganti dari {…} ke {number}
      {actor=you}Nomor telepon Anda telah berhasil diganti dari {…} ke {number}
      {actor} telah mengganti nomor [telepon|teleponnya][| ke nomor baru]
      """,
      .pinned: """
      ? {actor} [menyematkan|telah menyematkan] pesan
      """,
      .disappearing: """
      {actor} [|telah ][menyalakan|mematikan] pesan sementara
      {actor} menggunakan timer default untuk pesan sementara di chat baru
      {actor} [|telah ]memperbarui timer pesan
      Pesan sementara [|telah ][dinyalakan|dimatikan]
      """,
      .admin: """
      {subject=you}Anda [sekarang admin|bukan lagi seorang admin|Sekarang Admin Komunitas]
      """,
      .other: """
      {actor} [menambahkan|menghapus] grup {title}
      {actor} menambahkan grup ini [|dan pesertanya ]ke komunitas[| {…}]
      {actor} menghapus grup ini dari komunitas[| {…}]
      Grup ini [ditambahkan ke|dihapus dari] komunitas[| {…}]
      {actor} mengubah pengaturan [grup|komunitas] {…}
      {actor} [menyalakan|mematikan] persetujuan admin untuk bergabung ke grup ini
      Persetujuan admin untuk bergabung ke grup ini [dinyalakan|dimatikan]
      Peserta baru memerlukan persetujuan admin untuk bergabung [ke|dengan] grup ini
      Pengguna tidak memerlukan persetujuan admin untuk bergabung ke grup ini
      Siapa pun di komunitas {title} dapat meminta {…} ke grup ini {…}
      {actor} telah [membatalkan|mengatur ulang] tautan undangan grup ini
      {actor=you}Anda [telah memblokir|membuka blokir] [bisnis|kontak] ini
      Akun bisnis yang sedang [chat|chatting] dengan Anda{…}
      Akun ini [sebelumnya merupakan|telah terdaftar sebagai] akun bisnis[| {…}]
      Akun bisnis [|resmi ]ini {…}
      Chat ini {…} akun bisnis[| {…}]
      Chat ini dengan akun {…}
      Ini adalah akun bisnis[| {…}]
      Untuk membantu Anda terhubung dengan para bisnis, {…}
      {…} terdaftar sebagai akun bisnis[| {…}]
      {…} mungkin merupakan akun bisnis
      WhatsApp telah membuat perubahan pada tipe akun bisnis
      WhatsApp telah memverifikasi bahwa {…} akun bisnis resmi {…}
      WhatsApp telah memverifikasi bahwa akun bisnis resmi ini {…}
      WhatsApp tidak lagi dapat mengonfirmasi bahwa {…}
      """,
    ],
    calls: """
      {actor} telah memulai panggilan[| video]
      Panggilan [video|suara|Video|Suara][| {…}]
      Melakukan panggilan video ke {…}
      ? Telepon [suara|video|grup]
      Panggilan [Video|Suara] Grup Tak Terjawab dari {…}
      """,
    marks: [
      .omitted(.unknown): """
      <Media tidak disertakan>
      Anda menerima pesan sekali lihat[|. {…}]
      """,
      .omitted(.image): """
      gambar tidak disertakan
      gambar produk dihilangkan
      Foto diatur untuk sekali lihat
      """,
      .omitted(.video): """
      video tidak disertakan
      Video diatur untuk sekali lihat
      """,
      .omitted(.audio): "audio tidak disertakan",
      .omitted(.gif): "GIF tidak disertakan",
      .omitted(.sticker): "stiker tidak disertakan",
      .omitted(.document): "dokumen tidak disertakan",
      .omitted(.contact): "Kartu kontak tidak disertakan",
      .attached: """
      {name} (file terlampir)
      <terlampir: {name}>
      """,
      .edited: """
      + <Pesan ini diedit[|.]>
      """,
      .deleted: """
      Pesan ini [|telah ]dihapus[| untuk semua orang]
      Pesan ini dihapus oleh admin[| {…}]
      Anda [|telah ]menghapus pesan ini[| untuk semua orang| sebagai admin]
      Pesan dihapus[| untuk saya]
      """,
      .call: """
      Panggilan [video|suara] [|grup ]tak terjawab[| pada {…}| pukul {…}]
      Panggilan [Video|Suara] [|Grup ]Tak Terjawab
      Tak Terjawab
      ? Telepon [suara|video|grup] tak terjawab
      """,
      .poll: """
      ? POLLING:{…} [OPSI|OPTION]: {…}
      """,
      .location: """
      [lokasi|Lokasi][| ]: https://{…}
      Lokasi terkini [dibagikan|berakhir]
      """,
      .unavailable: """
      ? Menunggu pesan ini[|. {…}]
      """,
    ])
}
