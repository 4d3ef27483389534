import Model

extension Phrasebook {
  /// What a German phone writes.
  static let german = Phrasebook(
    language: .german, you: "Du", and: [" und "], taps: ["Tippe", "Tippen Sie", "Klicke"],
    notices: [
      .encryption: """
      Nachrichten {…} Ende-zu-Ende-verschlüsselt
      Nachrichten und Anrufe in Ende-zu-Ende-verschlüsselten Chats {…}
      Nachrichten {…} mit Ende-zu-Ende-Verschlüsselung geschützt
      + Nachrichten, {…} mit Ende-zu-Ende-Verschlüsselung geschützt
      """,
      .securityCode: """
      Die Sicherheitsnummer von {subject} hat sich geändert
      Deine Sicherheitsnummer für {subject} hat sich geändert
      Deine Sicherheitsnummer für alle [Mitglieder|Empfänger] hat sich geändert
      + Deine Sicherheitsnummer für alle Teilnehmer hat sich geändert
      """,
      .created: """
      {actor| hat|Du hast} [die|diese] Gruppe[| {title}] erstellt
      Der Gruppengründer hat [diese Gruppe|die Gruppe {title}] erstellt
      Der Community-Gründer hat diese Community erstellt
      """,
      .added: """
      {actor| hat|Du hast} {n} [Gruppe|Gruppen] hinzugefügt
      {actor| hat|Du hast} {subject} hinzugefügt
      {subject=you}{actor} hat dich [|dieser Gruppe und der Community[| {…}] ]hinzugefügt
      {subject| wurde|Du wurdest} hinzugefügt
      {subject=you}Du wurdest dieser {…} hinzugefügt
      {subject=you}Du wurdest von jemandem hinzugefügt
      + {subject=you}Du wurdest von {actor} hinzugefügt
      """,
      .removed: """
      {actor| hat|Du hast} {n} [Gruppe|Gruppen] entfernt
      {actor| hat|Du hast} {subject} entfernt
      {subject=you}{actor} hat dich entfernt
      {subject| wurde|Du wurdest} entfernt
      """,
      .left: """
      {self| hat|Du hast} die Gruppe verlassen
      """,
      .joined: """
      {self| ist|Du bist} beigetreten
      {self| ist|Du bist} [der|dieser] [Gruppe|Community] mit dem Einladungslink beigetreten
      {self| ist|Du bist} von der Community heraus beigetreten
      {self} ist über deine Einladung beigetreten
      ? {self| ist|Du bist} [der|dieser] Gruppe über [deinen|den] Einladungslink beigetreten
      """,
      .subject: """
      {actor| hat|Du hast} [den Betreff|den Namen der Community] von {old} zu {title} geändert
      {actor| hat|Du hast} [den Betreff|den Namen der Community] zu {title} geändert
      Ein Mitglied hat den Betreff zu {title} geändert
      ? {actor| hat|Du hast} den Gruppennamen [|von {old} ][zu|in] {title} geändert
      """,
      .icon: """
      {actor| hat|Du hast} das [Gruppenbild|Community-Bild] [geändert|gelöscht]
      Gruppenbild [wurde entfernt|aktualisiert]
      """,
      .description: """
      {actor| hat|Du hast} die [Gruppenbeschreibung|Community-Beschreibung] [geändert|gelöscht]
      Ein Mitglied hat die [Gruppenbeschreibung|Community-Beschreibung] [geändert|gelöscht]
      """,
      .numberChanged: """
      {actor} hat [|von {…} ]zu {number} gewechselt
      {actor} hat sich zu {number} geändert
      {actor}s Nummer hat sich von {…} zu {number} geändert
      {actor=you}Deine Telefonnummer wurde erfolgreich von {…} zu {number} geändert
      {actor} hat die Telefonnummer [gewechselt|geändert]
      ? {actor} hat eine neue Telefonnummer
      """,
      .pinned: """
      ? {actor| hat|Du hast} eine Nachricht [angeheftet|angepinnt|fixiert]
      """,
      .disappearing: """
      {actor| hat|Du hast} selbstlöschende Nachrichten [aktiviert|deaktiviert]
      {actor} verwendet eine Standarddauer für selbstlöschende Nachrichten in neuen Chats
      {actor| hat|Du hast} die Nachrichtendauer aktualisiert
      Selbstlöschende Nachrichten wurden [aktiviert|deaktiviert]
      """,
      .admin: """
      {subject=you}Du bist [jetzt ein|kein] [Admin|Community-Admin][| mehr]
      """,
      .other: """
      {actor| hat|Du hast} die Gruppe {title} [hinzugefügt|entfernt]
      {actor| hat|Du hast} die Gruppen {…} [hinzugefügt|entfernt]
      {actor| hat|Du hast} diese Gruppe {…} [hinzugefügt|entfernt]
      Diese Gruppe wurde {…} [hinzugefügt|entfernt]
      {actor| hat|Du hast} in den [Gruppeneinstellungen|Community-Einstellungen] {…}
      {actor| hat|Du hast} die Genehmigung durch {…} an dieser Gruppe [aktiviert|deaktiviert]
      Die Genehmigung durch {…} an dieser Gruppe wurde [aktiviert|deaktiviert]
      Neue Mitglieder müssen durch eine Admin genehmigt werden, um dieser Gruppe beizutreten
      Der Beitritt zu dieser Gruppe muss durch eine Admin genehmigt werden
      Um dieser Gruppe beizutreten, ist keine Genehmigung durch eine Admin {…}
      Alle in der Community {title} können eine Beitrittsanfrage für diese Gruppe stellen
      {actor| hat|Du hast} [diesen|den] Gruppen-Einladungslink [widerrufen|zurückgesetzt]
      {actor=you}Du hast [dieses Unternehmen|diesen Kontakt] [blockiert|freigegeben]
      [Der Unternehmens-Account|Das Unternehmenskonto], mit dem du chattest, {…}
      Dieser [|Unternehmens-]Account {…} Standard-Account neu registriert[| {…}]
      Dieses Konto war vorher ein Unternehmenskonto
      Dieses Konto wurde als Unternehmenskonto registriert
      [Dieses|Diese] [|offizielle ]Unternehmenskonto {…}
      Damit du dich einfacher mit Unternehmen verbinden kannst, {…}
      {…} als [|offizielles ]Unternehmenskonto registriert
      {…} ist eventuell ein Unternehmenskonto
      Dieser Chat ist [|eventuell ]mit einem {…}
      Du führst diesen Chat {…} mit {…}
      Du führst diesen Chat mit {…}
      Dies ist [ein|das] {…} Unternehmenskonto von {…}
      Dies ist ein Unternehmenskonto
      WhatsApp hat Änderungen an Kontotypen für Unternehmen durchgeführt
      WhatsApp hat verifiziert, dass {…} offizielle Unternehmenskonto {…}
      WhatsApp kann nicht mehr verifizieren, dass {…}
      ? {actor| hat|Du hast} [|den ]erweiterten Chat-Datenschutz [aktiviert|deaktiviert]
      ? Dieses Unternehmen nutzt einen sicheren Service von Meta, um diesen Chat zu verwalten
      """,
    ],
    calls: """
      {actor| hat|Du hast} einen [Anruf|Videoanruf] gestartet
      [Sprachanruf|Videoanruf][| {…}]
      Verpasster [|Gruppen-][Sprachanruf|Videoanruf] [um|von] {…}
      """,
    marks: [
      .omitted(.unknown): """
      <Medien weggelassen>
      <Medien ausgeschlossen>
      Du hast eine Nachricht zur einmaligen Ansicht erhalten[|. {…}]
      """,
      .omitted(.image): """
      Bild weggelassen
      Produktbild ausgelassen
      Foto zur einmaligen Ansicht eingestellt
      """,
      .omitted(.video): """
      Video weggelassen
      Video zur einmaligen Ansicht eingestellt
      + <Videonachricht weggelassen>
      ? [Videonachricht|Videonotiz] weggelassen
      """,
      .omitted(.audio): "Audio weggelassen",
      .omitted(.gif): "GIF weggelassen",
      .omitted(.sticker): "Sticker weggelassen",
      .omitted(.document): "Dokument weggelassen",
      .omitted(.contact): "Kontaktkarte ausgelassen",
      .attached: """
      {name} (Datei angehängt)
      <Anhang: {name}>
      """,
      .edited: """
      + <Diese Nachricht wurde bearbeitet[|.]>
      """,
      .deleted: """
      Diese Nachricht wurde [|für alle ]gelöscht
      Diese Nachricht wurde von [einem Admin|Admin {…}] gelöscht
      Du hast diese Nachricht [|für alle |als Admin ]gelöscht
      Nachricht [|wurde für mich ]gelöscht
      """,
      .call: """
      Verpasster [|Gruppen-][Sprachanruf|Videoanruf][| um {…}]
      + [Sprachanruf|Videoanruf][.|,] {…}
      ? Verpasster [|Gruppen-][Sprachanruf|Videoanruf][.|,] {…}
      ? Stummgeschalteter [Sprachanruf|Videoanruf]
      """,
      .poll: """
      ? UMFRAGE:{…} OPTION: {…}
      """,
      .location: """
      [Standort|standort]: https://{…}
      Live-Standort wird geteilt
      Live-Standort beendet
      """,
      .unavailable: """
      + Warte auf diese Nachricht[|. {…}]
      """,
    ])
}
