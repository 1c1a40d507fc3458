extension GSM8KEvaluator {
    /// The evaluator by one word.
    public enum Version: String, Hashable, Sendable, Codable, CaseIterable {
        /// With all the mistakes of the original.
        case original
        /// With none of them.
        case mended
    }

    /// Creates the evaluator, as the original is or mended in every way.
    public init(_ version: Version) { self.init(mending: version == .mended ? .all : []) }
}
