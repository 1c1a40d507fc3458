/// What a model wrote after a prompt.
public struct Completion: Hashable, Sendable, Codable {
    /// The tokens, the one that ended it included.
    public internal(set) var tokens: [Int] = []
    /// log p of each token at temperature 1.
    public internal(set) var logProbabilities: [Float] = []
    /// log p of each token at the sampler's temperature, among all tokens; at temperature 1 for greedy choices.
    public internal(set) var temperedLogProbabilities: [Float] = []
    /// Whether a token ended it; if not, the limit did.
    public internal(set) var isStopped = false
}
