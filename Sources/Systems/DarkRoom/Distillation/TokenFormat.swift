/// How a model reads steps.
public struct TokenFormat: Hashable, Sendable, Codable {
    /// What a token tells of the place in time.
    public struct Positions: OptionSet, Hashable, Sendable, Codable {
        /// The bits.
        public let rawValue: Int

        /// Creates a set from its bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// The environment's clock.
        public static let clock = Positions(rawValue: 1)
        /// Which episode of the context it is.
        public static let episode = Positions(rawValue: 2)
        /// Which step of the context it is.
        public static let absolute = Positions(rawValue: 4)
    }

    /// How steps become tokens.
    public enum Packing: String, CaseIterable, Hashable, Sendable, Codable {
        /// One token a step: where the agent is, and the action and the reward before. It predicts the next action.
        case step
        /// Three tokens a step, as in the original: the reward before, where the agent is, which predicts the action, and the
        /// action.
        case triple
    }

    /// How steps become tokens.
    public var packing = Packing.step
    /// What a token tells of the place in time.
    public var positions: Positions = [.clock, .episode]
    /// Whether rows and columns have embeddings, or each cell has its own.
    public var splitsCells = true
    /// The original's mistake: the reward that a token tells of is the one that the action will earn which it predicts. When the
    /// model acts, that one is not known yet, and it gets the last one instead.
    public var leaksReward = false

    /// One token a step, with the clock and the number of the episode.
    public init() {}

    /// How many tokens a step has.
    public var tokensPerStep: Int { packing == .step ? 1 : 3 }
}
