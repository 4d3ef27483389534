import Model

extension Phrasebook {
  /// What a French phone writes.
  static let french = Phrasebook(
    language: .french, you: "Vous", and: [" et "], taps: ["Appuyez", "Cliquez"],
    notices: [
      .encryption: """
      Les messages {…} chiffrés de bout en bout
      Les messages et appels au sein de discussions chiffrées de bout en bout {…}
      Les messages envoyés dans {…} protégés [avec|par] le chiffrement de bout en bout
      """,
      .securityCode: """
      Le code de sécurité de {subject} a changé
      Votre code de sécurité avec {subject} a changé
      Votre code de sécurité avec [tous les destinataires|l'ensemble des participant] a changé
      """,
      .created: """
      {actor| a|Vous avez} créé [le groupe {title}|ce groupe]
      Le créateur du groupe a créé [le groupe {title}|ce groupe]
      Le créateur de la communauté a créé cette communauté
      """,
      .added: """
      {actor| a|Vous avez} ajouté {n} [groupe|groupes]
      {actor| a|Vous avez} ajouté {subject}
      {subject=you}{actor} vous a ajouté[| à ce groupe et à la communauté[| {…}]]
      {subject| a|Vous avez} été ajouté
      {subject=you}Vous avez été ajouté [parce que vous avez rejoint|à|par quelqu'un] {…}
      {subject=you}Vous avez été ajouté à ce groupe ainsi qu'à la communauté[| {…}]
      + {subject=you}Vous avez été ajouté par {actor}
      """,
      .removed: """
      {actor| a|Vous avez} retiré {n} [groupe|groupes]
      {actor| a|Vous avez} retiré {subject}
      {subject=you}{actor} vous a retiré
      ? {actor| a|Vous avez} supprimé {subject}
      {subject| a|Vous avez} été retiré
      """,
      .left: """
      {self| est|Vous êtes} parti
      ? {self| a|Vous avez} quitté[| le groupe]
      """,
      .joined: """
      {self| a|Vous avez} [intégré|rejoint] [le|ce] groupe[| {…}]
      {self| a|Vous avez} rejoint cette communauté[| {…}]
      {self=you}Vous avez rejoint la communauté en utilisant le lien d'invitation
      """,
      .subject: """
      {actor| a|Vous avez} [changé|modifié] le sujet [|de ]{old} en {title}
      {actor| a|Vous avez} [changé|modifié] le sujet en {title}
      {actor| a|Vous avez} remplacé [le sujet|le nom de la communauté] [|{old} ]par {title}
      Quelqu'un a remplacé le sujet par {title}
      ? {actor| a|Vous avez} [changé|modifié] le nom du groupe [|de ]{old} en {title}
      ? {actor| a|Vous avez} [changé|modifié] le nom du groupe en {title}
      """,
      .icon: """
      {actor| a|Vous avez} [changé|supprimé] l'icône de [ce groupe|cette communauté]
      Icône de groupe [supprimée|mise à jour]
      """,
      .description: """
      {actor| a|Vous avez} [changé|modifié|supprimé] la description [du groupe|de la communauté]
      Quelqu'un a [modifié|supprimé] la description [du groupe|de la communauté]
      """,
      .numberChanged: """
      {actor} est passé de {…} à {number}
      {actor} est [passé à|devenu le] {number}
      Le numéro de {actor} est passé du {…} au {number}
      {actor=you}Votre numéro de téléphone a bien été changé de {…} à {number}
      {actor} a changé de numéro de téléphone
      """,
      .pinned: """
      ? {actor| a|Vous avez} épinglé un message
      """,
      .disappearing: """
      {actor| a|Vous avez} [activé|désactivé] les messages éphémères
      {actor} utilise une durée des messages éphémères par défaut {…}
      {actor| a|Vous avez} mis à jour le délai avant disparition
      Les messages éphémères ont été [activés|désactivés]
      """,
      .admin: """
      {subject=you}Vous êtes désormais admin
      {subject=you}Vous faites désormais partie des admins de la communauté
      {subject=you}Vous n'êtes plus admin
      ? {subject=you}Vous êtes [maintenant|à présent] admin
      ? {subject} [est désormais|est maintenant|n'est plus] admin
      """,
      .other: """
      {actor| a|Vous avez} [ajouté|retiré|supprimé] le groupe {title}
      {actor| a|Vous avez} [ajouté|retiré|supprimé] les groupes {…}
      {actor| a|Vous avez} ajouté ce groupe [|et ses membres ]à {…}
      {actor| a|Vous avez} supprimé ce groupe [de la|d'une] communauté[| {…}]
      Ce groupe a été [ajouté|supprimé] [à|de] {…}
      {actor| a|Vous avez} [changé|modifié] les [réglages|paramètres] de {…}
      {actor| a|Vous avez} [activé|désactivé] l'approbation de l'admin pour rejoindre ce groupe
      L'approbation de l'admin pour rejoindre ce groupe a été [activée|désactivée]
      Pour rejoindre ce groupe, les admins doivent approuver la demande d'adhésion {…}
      Les personnes n'ont pas besoin de l'approbation de l'admin pour rejoindre ce groupe
      ? {actor} a demandé à rejoindre [le|ce] groupe
      Les membres de la communauté {title} peuvent demander à rejoindre ce groupe {…}
      {actor| a|Vous avez} [révoqué|réinitialisé] le lien d'invitation [de|à] ce groupe
      {actor=you}Vous avez [|dé]bloqué [ce contact|cette entreprise]
      Le compte [commercial|professionnel] avec lequel vous discutez {…}
      Ce compte était un compte [commercial|professionnel] {…}
      Ce compte a été enregistré en tant que compte professionnel[| {…}]
      Ce compte [commercial|professionnel] {…}
      Le nom de ce compte professionnel officiel est désormais {…}
      Cette discussion {…} compte [commercial|professionnel|officiel][| {…}]
      Discussion avec le compte professionnel officiel de {…}
      Ceci est [un|le] compte professionnel[| {…}]
      Pour vous aider à entrer en contact avec des entreprises, nous avons vérifié que {…}
      {…} enregistré [comme|en tant que] compte professionnel[| {…}]
      {…} pourrait être un compte professionnel
      WhatsApp a apporté des [changements|modifications] aux types de comptes professionnels
      WhatsApp a [vérifié|confirmé] {…} compte professionnel officiel {…}
      WhatsApp ne peut plus vérifier {…} compte professionnel officiel {…}
      """,
    ],
    calls: """
      {actor| a|Vous avez} démarré un appel[| vidéo]
      Appel [vocal|vidéo|Vidéo][| {…}]
      """,
    marks: [
      .omitted(.unknown): """
      <Fichier omis>
      <Médias omis>
      Vous avez reçu un message à vue unique[|. {…}]
      """,
      .omitted(.image): """
      image absente
      image produit oubliée
      La vue unique est activée pour cette photo
      """,
      .omitted(.video): """
      vidéo absente
      La vue unique est activée pour cette vidéo
      """,
      .omitted(.audio): """
      audio omis
      """,
      .omitted(.gif): """
      GIF retiré
      """,
      .omitted(.sticker): """
      sticker omis
      """,
      .omitted(.document): """
      document manquant
      """,
      .omitted(.contact): """
      Fiche contact manquante
      """,
      .attached: """
      {name} (fichier joint)
      <[| ]pièce jointe : {name}[| ]>
      """,
      .edited: """
      + <Ce message a été modifié>
      """,
      .deleted: """
      Ce message a été supprimé[| pour tout le monde]
      Ce message a été supprimé par [un ou une admin|l'admin {…}]
      Vous avez supprimé ce message[| pour tout le monde| en tant qu'admin]
      Message supprimé[| pour moi]
      """,
      .call: """
      Appel [vocal|vidéo] [|de groupe ]manqué[| à {…}]
      ? Appel [vocal|vidéo][| de groupe][| manqué][.|,] {…}
      """,
      .poll: """
      ? SONDAGE[| ]:{…} OPTION[| ]: {…}
      """,
      .location: """
      [localisation|Localisation][| ]: https://{…}
      Localisation en direct partagée
      Fin de localisation en direct
      """,
      .unavailable: """
      ? En attente de ce message[|. {…}]
      """,
    ])
}
