import Model

extension Phrasebook {
  /// What a Portuguese phone writes, in Brazil and in Portugal.
  static let portuguese = Phrasebook(
    language: .portuguese, you: "Você", and: [" e "], taps: ["Toque", "Prima", "Clique"],
    notices: [
      .encryption: """
      As mensagens {…} criptografia de [ponta-a-ponta|ponta a ponta][| e ficam {…}]
      As mensagens {…} criptografia de ponta a ponta ficam {…}
      As mensagens [|e as chamadas |e chamadas ]são encriptadas ponto a ponto
      As mensagens e chamadas estão agora encriptadas ponto a ponto
      As mensagens e as chamadas em conversas encriptadas ponto a ponto {…}
      As mensagens que envia para si são encriptadas ponto a ponto
      Nesta conversa, as mensagens {…} encriptação ponto a ponto
      Nesta conversa, as mensagens {…} encriptadas ponto a ponto
      """,
      .securityCode: """
      O código de segurança de {subject} mudou
      [Seu|O seu] código de segurança com {subject} mudou[| porque {…}]
      Seu código de segurança com todos os [participantes|destinatários] mudou[| porque {…}]
      O seu código de segurança partilhado com {subject} [mudou|foi alterado]
      O seu código de segurança partilhado com {subject} mudou porque {…}
      O seu código de segurança partilhado com {subject} foi alterado porque {…}
      O seu código de segurança partilhado com todos os participantes mudou[| porque {…}]
      O seu código de segurança partilhado com todos os destinatários mudou porque {…}
      O seu código de segurança partilhado com todos os destinatários foi alterado
      """,
      .created: """
      {actor| criou|Criou} [o grupo {title}|este grupo]
      [Um admin|O criador do grupo] criou [o grupo {title}|este grupo]
      [Um admin|O criador da comunidade] criou esta comunidade
      """,
      .added: """
      {actor| adicionou|Adicionou} {n} [grupo|grupos]
      {actor| adicionou|Adicionou} {subject}[| a este grupo]
      {subject=you}{actor} adicionou você[| a este grupo e à comunidade[| {…}]]
      {subject=you}{actor} adicionou-o/a[| a este grupo e à comunidade[| {…}]]
      {subject} foi adicionado
      {subject} foi adicionado/a a este grupo
      Usuário adicionado: {subject}
      {subject=you}[Você foi adicionado|Foi adicionado/a]
      {subject=you}[Você foi adicionado|Foi adicionado/a] [a|por] {…}
      {subject=you}Foi adicionado/a a este grupo por {actor}
      {subject=you}Foi adicionado/a porque se juntou {…}
      {subject=you}Você entrou {…} porque entrou {…}
      {subject=you}Uma pessoa que não é seu contato adicionou você
      """,
      .removed: """
      {actor| removeu|Removeu} {n} [grupo|grupos]
      {actor| removeu|Removeu} {subject}[| do grupo]
      {subject=you}{actor} removeu você
      {subject} foi removido
      O participante {subject} foi removido
      {subject=you}Foi removido do grupo[| por {actor}]
      """,
      .left: """
      {self} saiu
      {self| saiu|Saiu} do grupo
      """,
      .joined: """
      {self} entrou
      {self} entrou usando [o link de convite [deste grupo|desta comunidade]|seu convite]
      {self} entrou neste grupo através da comunidade
      {self| aderiu|Aderiu} a partir da comunidade
      {self| aderiu|Aderiu} à comunidade através da ligação de convite
      {self| entrou|Entrou} no grupo através da ligação de convite
      {self} juntou-se ao grupo
      {self} usou o seu convite para entrar no grupo
      """,
      .subject: """
      {actor} [alterou|mudou] o nome [do grupo |da comunidade |][|de {old} ]para {title}
      {actor=you}Alterou o nome da comunidade [|de {old} ]para {title}
      {actor=you}Alterou o título do grupo para {title}
      O título do grupo foi alterado para {title} por {actor}
      Um participante mudou [o nome do grupo|o título] para {title}
      """,
      .icon: """
      {actor| alterou|Alterou} [a imagem|o ícone] [deste grupo|desta comunidade]
      {actor| apagou|Apagou} [a imagem|o ícone] [deste grupo|desta comunidade]
      {actor} mudou a imagem [deste grupo|desta comunidade|do grupo]
      Imagem do grupo [removida|atualizada]
      """,
      .description: """
      {actor| alterou|Alterou} a descrição [do grupo|da comunidade]
      {actor| apagou|Apagou} a descrição [do grupo|da comunidade]
      {actor} mudou a descrição [do grupo|da comunidade]
      Um participante [mudou|alterou|apagou] a descrição [do grupo|da comunidade]
      """,
      .numberChanged: """
      {actor} [alterado|mudou] de {…} para {number}
      {actor} [alterado|foi alterado|mudou] para {number}
      O número de {actor} foi alterado de {…} para {number}
      {actor=you}[Seu|O seu] número de telefone foi alterado com sucesso de {…} para {number}
      {actor} mudou de número de [telefone|telemóvel]
      ? {actor} mudou seu número de telefone[| para um novo número]
      """,
      .pinned: """
      + {actor} [fixou|afixou] uma mensagem
      ? {actor=you}Fixou uma mensagem
      """,
      .disappearing: """
      {actor| ativou|Ativou} as mensagens temporárias
      {actor| desativou|Desativou} as mensagens temporárias
      {actor} [usa|utiliza] uma duração [padrão|predefinida] para [|as ]mensagens temporárias {…}
      {actor| atualizou|Atualizou} a duração das mensagens[| temporárias]
      As mensagens temporárias foram [ativadas|desativadas]
      """,
      .admin: """
      {subject=you}Você agora é um admin [do grupo|da comunidade]
      {subject=you}Você não é mais admin
      + {subject=you}Agora você é [um admin|admin][| do grupo]
      ? {subject=you}Você agora é admin[| do grupo]
      {subject=you}É agora administrador/a da comunidade
      {subject=you}Passou a ser administrador/a deste grupo
      {subject=you}Deixou de ser administrador/a do grupo
      """,
      .other: """
      {actor| adicionou|Adicionou} "{…} [grupo|grupos]
      {actor| removeu|Removeu} "{…} [grupo|grupos]
      {actor| adicionou|Adicionou} o grupo {title}
      {actor| removeu|Removeu} o grupo {title}
      {actor| adicionou|Adicionou} os grupos {…}
      {actor| removeu|Removeu} os grupos {…}
      {actor| adicionou|Adicionou} [este grupo|os grupos e] {…}
      {actor| removeu|Removeu} este grupo {…}
      Este grupo foi [adicionado|removido] {…}
      {actor| mudou|Mudou} as configurações {…}
      {actor| alterou|Alterou} as definições {…}
      {actor=you}Definiu que [todos os participantes|só os administradores] podem {…}
      {actor} [ativou|desativou] a autorização de admins para entrar neste grupo
      A autorização de admins para entrar neste grupo foi desativada
      {actor} [ativou|desativou] a aprovação de administradores para {…} a este grupo
      {actor=you}[Ativou|Desativou|Dsativou] a aprovação de administradores para {…} a este grupo
      A aprovação de administradores para a adesão a este grupo foi desativada
      Novos participantes precisam da autorização de um admin para entrar no grupo
      Os novos participantes precisam da aprovação [de|dos] administradores {…}
      Não é necessário solicitar a autorização de admins para participar deste grupo
      Qualquer pessoa pode juntar-se a este grupo, visto que {…}
      Todos os participantes da comunidade {title} poderão enviar uma mensagem {…}
      Os membros da comunidade {title} podem [contactar|pedir] {…}
      {actor} [revogou|redefiniu] o link de convite [deste|desse] grupo
      {actor| repôs|Repôs} a ligação de convite deste grupo
      {actor=you}[Você bloqueou|Você desbloqueou] [essa empresa|esse contato]
      {actor=you}[Bloqueou|Desbloqueou] [esta empresa|este contacto]
      A conta comercial com a qual você está {…}
      A conta empresarial com quem está a conversar {…}
      A identidade da conta empresarial {…}
      A alteração do nome da conta empresarial oficial de {…} foi verificada pelo WhatsApp
      Esta conta [era anteriormente|foi registrada como] {…}
      Esta conta está registada como conta empresarial
      Esta conta pertence a uma empresa
      [Esta|Essa] conta [comercial|empresarial] {…}
      O nome desta conta empresarial oficial foi alterado para {…}
      Esta conversa está acontecendo com uma conta comercial {…}
      [Você está|Agora você está|Você não está mais] conversando com [a|uma] conta {…}
      [Está|Deixou de estar] a conversar com [a|uma] conta empresarial[| {…}]
      Esta é uma conversa com a conta oficial {…}
      Essa conversa pode ser com uma conta comercial
      Esta é a conta [comercial|empresarial] oficial {…}
      Esta é uma conta comercial
      Para lhe ajudar a se conectar com empresas, {…}
      {…} [registrada|registada] como [|uma ]conta [comercial|empresarial][| {…}]
      {…} registrou-se como uma conta comercial
      {…} deixou de estar registada como uma conta empresarial
      {…} pode ser uma conta comercial
      [O |]WhatsApp fez mudanças aos tipos de contas comerciais
      As contas empresariais passaram a ter uma nova designação no WhatsApp
      O WhatsApp [confirmou|verificou] que {…}
      O WhatsApp [não pode mais|deixou de conseguir] confirmar {…}
      """,
    ],
    calls: """
      {actor| iniciou|Iniciou} uma [chamada|chamada de vídeo|videochamada]
      [Chamada de vídeo|Chamada de voz|Videochamada][| {…}]
      """,
    marks: [
      .omitted(.unknown): """
      <Mídia omitida>
      + <Mídia oculta>
      + <Arquivo de mídia oculto>
      + <Ficheiro não revelado>
      + <Multimédia omitido>
      [Você recebeu|Recebeu] uma mensagem de visualização única[|. {…}]
      """,
      .omitted(.image): """
      imagem [ocultada|omitida|não revelada]
      [imagem de produto omitida|imagem do produto não revelada]
      Foto de visualização única
      """,
      .omitted(.video): """
      vídeo [omitido|ocultado|não revelado]
      Vídeo de visualização única
      """,
      .omitted(.audio): """
      [áudio ocultado|áudio omitido|ficheiro de áudio não revelado]
      """,
      .omitted(.gif): "GIF [omitido|não revelada]",
      .omitted(.sticker): """
      figurinha omitida
      sticker não revelado
      """,
      .omitted(.document): "documento [omitido|não revelado]",
      .omitted(.contact): """
      Cartão do contato omitido
      Contacto não revelado
      """,
      .attached: """
      {name} (arquivo anexado)
      <[anexado|anexo]: {name}>
      + {name} (ficheiro anexado)
      """,
      .edited: """
      + <Mensagem editada>
      + <Esta mensagem foi editada[|.]>
      """,
      .deleted: """
      Esta mensagem foi apagada[| para todos| pelo remetente]
      Esta mensagem foi apagada por um/a administrador/a[|, {…}]
      Mensagem apagada[| para mim]
      Mensagem apagada por um admin[| {…}]
      Você apagou esta mensagem[| para todos]
      Apagou esta mensagem[| enquanto administrador/a]
      """,
      .call: """
      [Chamada de vídeo|Chamada de voz] [|em grupo ]perdida[| às {…}]
      Videochamada [|em grupo ]perdida[| às {…}]
      + [Chamada de vídeo|Chamada de voz|Videochamada][.|,] {…}
      ? [Chamada de vídeo|Chamada de voz] silenciada
      ? Ligação de [voz|vídeo] [|em grupo ]perdida[| às {…}]
      ? Ligação de [voz|vídeo][.|,] {…}
      ? [Chamada de vídeo|Chamada de voz|Videochamada|Ligação de voz|Ligação de vídeo] [|em grupo ]perdida[.|,] {…}
      """,
      .poll: """
      ? [ENQUETE|SONDAGEM]:{…} [OPÇÃO|OPTION]: {…}
      """,
      .location: """
      [localização|Localização]: https://{…}
      [localização atual compartilhada|Está a partilhar a sua localização]
      Localização atual terminou
      ? localização em tempo real [partilhada|compartilhada]
      """,
      .unavailable: """
      + Aguardando mensagem[|. {…}]
      ? Aguardando esta mensagem[|. {…}]
      """,
    ])
}
