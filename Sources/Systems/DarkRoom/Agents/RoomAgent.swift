public import DeterministicMath

/// Somebody who acts in a dark room for several episodes and may remember what happened.
public protocol RoomAgent: Sendable {
    /// An episode begins; `room` is the same every time.
    mutating func begin(in room: Room)
    /// What the agent does in a cell at a time.
    mutating func action(in cell: Int, at time: Int, using generator: inout Xoshiro256StarStar) -> Action
    /// Its step led to `cell` and earned `reward`.
    mutating func observe(_ reward: Int, in cell: Int)
}

extension RoomAgent {
    /// Nothing changes, unless an agent says otherwise.
    public mutating func begin(in room: Room) {}
    /// Nothing is remembered, unless an agent says otherwise.
    public mutating func observe(_ reward: Int, in cell: Int) {}

    /// Acts for some episodes and returns what each of them earned.
    public mutating func returns(
        in room: Room, goal: Goal, episodes: Int, using generator: inout Xoshiro256StarStar
    ) -> [Int] {
        steps(in: room, goal: goal, episodes: episodes, using: &generator).map { $0.reduce(0) { $0 + $1.reward } }
    }

    /// Acts for some episodes and returns their steps. The agents here do not know how probable their actions were: the
    /// log-probabilities are 0.
    public mutating func steps(
        in room: Room, goal: Goal, episodes: Int, using generator: inout Xoshiro256StarStar
    ) -> [[Step]] {
        (0..<episodes).map { _ in
            var walk = Walk(in: room, to: goal)
            var steps: [Step] = []
            begin(in: room)
            while !walk.isOver {
                let (cell, time) = (walk.cell, walk.time)
                let action = action(in: cell, at: time, using: &generator)
                let reward = walk.take(action)
                observe(reward, in: walk.cell)
                steps.append(Step(cell: cell, action: action, reward: reward, time: time, logProbability: 0))
            }
            return steps
        }
    }
}

extension RoomAgent {
    /// The mean return of each episode over the goals, each met `repeats` times by a copy of this agent.
    public func meanReturns(
        in room: Room, goals: [Goal], repeats: Int, episodes: Int, using generator: inout Xoshiro256StarStar
    ) -> [Double] {
        var sums = [Int](repeating: 0, count: episodes)
        for goal in goals {
            for _ in 0..<repeats {
                var agent = self
                for (episode, earned) in agent.returns(
                    in: room, goal: goal, episodes: episodes, using: &generator
                ).enumerated() {
                    sums[episode] += earned
                }
            }
        }
        return sums.map { Double($0) / Double(goals.count * repeats) }
    }
}
