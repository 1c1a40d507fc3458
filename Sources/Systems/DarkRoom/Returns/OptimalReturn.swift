import DeterministicMath

extension Room {
    /// The largest expected return of an episode for an agent that knows the goal, by dynamic programming from the last step
    /// to the first (Bellman 1957).
    ///
    /// For a goal at distance d of a room that goes on it is steps + 1 - d; for one that ends there, 1.
    public func optimalReturn(for goal: Goal) -> Int {
        let phases = goal.phases
        var values = [Int](repeating: 0, count: cellCount * phases)
        for _ in 0..<steps {
            values = values.indices.map { state in
                (0..<Action.count).map { action in
                    let cell = moves[state / phases * Action.count + action]
                    let result = goal.reward(into: cell, phase: state % phases)
                    let ends = endsAtGoal && goal.isReached(reward: result.reward, phase: result.phase)
                    return result.reward + (ends ? 0 : values[cell * phases + result.phase])
                }.max() ?? 0
            }
        }
        return values[start * phases]
    }

    /// The mean of the optimal returns of several goals: what an agent that knows them all earns per episode.
    public func optimalReturn(of goals: [Goal]) -> Double {
        goals.map { Double(optimalReturn(for: $0)) }.mean()
    }

    /// The actions that lead nearer to `target`, or the one that stays if the agent is there.
    public func shortestSteps(from cell: Int, to target: Int) -> [Action] {
        guard cell != target else { return [.noop] }
        let distance = distance(from: cell, to: target)
        return Action.allCases.filter { self.distance(from: self.cell(after: $0, from: cell), to: target) < distance }
    }
}
