public import Advantages
public import DeterministicMath

extension AdvantageMethod {
    /// The true mean and standard deviation of each prompt's reward -|x - label|: for a `Run`, which knows them. See
    /// `ExactStatistics`.
    public static let exact = AdvantageMethod(Exact())
}

struct Exact: AdvantageRule {
    var name: String { "exact" }
    var summary: String { "the truth" }
    /// They know no prompt until a run says what is true.
    func statistics() -> any RewardStatistics { ExactStatistics(moments: []) }
}

/// What no learner has: each prompt's true mean and standard deviation of reward, Â = (r - J) / (√Var + ε). The oracle that
/// shows how much of an error is the estimator's fault.
///
/// It is made anew for every policy and learns nothing from rewards.
public struct ExactStatistics: Sendable {
    private let moments: [Moments]

    fileprivate init(moments: [Moments]) { self.moments = moments }

    /// The truth about a policy's rewards -|x - label| on a problem.
    public init(of problem: Problem, under policy: Policy) {
        moments = problem.prompts.map { problem.exactReward(for: $0, under: policy).moments }
    }

    /// The true moments of the prompt's rewards; nil if the problem has no such prompt. The count, 1, means nothing.
    public func moments(of prompt: Int) -> Moments? {
        prompt < moments.count ? moments[prompt] : nil
    }

    /// The advantage of each reward of prompts that are known by their index; `epsilon`, positive, keeps equal rewards from dividing
    /// by zero.
    public func advantages(of rewards: [Double], for prompts: [Int], epsilon: Double = 1e-7) -> [Double] {
        advantagesByOwnMoments(of: rewards, for: prompts, epsilon: epsilon)
    }
}

extension ExactStatistics: PromptStatistics {
    package var minimumCount: Int { 1 }
    package var promptCount: Int { moments.count }
    package mutating func record(_ rewards: [Double], for prompts: [Int]) {}
}
