import DeterministicMath

/// How the terms of all tokens become one number: Σ over completions i of wᵢ Σ over its tokens, with
/// |oᵢ| tokens in completion i, N completions.
public enum Aggregation: Hashable, Sendable, Codable {
    /// wᵢ = 1 / (N |oᵢ|): the mean over completions of each one's mean (Shao et al., "DeepSeekMath", 2024, equation 3). A long
    /// completion's tokens count less, so a long wrong answer costs less per token than a short one, and what is climbed
    /// is reward per token. Without a baseline that alone ruins a training: a short answer that is paid a little
    /// outbids a long one that is paid in full (chapter 10).
    case perSequence
    /// wᵢ = 1 / Σⱼ |oⱼ|: the mean over all tokens (Yu et al., "DAPO", 2025, equation 12).
    case perToken
    /// wᵢ = 1 / (N L) with a constant L, such as the limit on tokens (Liu et al., "Understanding R1-Zero-like training",
    /// 2025, section 3.2: Dr. GRPO).
    case constant(length: Int)

    /// The weight of a token of each completion.
    ///
    /// They are those of the whole batch: if it is computed in parts, each part with its own of these weights, the parts add up
    /// to the whole.
    ///
    /// - Parameters:
    ///   - lengths: the number of tokens of each completion, its end token included.
    ///   - included: which completions count, in numerator and denominator; all without it. Cut-off completions or dead groups
    ///     can be left out by it.
    public func weights(lengths: [Int], included: [Bool]? = nil) -> [Double] {
        let included = included ?? [Bool](repeating: true, count: lengths.count)
        require(included.count == lengths.count, "\(included.count) marks for \(lengths.count) completions")
        let count = Double(included.count(where: \.self))
        let tokens = Double(zip(lengths, included).reduce(0) { $0 + ($1.1 ? $1.0 : 0) })
        return zip(lengths, included).map { length, isIncluded in
            guard isIncluded, length > 0 else { return 0 }
            return switch self {
            case .perSequence: 1 / (count * Double(length))
            case .perToken: 1 / tokens
            case .constant(let length): 1 / (count * Double(length))
            }
        }
    }
}
