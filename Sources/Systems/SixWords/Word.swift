public import DeterministicMath

/// One of the six words that the agent hears and says.
public enum Word: String, CaseIterable, Hashable, Sendable {
    case happy, joyful, pleasant, sad, angry, unpleasant

    /// The word's place in `allCases`: its row in a one-hot input, its column in the logits.
    public var index: Int {
        switch self {
        case .happy: 0
        case .joyful: 1
        case .pleasant: 2
        case .sad: 3
        case .angry: 4
        case .unpleasant: 5
        }
    }

    /// A uniformly random word.
    public static func random(using generator: inout Xoshiro256StarStar) -> Word {
        allCases[generator.integer(below: allCases.count)]
    }
}
