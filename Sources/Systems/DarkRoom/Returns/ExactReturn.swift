import DeterministicMath

extension RoomPolicy {
    /// The expected return of an episode, exactly: the probabilities of all cells are carried forward step by step.
    public func expectedReturn(for goal: Goal) -> Double {
        expectedRewards(for: goal).sum()
    }

    /// The expected reward of each step of an episode.
    public func expectedRewards(for goal: Goal) -> [Double] {
        let phases = goal.phases
        var masses = [Double](repeating: 0, count: room.cellCount * phases)
        masses[room.start * phases] = 1
        return (0..<room.steps).map { step in
            var next = [Double](repeating: 0, count: masses.count)
            var reward = 0.0
            for state in masses.indices where masses[state] > 0 {
                let (cell, phase) = (state / phases, state % phases)
                let place = place(of: cell, step: step)
                for action in 0..<Action.count {
                    let mass = masses[state] * probabilities[place + action]
                    let cell = room.moves[cell * Action.count + action]
                    let result = goal.reward(into: cell, phase: phase)
                    reward += mass * Double(result.reward)
                    let ends = room.endsAtGoal && goal.isReached(reward: result.reward, phase: result.phase)
                    if !ends { next[cell * phases + result.phase] += mass }
                }
            }
            masses = next
            return reward
        }
    }

    /// How probable each cell is after each step, 0 to the last, for an agent whose episodes do not end early.
    public func occupancy() -> [[Double]] {
        var masses = [Double](repeating: 0, count: room.cellCount)
        masses[room.start] = 1
        return [masses]
            + (0..<room.steps).map { step in
                var next = [Double](repeating: 0, count: masses.count)
                for cell in masses.indices where masses[cell] > 0 {
                    let place = place(of: cell, step: step)
                    for action in 0..<Action.count {
                        next[room.moves[cell * Action.count + action]] += masses[cell] * probabilities[place + action]
                    }
                }
                masses = next
                return masses
            }
    }
}
