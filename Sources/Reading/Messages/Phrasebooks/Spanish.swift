import Model

extension Phrasebook {
  /// What a Spanish phone writes, in Spain and in Latin America.
  static let spanish = Phrasebook(
    language: .spanish, you: "Tú", and: [" y ", " e "],
    taps: ["Toca", "Pulsa", "Presiona", "Haz clic"],
    notices: [
      .encryption: """
      [Los|Ahora los] mensajes {…} cifrados de extremo a extremo
      Los mensajes y llamadas en los chats cifrados de extremo a extremo {…}
      Los mensajes {…} están protegidos con cifrado de extremo a extremo
      + Los mensajes {…} protegidos con [|el ]cifrado de extremo a extremo
      """,
      .securityCode: """
      El código de seguridad de {subject} cambió
      Cambió tu código de seguridad con {subject}[| porque {…}]
      Cambió tu código de seguridad con todos los [participantes|destinatarios][| porque {…}]
      + [El|Tu] código de seguridad [con|de] {subject} ha cambiado
      + Tu código de seguridad con {subject} cambió
      """,
      .created: """
      {actor| creó|Creaste} [el grupo {title}|este grupo]
      El creador del grupo creó [el grupo {title}|este grupo]
      El creador de la comunidad creó esta comunidad
      + {actor| ha creado|Has creado} el grupo {title}
      """,
      .added: """
      {actor| añadió|Añadiste} {n} [grupo|grupos]
      {actor| añadió|Añadiste} a {subject}
      {subject=you}{actor} te añadió[| a este grupo y a la comunidad[| {…}]]
      Se añadió a {subject}
      {subject=you}[Fuiste añadido por|Te añadió] alguien que no está en tus contactos
      {subject=you}Te añadieron al grupo
      ? {subject=you}Se te añadió al grupo
      {subject=you}Te añadieron a este grupo y a la comunidad[| {…}]
      {subject=you}Se te añadió [|a esta comunidad ]porque te uniste {…}
      + {actor| agregó|Agregaste} a {subject}
      + {subject=you}{actor} te agregó[| al grupo]
      + {actor| ha añadido|Has añadido} a {subject}
      + {subject=you}{actor} te ha añadido[| al grupo]
      """,
      .removed: """
      {actor| eliminó|Eliminaste} {n} [grupo|grupos]
      {actor| eliminó|Eliminaste} a {subject}
      {subject=you}{actor} te eliminó
      Se eliminó a {subject}
      {subject=you}Se te eliminó del grupo
      + {actor| ha eliminado|Has eliminado} a {subject}
      """,
      .left: """
      {self| salió|Saliste}[| del grupo]
      + {self| ha salido|Has salido} del grupo
      """,
      .joined: """
      {self| se unió|Te uniste}[| desde la comunidad]
      {self| se unió|Te uniste} [usando|mediante] el enlace de invitación de {…}
      {self} se unió mediante tu invitación
      + {self| se ha unido|Te has unido} [usando|con] el enlace de invitación de {…}
      """,
      .subject: """
      {actor| cambió|Cambiaste} [el asunto|el nombre de la comunidad] [|de {old} ]a {title}
      Un participante cambió el asunto a {title}
      + {actor| cambió|Cambiaste} el asunto del grupo [|de {old} ]a {title}
      + {actor| ha cambiado|Has cambiado} el asunto [|de {old} ][a|por] {title}
      ? {actor| cambió|Cambiaste} el nombre del grupo [|de {old} ]a {title}
      """,
      .icon: """
      {actor| cambió|Cambiaste} el [ícono|icono] de [este grupo|esta comunidad]
      {actor| eliminó|Eliminaste} el [ícono|icono] [del grupo|de este grupo|de esta comunidad]
      Icono del grupo [eliminado|actualizado]
      + {actor| cambió|Cambiaste} la imagen [del|de este] grupo
      + {actor| ha cambiado|Has cambiado} el [ícono|icono] de este grupo
      """,
      .description: """
      {actor| cambió|Cambiaste} la descripción [del grupo|de la comunidad]
      {actor| eliminó|Eliminaste} la descripción [del grupo|de la comunidad]
      {actor| borró|Borraste} la descripción del grupo
      Un participante [cambió|eliminó] la descripción [del grupo|de la comunidad]
      + {actor| ha cambiado|Has cambiado} la descripción del grupo
      """,
      .numberChanged: """
      {actor} cambió [|de {…} ]a {number}
      El número {actor} cambió a {number}
      El número de {actor} cambió de {…} a {number}
      {actor=you}Tu número de teléfono se cambió de {…} a {number} con éxito
      {actor} cambió su número de teléfono[| a un nuevo número]
      """,
      .pinned: """
      ? {actor| fijó|Fijaste} un mensaje
      """,
      .disappearing: """
      {actor| activó|Activaste} los mensajes temporales
      {actor| desactivó|Desactivaste} los mensajes temporales
      {actor} usa una duración predeterminada para los mensajes temporales {…}
      {actor| actualizó|Actualizaste} la duración de los mensajes[| temporales]
      Se [activaron|desactivaron] los mensajes temporales
      """,
      .admin: """
      {subject=you}[Ahora|Ya no] eres admin. [del grupo|de la comunidad]
      + {subject=you}[Ahora|Ya no] eres [admin|administrador][| del grupo| de este grupo]
      """,
      .other: """
      {actor| añadió|Añadiste} el grupo {title}
      {actor| añadió|Añadiste} los grupos {…}
      {actor| añadió|Añadiste} este grupo [|y a sus participantes ]a {…}
      {actor| eliminó|Eliminaste} el grupo {title}
      {actor| eliminó|Eliminaste} los grupos {…}
      {actor| eliminó|Eliminaste} este grupo de {…}
      Se [añadió|eliminó] este grupo [a|de] {…}
      {actor| cambió|Cambiaste} la configuración de [este grupo|esta comunidad] para {…}
      {actor| activó|Activaste} la aprobación de los admin. para unirse a este grupo
      {actor| desactivó|Desactivaste} la aprobación de los admin. para unirse a este grupo
      Se desactivó la aprobación de los administradores para unirse a este grupo
      Los nuevos participantes necesitan la aprobación de los administradores {…}
      Para unirse al grupo, los nuevos participantes necesitan la aprobación {…}
      Los usuarios no necesitan la aprobación de los administradores {…}
      Cualquier miembro de la comunidad {title} puede enviarles un mensaje {…}
      {actor| anuló|Anulaste} el enlace de invitación de este grupo
      {actor| restableció|Restableciste} el enlace de invitación de este grupo
      {actor=you}[Bloqueaste|Desbloqueaste] [esta empresa|a este contacto]
      La cuenta de [la |]empresa con la que te estás comunicando {…}
      Esta cuenta [|de empresa ]{…} como una cuenta estándar[| {…}]
      Esta cuenta se registró como una cuenta de empresa[| {…}]
      Esta cuenta de empresa {…} en tus contactos
      [Este|Ahora este] chat {…} con [una|la] cuenta {…}
      Es posible que este chat sea con una cuenta de empresa
      Esta es [una|la] cuenta de empresa[| {…}]
      El nombre de esta cuenta de empresa oficial cambió a {…}
      Para ayudarte a conectar con empresas, hemos verificado que {…}
      {…} registrada como una cuenta de empresa[| {…}]
      {…} se registró como una cuenta de empresa
      {…} puede ser una cuenta de empresa
      WhatsApp cambió los tipos de cuentas de empresas
      WhatsApp [confirmó|verificó] que {…} cuenta de empresa oficial {…}
      WhatsApp ya no puede confirmar que {…}
      """,
    ],
    calls: """
      {actor| inició|Iniciaste} una [llamada|videollamada]
      [Videollamada|Llamada de voz|Llamada][| {…}]
      """,
    marks: [
      .omitted(.unknown): """
      <Archivo omitido>
      <Multimedia omitido>
      + <Archivo multimedia omitido>
      Recibiste un mensaje de visualización única[|. {…}]
      """,
      .omitted(.image): """
      imagen omitida
      imagen del producto omitida
      Foto configurada para verse una sola vez
      """,
      .omitted(.video): """
      [Video|video] omitido
      Video configurado para verse una sola vez
      + [Vídeo|vídeo] omitido
      """,
      .omitted(.audio): "audio omitido",
      .omitted(.gif): "GIF omitido",
      .omitted(.sticker): "sticker omitido",
      .omitted(.document): "documento omitido",
      .omitted(.contact): "Tarjeta de contacto omitida",
      .attached: """
      {name} (archivo adjuntado)
      <adjunto: {name}>
      + {name} (archivo adjunto)
      """,
      .edited: """
      + <Se editó este mensaje[|.]>
      + <Este mensaje fue editado[|.]>
      """,
      .deleted: """
      Se eliminó este mensaje
      Este mensaje fue eliminado[| para todos]
      Un admin.[| {…}][|,] eliminó este mensaje
      Un admin., {…}, eliminó este mensaje
      Eliminaste este mensaje[| para todos| como admin]
      Mensaje eliminado[| para mí]
      + Eliminaste este mensaje como admin.
      + Este mensaje se eliminó
      """,
      .call: """
      [Videollamada|Llamada][| de voz| grupal] perdida[| a las {…}| a la(s) {…}|, {…}]
      + [Videollamada|Llamada|Llamada de voz][.|,] {…}
      ? [Videollamada|Llamada de voz] silenciada
      """,
      .poll: """
      ? ENCUESTA:{…} [OPCIÓN|OPTION]: {…}
      """,
      .location: """
      [ubicación|Ubicación]: https://{…}
      ubicación en tiempo real compartida
      Ubicación en tiempo real finalizada
      """,
      .unavailable: """
      + Esperando [el|este] mensaje[|. {…}]
      ? No se puede mostrar este mensaje aquí[|. {…}]
      """,
    ])
}
