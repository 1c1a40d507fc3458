import DeterministicMath

/// What an update knows of sampled completions: everything but the policy's own log-probabilities, which change with it.
///
/// Tokens stand one after the other, completion after completion; there is no padding, and so no mask.
public struct CompletionBatch: Sendable {
    /// The number of tokens of each completion, the end token included.
    public let lengths: [Int]
    /// The advantage of each completion.
    public let advantages: [Double]
    /// The weight of a token of each completion, from ``Aggregation/weights(lengths:included:)``.
    public let weights: [Double]
    /// The log-probability of each token under the policy that sampled it; empty if no surrogate asks for it.
    public let sampled: [Float]
    /// The log-probability of each token under the reference; empty if there is none.
    public var reference: [Float]

    /// Creates a batch; arrays of completions are equally long, and arrays of tokens are empty or as long as all completions.
    public init(
        lengths: [Int], advantages: [Double], weights: [Double], sampled: [Float] = [], reference: [Float] = []
    ) {
        let tokens = lengths.reduce(0, +)
        require(
            advantages.count == lengths.count && weights.count == lengths.count,
            "\(lengths.count) completions with \(advantages.count) advantages and \(weights.count) weights")
        for array in [sampled, reference] where !array.isEmpty {
            require(array.count == tokens, "\(array.count) log-probabilities for \(tokens) tokens")
        }
        self.lengths = lengths
        self.advantages = advantages
        self.weights = weights
        self.sampled = sampled
        self.reference = reference
    }

    /// How many tokens there are.
    public var tokenCount: Int { lengths.reduce(0, +) }

    /// Some completions of the batch, one after the other, with the weights that they have in the whole.
    public subscript(completions: Range<Int>) -> CompletionBatch {
        let start = lengths[..<completions.lowerBound].reduce(0, +)
        let end = start + lengths[completions].reduce(0, +)
        func part(_ array: [Float]) -> [Float] { array.isEmpty ? [] : Array(array[start..<end]) }
        return CompletionBatch(
            lengths: Array(lengths[completions]), advantages: Array(advantages[completions]),
            weights: Array(weights[completions]), sampled: part(sampled), reference: part(reference))
    }
}
