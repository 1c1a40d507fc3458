import DeterministicMath

/// What a model earned that met goals it knows nothing of, its weights at rest.
public struct InContextEvaluation: Hashable, Sendable {
    /// The goals.
    public let goals: [Goal]
    /// For each goal and repeat, what each episode earned.
    public let returns: [[[Int]]]
    private let optima: [Int]

    init(in room: Room, goals: [Goal], returns: [[[Int]]]) {
        self.goals = goals
        self.returns = returns
        optima = goals.map { room.optimalReturn(for: $0) }
    }

    /// The mean return of each episode.
    public var meanReturns: [Double] {
        let all = Array(returns.joined())
        return all[0].indices.map { episode in all.map { Double($0[episode]) }.mean() }
    }

    /// The mean return of each goal's last episode.
    public var lastReturns: [Double] {
        returns.map { repeats in repeats.map { Double($0[$0.count - 1]) }.mean() }
    }

    /// The mean of the sum over the episodes.
    public var total: Double { meanReturns.sum() }

    /// How often a goal was ever rewarded.
    public var foundShare: Double {
        Array(returns.joined()).map { $0.contains { $0 > 0 } ? 1.0 : 0 }.mean()
    }

    /// What the episodes after the one with the first reward earned, as a share of the optimum; 0 if there is none.
    public var shareOnceFound: Double {
        var shares: [Double] = []
        for (goal, repeats) in returns.enumerated() {
            for episodes in repeats {
                guard let first = episodes.firstIndex(where: { $0 > 0 }) else { continue }
                shares += episodes.dropFirst(first + 1).map { Double($0) / Double(optima[goal]) }
            }
        }
        return shares.isEmpty ? 0 : shares.mean()
    }
}
