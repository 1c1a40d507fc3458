/// The judge of what the agent says: a look-up table.
///
/// ```swift
/// WordCritic().score(of: "joyful")  // 1
/// ```
public struct WordCritic: Sendable {
    private let scores: [String: Double] = [
        "happy": 1, "joyful": 1, "pleasant": 1, "sad": -1, "angry": -1, "unpleasant": -1,
    ]

    /// Creates the critic.
    public init() {}

    /// +1 for happy, joyful and pleasant, -1 for sad, angry and unpleasant, 0 for a word that the critic does not know.
    public func score(of text: String) -> Double { scores[text] ?? 0 }

    /// The score of one of the six words.
    public func score(of word: Word) -> Double { score(of: word.rawValue) }
}
