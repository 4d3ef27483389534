import Model

/// A field of a chunk's header that is verified.
struct VerifiedField: Sendable {
  /// Which field it is.
  let kind: ChunkField.Kind
  /// What findings call it.
  let name: String
  /// The row of `problems` that a mismatch becomes.
  let code: Problem.Code

  /// A field for each of ``ChunkField/Kind``, in their order.
  static let all = ChunkField.Kind.allCases.map { kind in
    switch kind {
    case .period:
      VerifiedField(kind: kind, name: "period", code: .periodMismatch)
    case .participants:
      VerifiedField(
        kind: kind, name: "participants", code: .participantsMismatch)
    case .topics:
      VerifiedField(kind: kind, name: "topics", code: .topicsMismatch)
    case .tokens:
      VerifiedField(kind: kind, name: "tokens", code: .tokensMismatch)
    case .messages:
      VerifiedField(kind: kind, name: "messages", code: .messagesMismatch)
    }
  }
}
