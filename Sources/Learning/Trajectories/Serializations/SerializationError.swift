/// Why a text is no trajectory.
public enum SerializationError: Error, Hashable, Sendable {
    /// A word or a character that no transition has, at this token.
    case unknown(String, token: Int)
    /// A token that can not stand where it does.
    case misplaced(String, token: Int)
    /// The text ends within a transition, which has so many of its tokens.
    case incomplete(tokens: Int)
}
