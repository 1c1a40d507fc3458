import DeterministicMath

extension AdvantageMethod {
    /// No baseline and no scale, Â = r: the policy gradient as it stands, unbiased and noisy (Williams, "Simple statistical
    /// gradient-following algorithms for connectionist reinforcement learning", 1992: REINFORCE).
    public static let none = AdvantageMethod(None())
}

struct None: AdvantageRule {
    var name: String { "none" }
    var summary: String { "nothing" }
    func statistics() -> any RewardStatistics { NoStatistics() }
}

struct NoStatistics: LearnedStatistics {
    var memory: Memory { .nothing }
    var promptCount: Int { 0 }
    mutating func record(_ rewards: [Double], for prompts: [Int]) {}
    func advantages(of rewards: [Double], for prompts: [Int], epsilon: Double) -> [Double] { rewards }
    func moments(of prompt: Int) -> Moments? { nil }
    mutating func restore(from decoder: any Decoder) throws {}
    mutating func merge(_ workers: [Worker<NoStatistics>]) {}
}
