import Model

extension Phrasebook {
  /// What an Italian phone writes.
  static let italian = Phrasebook(
    language: .italian, you: "Tu", and: [" e ", " ed "], taps: ["Tocca", "Fai clic", "Clicca"],
    notices: [
      .encryption: """
      [Le chiamate|I messaggi] {…} crittografati end-to-end
      I messaggi e le chiamate nelle chat crittografate end-to-end {…}
      I messaggi inviati {…} protetti con la crittografia end-to-end
      Le chiamate e i messaggi {…} protetti con la crittografia end-to-end
      """,
      .securityCode: """
      Il codice [di |]sicurezza di {subject} è cambiato
      Il tuo codice di sicurezza con {subject} è cambiato[| perché {…}]
      Il tuo codice di sicurezza con tutti i [partecipanti|destinatari] è cambiato[| perché {…}]
      """,
      .created: """
      {actor| ha|Hai} creato [il gruppo {title}|questo gruppo]
      Il fondatore del gruppo ha creato [il gruppo {title}|questo gruppo]
      Il fondatore della community ha creato questa community
      """,
      .added: """
      {actor| ha|Hai} aggiunto {n} [gruppo|gruppi]
      {actor| ha|Hai} aggiunto {subject}
      {subject=you}{actor} ti ha aggiunto[| a questo gruppo e alla community[| {…}]]
      {subject} è stato aggiunto
      È stato aggiunto l'utente {subject}
      {subject=you}Sei stato aggiunto da qualcuno che non è presente nei tuoi contatti
      {subject=you}Ti ha aggiunto qualcuno che non è tra i tuoi contatti
      {subject=you}Ora fai parte [del|della|di] {…}
      """,
      .removed: """
      {actor| ha|Hai} rimosso {n} [gruppo|gruppi]
      {actor| ha|Hai} rimosso {subject}
      {subject=you}{actor} ti ha rimosso
      {subject} è stato rimosso
      {subject} non fa più parte del gruppo
      {subject=you}Ti hanno rimosso dal gruppo
      """,
      .left: """
      {self| ha|Hai} abbandonato[| il gruppo]
      ? {self| è|Sei} uscito[| dal gruppo]
      """,
      .joined: """
      {self| ha|Hai} effettuato l'ingresso dalla community
      {self| ha|Hai} usato il link d'invito per entrare [nella community|nel gruppo]
      {self} è entrato usando il [link d'invito al gruppo|tuo invito]
      {self} ora fa parte del gruppo
      + {self| è|Sei} entrato usando il link d'invito di questo gruppo
      """,
      .subject: """
      {actor| ha|Hai} cambiato l'oggetto [|da {old} ][a|in] {title}
      {actor| ha|Hai} cambiato il nome della community [|da {old} ][a|in] {title}
      Un partecipante ha cambiato l'oggetto del gruppo in {title}
      ? {actor| ha|Hai} cambiato il nome del gruppo [|da {old} ][a|in] {title}
      """,
      .icon: """
      {actor| ha|Hai} [cambiato|eliminato] l'immagine [del gruppo|della community]
      {actor| ha|Hai} [cambiato|rimosso] l'immagine di questo gruppo
      Immagine del gruppo [rimossa|aggiornata]
      """,
      .description: """
      {actor| ha|Hai} [cambiato|eliminato] la descrizione [del gruppo|della community]
      Un partecipante ha [cambiato|eliminato] la descrizione [del gruppo|della community]
      """,
      .numberChanged: """
      {actor} ha cambiato numero da {…} a {number}
      {actor} è stato cambiato con {number}
      {actor=you}Il tuo numero di telefono è stato cambiato con successo da {…} a {number}
      {actor} ha cambiato [numero|il suo numero di telefono][| con un nuovo numero]
      """,
      .pinned: """
      + {actor} ha fissato un messaggio
      ? {actor=you}Hai fissato un messaggio
      ? {actor| ha|Hai} messo in evidenza un messaggio
      """,
      .disappearing: """
      {actor| ha|Hai} [attivato|disattivato] i messaggi effimeri
      {actor} ha impostato un timer predefinito per i messaggi effimeri {…}
      {actor| ha|Hai} aggiornato il timer [messaggi|dei messaggi]
      Sono stati [attivati|disattivati] i messaggi effimeri
      """,
      .admin: """
      {subject=you}[Ora|Adesso] sei un amministratore[| della community]
      {subject=you}Non sei più un amministratore
      """,
      .other: """
      {actor| ha|Hai} [aggiunto|rimosso] "{…} [gruppo|gruppi]
      {actor| ha|Hai} [aggiunto|rimosso] il gruppo {title}
      {actor| ha|Hai} [aggiunto|rimosso] i gruppi {…}
      {actor| ha|Hai} [aggiunto|rimosso] questo gruppo {…}
      Questo gruppo è stato [aggiunto|rimosso] {…}
      {actor| ha|Hai} [cambiato|modificato] le impostazioni {…} per {…}
      {actor| ha|Hai} [attivato|disattivato] l'impostazione che richiede l'approvazione {…}
      L'impostazione che richiede l'approvazione {…} è stata [attivata|disattivata]
      I nuovi partecipanti devono richiedere l'approvazione di un amministratore {…}
      Chiunque può entrare nel gruppo senza farne richiesta {…}
      Tutti i partecipanti della community {title} possono chiedere di entrare nel gruppo {…}
      {actor| ha|Hai} [revocato|reimpostato] il link [d'invito|di invito] [a questo|al] gruppo
      {actor=you}Hai [bloccato|sbloccato] [questa attività|questo contatto]
      L'account business con [cui|il quale] stai chattando {…}
      Questo [|account ]era un account business {…}
      Questo account [|business ][è|ora è] registrato come [|un ]account [business|standard]
      Questo account è registrato come account business e {…}
      Questo account business [|ufficiale ][non è|ha cambiato] {…}
      Questa chat {…} con [un|l']account business[| {…}]
      Questa chat {…} con un account business[| {…}]
      Questa è una chat con [un |l']account business[| {…}]
      Questa è una chat tra te e l'account ufficiale {…}
      Ora questa chat è con l'account business ufficiale {…}
      Questo è [un |l']account business[| {…}]
      Per aiutarti a connetterti con le aziende, abbiamo verificato che {…}
      {…} registrato come account business[| {…}]
      {…} potrebbe essere un account business
      WhatsApp ha modificato la classificazione degli account business
      WhatsApp ha verificato che {…} account business ufficiale {…}
      WhatsApp ha verificato che questo è l'account business ufficiale {…}
      WhatsApp non è più in grado di verificare che {…}
      """,
    ],
    calls: """
      {actor| ha|Hai} avviato una [chiamata di gruppo|videochiamata|chiamata]
      [Videochiamata|Chiamata vocale][| {…}]
      [Videochiama|Chiama][| {…}]
      """,
    marks: [
      .omitted(.unknown): """
      <Media omesso>
      <Media omessi>
      Hai ricevuto un messaggio visualizzabile una volta[|. {…}]
      """,
      .omitted(.image): """
      immagine omessa
      immagine del prodotto omessa
      Foto impostata per una sola visualizzazione
      """,
      .omitted(.video): """
      video omesso
      Video impostato per una sola visualizzazione
      """,
      .omitted(.audio): """
      audio omesso
      + <Il messaggio vocale visualizzabile una volta è stato omesso>
      """,
      .omitted(.gif): "GIF esclusa",
      .omitted(.sticker): "sticker [non incluso|omesso]",
      .omitted(.document): "documento omesso",
      .omitted(.contact): "Scheda contatto omessa",
      .attached: """
      {name} (file allegato)
      <allegato: {name}>
      """,
      .edited: """
      + <Questo messaggio è stato modificato[|.]>
      """,
      .deleted: """
      [Questo|Il] messaggio è stato eliminato[| per tutti]
      Questo messaggio è stato eliminato [da un amministratore|dall'amministratore {…}]
      Hai eliminato questo messaggio[| per tutti| come amministratore]
      Messaggio eliminato[| per me]
      """,
      .call: """
      [Videochiamata|Chiamata vocale] [|di gruppo ]persa[| alle {…}]
      + [Videochiamata|Chiamata vocale][.|,] {…}
      ? [Videochiamata|Chiamata vocale] [|di gruppo ]persa[.|,] {…}
      ? [Videochiamata|Chiamata vocale] silenziata
      """,
      .poll: """
      + SONDAGGIO:{…} OPZIONE: {…}
      ? SONDAGGIO:{…} OPTION: {…}
      """,
      .location: """
      [posizione|Posizione]: https://{…}
      posizione attuale condivisa
      Condivisione della posizione terminata
      """,
      .unavailable: """
      + In attesa del messaggio[|. {…}]
      """,
    ])
}
