import Model

extension Phrasebook {
  /// What a Polish phone writes.
  static let polish = Phrasebook(
    language: .polish, you: "Ty", and: [" i ", " oraz "],
    taps: ["Stuknij", "Dotknij", "Kliknij", "Naciśnij", "tutaj"],
    notices: [
      .encryption: """
      Wiadomości {…} w pełni zaszyfrowane
      Wiadomości {…} zabezpieczone [przez pełne szyfrowanie|pełnym szyfrowaniem]
      Wiadomości i połączenia w czacie zabezpieczonym pełnym szyfrowaniem {…}
      """,
      .securityCode: """
      Kod zabezpieczenia {subject} uległ zmianie
      Twój kod [zabezpieczeń|zabezpieczenia] z użytkownikiem {subject} [zmienił się|uległ zmianie]
      Twój kod zabezpieczeń ze wszystkimi [uczestnikami|odbiorcami] zmienił się
      """,
      .created: """
      {actor| utworzył|Utworzyłeś} [grupę {title}|tę grupę]
      Założyciel grupy utworzył grupę[| {title}]
      Założyciel społeczności utworzył tę społeczność
      """,
      .added: """
      {actor| dodał|Dodałeś} {n} [grupę|grupy]
      {actor| dodał|Dodałeś} {subject}
      {actor} dodał użytkowników {subject}
      {actor=you}Dodałeś: {subject}
      {subject=you}{actor} dodał Cię[| do tej grupy i {…}]
      {subject} został dodany
      Dodano do grupy: {subject}
      {subject=you}Zostałeś dodany [przez|do] {…}
      {subject=you}Dodano Cię[| do tej {…}]
      {subject=you}Dodała Cię osoba, której nie ma w Twoich kontaktach
      """,
      .removed: """
      {actor| usunął|Usunąłeś} {n} [grupę|grupy]
      {actor| usunął|Usunąłeś} {subject}
      {actor=you}Usunąłeś: {subject}
      {subject=you}{actor} usunął Cię
      {subject} został usunięty
      Usunięto z grupy: {subject}
      {subject=you}Usunięto Cię
      """,
      .left: """
      {self} opuścił
      {self| opuścił|Opuściłeś} grupę
      """,
      .joined: """
      {self| dołączył|Dołączyłeś}[| ze społeczności]
      {self| dołączył|Dołączyłeś} do grupy[|,] używając linku z zaproszeniem
      {self| dołączył|Dołączyłeś} do tej społeczności za pomocą linku z zaproszeniem
      {self} dołączył dzięki Twojemu zaproszeniu
      """,
      .subject: """
      {actor| zmienił|Zmieniłeś} [temat|nazwę społeczności|nazwę grupy] [|z {old} ]na {title}
      Uczestnik zmienił temat na {title}
      """,
      .icon: """
      {actor| zmienił|Zmieniłeś} ikonę [grupy|tej grupy|tej społeczności]
      {actor| usunął|Usunąłeś} ikonę [grupy|tej grupy|tej społeczności]
      Ikona grupy została usunięta
      Zaktualizowano ikonę grupy
      """,
      .description: """
      {actor| zmienił|Zmieniłeś} opis [grupy|społeczności]
      {actor| usunął|Usunąłeś} opis [grupy|społeczności]
      {actor=you}Zmieniono opis grupy
      Uczestnik [zmienił|usunął] opis [grupy|społeczności]
      """,
      .numberChanged: """
      {actor} zmienił numer [|z {…} ]na {number}
      Nastąpiła zmiana numeru z {actor} na {number}
      {actor=you}Twój numer telefonu został pomyślnie zmieniony z {…} na {number}
      {actor} zmienił [swój numer na nowy|numer telefonu]
      """,
      .pinned: """
      ? {actor| przypiął|Przypiąłeś} wiadomość
      """,
      .disappearing: """
      {actor| włączył|Włączyłeś} znikające wiadomości
      {actor| wyłączył|Wyłączyłeś} znikające wiadomości
      {actor} używa domyślnego ustawienia czasu do zniknięcia wiadomości w nowych czatach
      {actor| uaktualnił|Uaktualniłeś} czas do zniknięcia wiadomości
      [Włączono|Wyłączono] znikające wiadomości
      """,
      .admin: """
      {subject=you}Jesteś teraz administratorem [grupy|społeczności]
      {subject=you}Nie jesteś już administratorem
      """,
      .other: """
      {actor| dodał|Dodałeś} grupę {title}
      {actor| dodał|Dodałeś} grupy {…}
      {actor=you}[Dodałeś|Usunąłeś] "{…}
      {actor| usunął|Usunąłeś} grupę {title}
      {actor| usunął|Usunąłeś} grupy {…}
      {actor| dodał|Dodałeś} tę grupę [|i jej uczestników ]do społeczności[| {…}]
      {actor| usunął|Usunąłeś} tę grupę ze społeczności[| {…}]
      Ta grupa została [dodana do|usunięta ze] społeczności[| {…}]
      {actor| zmienił|Zmieniłeś} ustawienia tej [grupy|społeczności]
      {actor| włączył|Włączyłeś} dołączanie do tej grupy za zgodą administratora
      {actor| wyłączył|Wyłączyłeś} dołączanie do tej grupy za zgodą administratora
      Dołączanie do tej grupy za zgodą administratora zostało wyłączone
      Nowi uczestnicy [dołączający do tej grupy|muszą zostać zatwierdzeni] {…}
      Aby dołączyć do tej grupy, nie jest wymagana zgoda administratora
      Każdy uczestnik społeczności {title} może poprosić o dołączenie do tej grupy
      {actor| odwołał|Odwołałeś} [|ten ]link z zaproszeniem do [|tej ]grupy
      {actor} zresetował link z zaproszeniem do grupy
      {actor=you}Link z zaproszeniem do grupy został zresetowany
      {actor=you}Zresetowano link z zaproszeniem do grupy
      {actor=you}[Firma zablokowana|Firma odblokowana|Kontakt zablokowany|Kontakt odblokowany]
      Konto firmy, z którą {…}
      To konto [było poprzednio kontem|zostało zarejestrowane jako konto] {…}
      To konto [firmowe|firmy] zostało {…}
      Tego [|oficjalnego ]konta firmy nie ma w Twoich kontaktach
      [Czatujesz|Teraz czatujesz] [z|ze] {…} kontem {…}
      [Czatujesz|Teraz czatujesz] [z|ze] {…} kontem firmowym
      [Czatujesz|Teraz czatujesz] z kontem firmy[| {…}]
      Ten czat {…} kontem firmy[| {…}]
      To jest [|oficjalne ]konto firmy[| {…}]
      Nazwa tego oficjalnego konta firmy zmieniła się na {…}
      W celu ułatwienia kontaktu z firmami, {…}
      {…} [zarejestrowana|zarejestrowano] jako [|oficjalne ]konto firmy
      {…} może być kontem firmy
      Firma WhatsApp wprowadziła zmiany do typów kont firmowych
      WhatsApp potwierdza, że {…} konto firmy {…}
      WhatsApp potwierdza, że nazwa tego oficjalnego konta firmy zmieniła się na {…}
      WhatsApp nie może już potwierdzić, że {…}
      """,
    ],
    calls: """
      {actor| rozpoczął|Rozpoczęto} połączenie[| wideo]
      [Poł.|Połączenie] [wideo|głosowe][| {…}]
      Połącz z {…}
      Nieodebrane {…} od [|grupy ]{…}
      """,
    marks: [
      .omitted(.unknown): """
      <pliki pominięto>
      + <pominięto multimedia>
      Otrzymałeś wiadomość do jednorazowego wyświetlenia[|. {…}]
      """,
      .omitted(.image): """
      obraz pominięty
      zdjęcie produktu zostało pominięte
      Ustawienia tego zdjęcia zezwalają na jednorazowe wyświetlenie
      """,
      .omitted(.video): """
      wideo pominięte
      Ustawienia tego wideo zezwalają na jednorazowe wyświetlenie
      """,
      .omitted(.audio): "audio pominięte",
      .omitted(.gif): "Plik GIF pominięty",
      .omitted(.sticker): "pominięto naklejkę",
      .omitted(.document): "dokument pominięty",
      .omitted(.contact): "Pominięta wizytówka kontaktu",
      .attached: """
      {name} (załączony plik)
      <załączono: {name}>
      """,
      .edited: """
      ? <Wiadomość została zedytowana>
      """,
      .deleted: """
      Ta wiadomość została usunięta[| u wszystkich]
      Tę wiadomość usunął administrator[| {…}]
      Usunąłeś tę wiadomość[| u wszystkich| jako administrator]
      Wiadomość usunięta[| u mnie]
      """,
      .call: """
      Nieodebrane [połączenie|poł.][| wideo| głosowe][| o {…}]
      Nieodebrane [grupowe|grup.] poł. [wideo|głosowe][| o {…}]
      Nieodebrane poł
      """,
      .poll: """
      ? ANKIETA:{…} [OPCJA|OPTION]: {…}
      """,
      .location: """
      [położenie|Położenie|lokalizacja|Lokalizacja]: https://{…}
      udostępniona transmisja położenia
      Zakończono transmisję położenia
      """,
      .unavailable: """
      ? Oczekiwanie na tę wiadomość[|. {…}]
      """,
    ])
}
