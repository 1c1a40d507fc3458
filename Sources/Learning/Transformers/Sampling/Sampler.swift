import Autodiff
import DeterministicMath

/// How a token is chosen by its logits. These settings are all there is: nothing is taken from a checkpoint.
public struct Sampler: Hashable, Sendable, Codable {
    /// Logits are divided by it; above 0. 1 samples the model's own distribution.
    public var temperature: Float
    /// Only so many of the most probable tokens can be chosen; nil for all (Fan, Lewis, Dauphin 2018).
    public var topK: Int?
    /// Only the most probable tokens that together have this probability can be chosen, at least one; nil for all (Holtzman et
    /// al. 2020).
    public var topP: Double?
    /// Whether the most probable token is chosen, of equals the first, whatever the other settings.
    public var isGreedy: Bool

    /// Creates settings; without any, the model's own distribution is sampled.
    public init(temperature: Float = 1, topK: Int? = nil, topP: Double? = nil, isGreedy: Bool = false) {
        require(temperature > 0, "a temperature of \(temperature)")
        require((topK ?? 1) > 0 && (topP ?? 1) > 0, "a choice of no tokens")
        self.temperature = temperature
        self.topK = topK
        self.topP = topP
        self.isGreedy = isGreedy
    }

    /// The most probable token, always.
    public static let greedy = Sampler(isGreedy: true)

    /// Chooses one of the tokens with these probabilities, which are at the temperature.
    func choose(from probabilities: UnsafeBufferPointer<Float>, using generator: inout SplitMix64) -> Int {
        if isGreedy { return Self.mostProbable(probabilities) }
        guard topK == nil, topP == nil else {
            return Self.draw(candidates(probabilities), probabilities, using: &generator)
        }
        return Self.draw(probabilities.indices, probabilities, using: &generator)
    }

    /// Of equals, the first.
    private static func mostProbable(_ probabilities: UnsafeBufferPointer<Float>) -> Int {
        var best = 0
        for token in probabilities.indices where probabilities[token] > probabilities[best] { best = token }
        return best
    }

    /// The tokens that can be chosen, in ascending order.
    private func candidates(_ probabilities: UnsafeBufferPointer<Float>) -> [Int] {
        let order = probabilities.indices.sorted {
            probabilities[$0] != probabilities[$1] ? probabilities[$0] > probabilities[$1] : $0 < $1
        }
        var kept: [Int] = []
        var sum = 0.0
        for token in order.prefix(topK ?? order.count) {
            kept.append(token)
            sum += Double(probabilities[token])
            if let topP, sum >= topP { break }
        }
        return kept.sorted()
    }

    /// The token in whose share a uniform number lies.
    private static func draw(
        _ tokens: some Collection<Int>, _ probabilities: UnsafeBufferPointer<Float>,
        using generator: inout SplitMix64
    ) -> Int {
        let total = tokens.reduce(0.0) { $0 + Double(probabilities[$1]) }
        let place = generator.uniform() * total
        var (reached, last) = (0.0, 0)
        for token in tokens where probabilities[token] > 0 {
            reached += Double(probabilities[token])
            if place < reached { return token }
            last = token
        }
        // The product may be rounded up to the total.
        return last
    }
}
