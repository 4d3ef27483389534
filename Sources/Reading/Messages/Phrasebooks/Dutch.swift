import Model

extension Phrasebook {
  /// What a Dutch phone writes; newer ones say je where older ones said u.
  static let dutch = Phrasebook(
    language: .dutch, you: "U", and: [" en "], taps: ["Tik", "Klik"],
    notices: [
      .encryption: """
      Berichten {…} end-to-end versleuteld
      Berichten en gesprekken in end-to-end versleutelde chats {…}
      Berichten {…} beveiligd met end-to-end [encryptie|versleuteling]
      """,
      .securityCode: """
      De beveiligingscode van {subject} is gewijzigd
      {subject}'s beveiligingscode is gewijzigd
      [Uw|Je] beveiligingscode voor {subject} is gewijzigd
      [Uw|Je] beveiligingscode voor alle [deelnemers|ontvangers] is gewijzigd
      [Uw|Je] beveiligingscode bij {subject} is gewijzigd omdat {…}
      """,
      .created: """
      {actor} heeft [de groep {title}|deze groep] [gemaakt|aangemaakt]
      {actor=you}[U hebt|Je hebt] [de groep {title}|deze groep] [gemaakt|aangemaakt]
      Oprichter heeft [groep {title}|deze groep] aangemaakt
      Community-oprichter heeft deze community gemaakt
      """,
      .added: """
      {actor} heeft {n} [groep|groepen] toegevoegd
      {actor=you}[U hebt|Je hebt] {n} [groep|groepen] toegevoegd
      {actor} heeft {subject} toegevoegd
      {actor=you}[U hebt|Je hebt] {subject} toegevoegd
      {subject=you}{actor} heeft [u|je|jou] toegevoegd
      {subject=you}{actor} heeft [u|je] aan deze groep en de community [|{…} ]toegevoegd
      {subject} is toegevoegd
      {subject=you}[U bent|Je bent] toegevoegd
      {subject=you}[U bent|Je bent] toegevoegd [omdat|door iemand] {…}
      {subject=you}[U bent|Je bent] toegevoegd aan deze community omdat u deelneemt aan {…}
      {subject=you}[U bent|Je bent] aan deze groep en de community [|{…} ]toegevoegd
      """,
      .removed: """
      {actor} heeft {n} [groep|groepen] verwijderd
      {actor=you}[U hebt|Je hebt] {n} [groep|groepen] verwijderd
      {actor} heeft {subject} verwijderd
      {actor=you}[U hebt|Je hebt] {subject} verwijderd
      {subject=you}{actor} heeft [u|je] verwijderd
      {subject} is verwijderd
      {subject=you}[U bent|Je bent] verwijderd
      """,
      .left: """
      {self} heeft de groep verlaten
      {self=you}[U hebt|Je hebt] de groep verlaten
      """,
      .joined: """
      {self} neemt deel[| met uw uitnodiging| via je uitnodiging]
      {self} is deelnemer geworden via de community
      {self} is deelnemer geworden via de uitnodigingslink van deze [groep|community]
      {self=you}[U bent|Je bent] deelnemer geworden via de community
      {self=you}[U bent|Je bent] deelnemer geworden via de uitnodigingslink van deze {…}
      """,
      .subject: """
      {actor} heeft [het onderwerp|de communitynaam] gewijzigd [|van {old} ]naar {title}
      {actor=you}[U hebt|Je hebt] het onderwerp gewijzigd [|van {old} ]naar {title}
      {actor=you}[U hebt|Je hebt] de communitynaam gewijzigd [|van {old} ]naar {title}
      Een deelnemer heeft het onderwerp gewijzigd naar {title}
      ? {actor} heeft de groepsnaam gewijzigd [|van {old} ]naar {title}
      ? {actor=you}[U hebt|Je hebt] de groepsnaam gewijzigd [|van {old} ]naar {title}
      """,
      .icon: """
      {actor} heeft de [groepsafbeelding|community-afbeelding] [gewijzigd|verwijderd]
      {actor=you}[U hebt|Je hebt] de groepsafbeelding [gewijzigd|verwijderd]
      {actor=you}[U hebt|Je hebt] de community-afbeelding [gewijzigd|verwijderd]
      Groepsafbeelding [verwijderd|gewijzigd]
      """,
      .description: """
      {actor} heeft het groepsonderwerp gewijzigd
      {actor} heeft de [groepsomschrijving|community-omschrijving] [gewijzigd|verwijderd]
      {actor=you}[U hebt|Je hebt] het groepsonderwerp gewijzigd
      {actor=you}[U hebt|Je hebt] de groepsomschrijving [gewijzigd|verwijderd]
      {actor=you}[U hebt|Je hebt] de community-omschrijving [gewijzigd|verwijderd]
      Een deelnemer heeft de [groepsomschrijving|community-omschrijving] [gewijzigd|verwijderd]
      ? {actor} heeft de groepsbeschrijving gewijzigd
      """,
      .numberChanged: """
      {actor} heeft een nieuw nummer: {number}
      {actor} heeft een nieuw nummer: {number} (was {…})
      {actor} is gewijzigd naar {number}
      Het nummer van {actor} is gewijzigd van {…} naar {number}
      {actor=you}[Uw|Je] telefoonnummer is met succes gewijzigd van {…} naar {number}
      {actor} heeft een nieuw telefoonnummer
      """,
      .pinned: """
      ? {actor} heeft een bericht vastgezet
      ? {actor=you}[U hebt|Je hebt] een bericht vastgezet
      """,
      .disappearing: """
      {actor} heeft berichten met vervaldatum [ingeschakeld|uitgeschakeld]
      {actor=you}[U hebt|Je hebt] berichten met vervaldatum [ingeschakeld|uitgeschakeld]
      {actor} gebruikt een standaardtimer voor berichten met vervaldatum in nieuwe chats
      {actor} heeft de timer voor berichten bijgewerkt
      {actor=you}[U hebt|Je hebt] de timer voor berichten bijgewerkt
      Berichten met vervaldatum zijn [ingeschakeld|uitgeschakeld]
      """,
      .admin: """
      {subject=you}[U bent|Je bent] nu een [beheerder|communitybeheerder]
      {subject=you}[U bent|Je bent] geen beheerder meer
      """,
      .other: """
      {actor} heeft de groep {title} [toegevoegd|verwijderd]
      {actor=you}[U hebt|Je hebt] de groep {title} [toegevoegd|verwijderd]
      {actor} heeft de groepen {…} [toegevoegd|verwijderd]
      {actor=you}[U hebt|Je hebt] de groepen {…} [toegevoegd|verwijderd]
      {actor} heeft deze groep {…} toegevoegd
      {actor=you}[U hebt|Je hebt] deze groep {…} toegevoegd
      {actor} heeft deze groep verwijderd uit {…}
      {actor=you}[U hebt|Je hebt] deze groep verwijderd uit {…}
      Deze groep is aan {…} toegevoegd
      Deze groep is toegevoegd aan een community
      Deze groep is verwijderd uit de community[| {…}]
      {actor} heeft de [groepsinstellingen|community-instellingen] {…}
      {actor=you}[U hebt|Je hebt] de [groepsinstellingen|community-instellingen] {…}
      {actor} heeft beheerdersgoedkeuring voor deelname aan deze groep {…}
      {actor=you}[U hebt|Je hebt] beheerdersgoedkeuring voor deelname aan deze groep {…}
      Beheerdersgoedkeuring voor deelname aan deze groep is {…}
      Nieuwe deelnemers aan deze groep moeten door beheerders worden goedgekeurd
      Mensen hebben geen beheerdersgoedkeuring nodig om deel te nemen aan deze groep
      Iedereen in de community {title} kan vragen om deelname aan deze groep {…}
      {actor} heeft de uitnodigingslink [voor|van] deze groep [ingetrokken|opnieuw ingesteld]
      {actor=you}[U hebt|Je hebt] de uitnodigingslink van deze groep {…}
      {actor=you}[U hebt|Je hebt] dit [bedrijf|contact] [geblokkeerd|gedeblokkeerd]
      Het zakelijke account waarmee u aan het chatten bent{…}
      Het zakelijke account heeft zich geregistreerd als {…}
      Dit account was een zakelijk account
      Dit account heeft zich geregistreerd als [|een ]zakelijk account
      Dit [|officiële ]bedrijfsaccount {…}
      De naam van dit officiële zakelijke account is gewijzigd naar {…}
      Deze chat is [met|niet meer met|mogelijk met] {…}
      Dit is een chat met het officiële {…}
      Dit is [een|het officiële] bedrijfsaccount[| van WhatsApp]
      Om u te helpen verbinden met bedrijven, hebben we geverifieerd dat {…}
      {…} geregistreerd als een bedrijfsaccount[| {…}]
      {…} is geregistreerd als een [officieel bedrijfsaccount|zakelijk account]
      {…} is mogelijk een zakelijk account
      WhatsApp heeft wijzigingen aangebracht in de soorten zakelijke accounts
      WhatsApp heeft bevestigd dat {…}
      WhatsApp kan niet langer bevestigen dat {…}
      """,
    ],
    calls: """
      {actor} [heeft|is] een [gesprek|videogesprek] gestart
      {actor=you}[U hebt|Je hebt] een [gesprek|videogesprek] gestart
      [Video-oproep|Spraakoproep|Videogesprek|Spraakgesprek][| {…}]
      {…} [bellen|videobellen]
      Gemiste [video-oproep|spraakoproep] [om|van] {…}
      Gemist [videogesprek|spraakgesprek|groepsgesprek|groepsvideogesprek] [om|van] {…}
      """,
    marks: [
      .omitted(.unknown): """
      <Media weggelaten>
      [U hebt|Je hebt] een bericht voor eenmalige weergave ontvangen[|. {…}]
      """,
      .omitted(.image): """
      afbeelding weggelaten
      productafbeelding weggelaten
      Foto ingesteld voor eenmalige weergave
      """,
      .omitted(.video): """
      video weggelaten
      Video ingesteld voor eenmalige weergave
      """,
      .omitted(.audio): "audio weggelaten",
      .omitted(.gif): "GIF weggelaten",
      .omitted(.sticker): "sticker weggelaten",
      .omitted(.document): "document weggelaten",
      .omitted(.contact): "[Visitekaartje|Contactkaart] weggelaten",
      .attached: """
      {name} (bestand bijgevoegd)
      <bijgevoegd: {name}>
      + <bijlage: {name}>
      """,
      .edited: """
      + <Dit bericht is bewerkt[|.]>
      """,
      .deleted: """
      Dit bericht is verwijderd[| voor iedereen]
      Dit bericht is verwijderd door [een beheerder|beheerder {…}]
      [U hebt|Je hebt] dit bericht verwijderd[| voor iedereen]
      [U hebt|Je hebt] dit bericht als beheerder verwijderd
      Bericht [|voor mij ]verwijderd
      """,
      .call: """
      Gemist [videogesprek|spraakgesprek|groepsgesprek|groepsvideogesprek][| om {…}]
      Gemiste [video-oproep|spraakoproep][| om {…}]
      + [Spraakoproep|Video-oproep|Spraakgesprek|Videogesprek][.|,] {…}
      """,
      .poll: """
      + PEILING:{…} OPTIE: {…}
      ? PEILING:{…} OPTION: {…}
      """,
      .location: """
      [locatie|Locatie]: https://{…}
      live locatie gedeeld
      Live locatie delen gestopt
      """,
      .unavailable: """
      ? Wachten op dit bericht[|. {…}]
      """,
    ])
}
