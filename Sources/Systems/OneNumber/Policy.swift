import DeterministicMath

/// A Gaussian policy with one number to learn per slot: the answer to a prompt is x ~ Normal(θ[slot], σ).
public struct Policy: Hashable, Sendable, Codable {
    /// θ, one mean per slot.
    public var parameters: [Double]

    /// Creates the policy with these parameters.
    public init(parameters: [Double]) {
        self.parameters = parameters
    }

    /// θ[slot], the mean of the answers to a prompt.
    public func mean(of prompt: Prompt) -> Double {
        parameters[prompt.slot]
    }

    /// One answer, θ[slot] + σ·z with a standard normal draw z.
    public func sample(for prompt: Prompt, using generator: inout some RandomNumberGenerator) -> Double {
        sample(for: prompt, noise: generator.normal())
    }

    /// The answer that the standard normal draw `noise` makes: θ[slot] + σ·noise.
    public func sample(for prompt: Prompt, noise: Double) -> Double {
        mean(of: prompt) + prompt.sigma * noise
    }

    /// `count` answers to one prompt.
    public func samples(
        for prompt: Prompt, count: Int, using generator: inout some RandomNumberGenerator
    ) -> [Double] {
        (0..<count).map { _ in sample(for: prompt, using: &generator) }
    }

    /// One answer to each prompt.
    public func samples(for prompts: [Prompt], using generator: inout some RandomNumberGenerator) -> [Double] {
        prompts.map { sample(for: $0, using: &generator) }
    }

    /// The probability density of an answer. Without noise (σ = 0) it is infinite at the mean and 0 elsewhere.
    public func density(of sample: Double, for prompt: Prompt) -> Double {
        let distance = sample - mean(of: prompt)
        guard prompt.sigma > 0 else { return distance == 0 ? .infinity : 0 }
        let score = distance / prompt.sigma
        return 0.3989422804014327 / prompt.sigma * exp(-score * score / 2)  // 1/√(2π)
    }

    /// The score ∂ log density / ∂θ = (x - θ)/σ² of an answer, for σ > 0. Reward × score estimates the gradient; the update
    /// leaves the 1/σ² away, which makes it the natural gradient.
    public func score(of sample: Double, for prompt: Prompt) -> Double {
        require(prompt.sigma > 0, "without noise there is no score")
        return (sample - mean(of: prompt)) / (prompt.sigma * prompt.sigma)
    }
}
