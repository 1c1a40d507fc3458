public import DeterministicMath

/// What no learner has: each prompt's true mean and standard deviation of reward, Â = (r - J) / (√Var + ε). The oracle that
/// shows how much of an error is the estimator's fault.
///
/// It is made anew for every policy and learns nothing from rewards.
public struct ExactStatistics: PerPromptStatistics {
    /// 1: the truth needs no rewards.
    public let minimumCount = 1
    /// ε, which keeps equal rewards from dividing by zero.
    public let epsilon: Double
    /// How many prompts the problem has.
    public var promptCount: Int { moments.count }
    private let moments: [Moments]

    /// Knows no prompt.
    public init(epsilon: Double = 1e-7) {
        requireEpsilon(epsilon)
        self.epsilon = epsilon
        moments = []
    }

    /// The truth about a policy's rewards -|x - label| on a problem.
    public init(of problem: Problem, under policy: Policy, epsilon: Double = 1e-7) {
        requireEpsilon(epsilon)
        self.epsilon = epsilon
        moments = problem.prompts.map { problem.exactReward(for: $0, under: policy).moments }
    }

    /// Does nothing.
    public mutating func record(_ rewards: [Double], for prompts: [Int]) {}

    /// The true moments of the prompt's rewards; nil if the problem has no such prompt. The count, 1, means nothing.
    public func moments(of prompt: Int) -> Moments? {
        prompt < moments.count ? moments[prompt] : nil
    }
}
