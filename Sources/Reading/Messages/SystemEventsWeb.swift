import Model

extension SystemEvent {
  /// The notices that WhatsApp Web's exporter words otherwise than phones do, in English.
  static let web: [SystemEvent] = [
    web(.created, "{actor=You} created the group"),
    web(.joined, "{self} joined via invite link", "{self=You} joined via invite link"),
    web(
      .subject,
      "{actor} changed the group name to '{title}'",
      "{actor=You} changed the group name to '{title}'"),
    web(.icon, "{actor} changed the group icon", "{actor=You} changed the group icon"),
    web(
      .description,
      "{actor} cleared the group description", "{actor=You} cleared the group description"),
    web(
      .admin,
      "{actor} made {subject} an admin", "{actor=You} made {subject} an admin",
      "{actor} removed {subject} as admin", "{actor=You} removed {subject} as admin"),
    web(
      .disappearing,
      "{actor} turned on disappearing messages ({…})",
      "{actor=You} turned on disappearing messages ({…})"),
    web(.securityCode, "Security code changed"),
    calls(.english, .web, .interface, "[Call]", "[Call: {…}]"),
  ].flatMap { $0 }

  private static func web(_ event: Event, _ phrases: String...) -> [SystemEvent] {
    phrases.map { SystemEvent(.english, .web, .interface, .event(event), $0) }
  }
}
