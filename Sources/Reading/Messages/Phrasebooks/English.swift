import Model

extension Phrasebook {
  /// What an English phone writes, and the exporter of WhatsApp Web.
  static let english = Phrasebook(
    language: .english, you: "You", and: [" and ", " & "], taps: ["Tap", "Click"],
    notices: [
      .encryption: """
      Messages {…} end-to-end encrypted
      Messages and calls in end-to-end encrypted chats {…}
      Messages to this {…} secured with end-to-end encryption
      + Messages you send to this {…} secured with end-to-end encryption
      """,
      .securityCode: """
      {subject}'s security code changed
      Security code changed
      Your security code with {subject} changed[| because {…}]
      Your security code with all [participants|recipients] changed[| because {…}]
      """,
      .created: """
      {actor} created group {title}
      {actor} created this group
      [Group|Community] creator created [this group|this community|group {title}]
      {actor} created the group[|: {title}]
      ? {actor} created [|the ]community {title}
      ? {actor} created this community
      """,
      .added: """
      {actor} added {n} [group|groups]
      {actor} added {subject}
      {subject=you}{actor} added you[| to this group and the community[| {…}]]
      {subject} was added
      {subject=you}You were added[| because you joined {…}]
      {subject=you}You were added by someone who's not in your contacts
      {subject=you}You were added to this {…}
      + {subject=you}You were added by {actor}
      ? {subject=you}You were Added to {…}
      ? {subject=you}{actor} added you to a group in the community[|: {…}| {…}]
      """,
      .removed: """
      {actor} removed {n} [group|groups]
      {actor} removed {subject}
      {subject=you}{actor} removed you
      {subject} was removed
      {subject=you}You were removed
      """,
      .left: """
      {self} left
      """,
      .joined: """
      {self} joined
      {self} joined using this [group|community]'s invite link
      {self} joined using your invite
      {self} joined from the community
      ? {self} joined using a {…} link
      {self} joined via invite link
      ? {self=you}You joined a group via invite in the community[|: {…}| {…}]
      """,
      .subject: """
      {actor} changed the [subject|community name] from {old} to {title}
      {actor} changed the [subject|community's name] to {title}
      A participant changed the subject to {title}
      {actor} changed the group name[| from {old}] to {title}
      """,
      .icon: """
      {actor} [changed|deleted] this [group|community]'s icon
      {actor} changed the group icon
      ? {actor} changed the group's icon
      Group icon [removed|updated]
      """,
      .description: """
      [{actor}|A participant] [changed|deleted] the [group|community] description
      {actor} cleared the group description
      """,
      .numberChanged: """
      {actor} changed from {…} to {number}
      {actor} [|was ]changed to {number}
      {actor}'s number was changed from {…} to {number}
      {actor=you}Your phone number has been successfully changed from {…} to {number}
      {actor} changed their phone number[| to a new number]
      """,
      .pinned: """
      + {actor} pinned a message
      """,
      .disappearing: """
      {actor} turned [on|off] disappearing messages[| ({…})]
      {actor} uses a default timer for disappearing messages in new chats
      {actor} updated the message timer
      Disappearing messages were turned [on|off]
      ? The message timer was updated
      """,
      .admin: """
      {subject=you}You're [now|no longer] an admin
      {subject=you}You're [Now|now] a [Community Admin|community admin]
      {actor} made {subject} an admin
      {actor} removed {subject} as admin
      ? {subject} is [now|no longer] [an|a community] admin
      {subject=you}{actor} assigned you as the new owner
      {actor} assigned {subject} as the new owner
      """,
      .other: """
      {actor} [added|removed] the group {title}
      {actor} [added|removed] the groups {…}
      {actor} added this group [|and its participants ]to {…}
      {actor} removed this group from {…}
      This group was [added to|removed from] {…}
      {actor} changed this [group|community]'s settings to {…}
      + {actor} changed the settings so [only admins|all members] can edit the group settings
      ? {actor} changed the settings so all participants can edit the group settings
      ? Anyone in this group can invite new members using a group link
      {actor} turned [on|off] admin approval to join this group
      Admin approval to join this group was turned [on|off]
      New participants need admin approval to join this group
      People do not need admin approval to join this group
      Anyone in the community {title} can request to join this group {…}
      ? {actor} requested to join
      {actor} [revoked|reset] this group's invite link
      {actor} turned [on|off] advanced chat privacy
      Advanced chat privacy was turned [on|off]
      ? This group has over {…} so now only admins can edit {…}
      {…} added privacy for your phone number
      {actor=you}You [|un]blocked this [contact|business]
      + {…} is a contact
      The business account you're chatting with {…}
      This [|official ]business account {…}
      This account [was previously|has registered as] a business account[| {…}]
      This chat {…} with [a|an|the] {…} account[| {…}]
      This is [a|the official] business account[| {…}]
      To help you connect with businesses, we have verified that {…}
      {…} registered as [a|an official] business account[| {…}]
      {…} may be a business account
      {…} is [now|no longer] a verified account
      Your phone number is not shared in this chat
      Sending a message shares your phone number
      WhatsApp has made changes to the business account types
      WhatsApp has verified that this {…} business account {…}
      WhatsApp is no longer able to verify that {…}
      ? This business [uses|is now using] a secure service from Meta to manage this chat
      ? This business works with other companies to manage this chat
      ? Messages are generated by AI
      """,
    ],
    calls: #"""
      {actor} started a [|video |voice ]call
      [Voice|Video] [call|Call][| {…}]
      Missed [|group ][voice|video] call [at|from] {…}
      Missed [|Group ][Voice|Video] Call [at|from] {…}
      \[Call[|: {…}]\]
      """#,
    marks: [
      .omitted(.unknown): """
      <Media omitted>
      You received a view once message[|. {…}]
      """,
      .omitted(.image): """
      [|product ]image omitted
      + <image omitted>
      Photo set to view once
      """,
      .omitted(.video): """
      video omitted
      Video set to view once
      + <video omitted>
      + [video note omitted|Video note omitted|<Video note omitted>]
      """,
      .omitted(.audio): """
      audio omitted
      + <audio omitted>
      + <View once voice message omitted>
      ? View once voice message omitted
      """,
      .omitted(.gif): """
      GIF omitted
      + <GIF omitted>
      """,
      .omitted(.sticker): """
      sticker omitted
      + <sticker omitted>
      """,
      .omitted(.document): """
      document omitted
      + <document omitted>
      """,
      .omitted(.contact): """
      Contact card omitted
      + <Contact card omitted>
      """,
      .attached: """
      {name} (file attached)
      <attached: {name}>
      + {name} <attached>
      """,
      .edited: """
      + <This message was edited>
      """,
      .deleted: """
      This message was deleted[| for everyone]
      This message was deleted by [an admin|admin {…}]
      You deleted this message[| for everyone| as admin]
      Message deleted[| for me]
      """,
      .call: """
      Missed [|group ][voice|video] call[| at {…}]
      Missed group call
      Silenced unknown caller
      Missed [|Group ][Voice|Video] Call
      + Missed [voice|video] call[|.|,] [Tap|Click] to call back
      + Silenced [voice|video] call[|. Focus mode]
      + [Voice|Video] call[.|,] {…}
      ? Group [|voice |video ]call[.|,] {…}
      + [Voice|Video] call [{n} sec|{n} min|No answer]
      """,
      .poll: """
      + POLL:{…} OPTION: {…}
      """,
      .location: """
      [location|Location]: https://{…}
      live location shared
      ? Live location shared
      Live location ended
      """,
      .unavailable: """
      + Waiting for this message[|. This may take a while|. {…}]
      This message can't be displayed here[|. {…}]
      """,
    ])
}
