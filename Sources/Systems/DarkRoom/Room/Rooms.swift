public import DeterministicMath

/// Many dark rooms side by side, each with its own goal, clock and stream of chance: actions go in, steps come out, and a room
/// whose episode is over begins the next one.
public struct Rooms: Sendable {
    /// The grid and clock of all of them.
    public let room: Room
    /// What is rewarded in each.
    public let goals: [Goal]
    /// Where each agent is.
    public var cells: [Int] { walks.map(\.cell) }
    /// The clock of each.
    public var times: [Int] { walks.map(\.time) }
    /// The chance of each room's agent.
    public var generators: [Xoshiro256StarStar]
    private(set) var walks: [Walk]

    /// Rooms at the beginning of an episode. The chance of room i is stream `firstStream` + i of the seed.
    public init(_ room: Room, goals: [Goal], seed: UInt64, firstStream: UInt64 = 0) {
        self.room = room
        self.goals = goals
        walks = goals.map { Walk(in: room, to: $0) }
        generators = goals.indices.map { Xoshiro256StarStar(seed: seed, stream: firstStream + UInt64($0)) }
    }

    /// How many rooms there are.
    public var count: Int { walks.count }

    /// What a step brought.
    public struct Arrival: Hashable, Sendable {
        /// What it earned.
        public let reward: Int
        /// Where it led, also if the next episode has begun since.
        public let cell: Int
        /// Whether it ended the episode.
        public let endsEpisode: Bool
        /// Whether it ended the episode by reaching the goal, not because the time was up.
        public let endsAtGoal: Bool
    }

    /// A step in one room.
    public mutating func take(_ action: Action, in place: Int) -> Arrival {
        let reward = walks[place].take(action)
        let walk = walks[place]
        guard walk.isOver else {
            return Arrival(reward: reward, cell: walk.cell, endsEpisode: false, endsAtGoal: false)
        }
        walks[place] = Walk(in: room, to: goals[place])
        return Arrival(
            reward: reward, cell: walk.cell, endsEpisode: true, endsAtGoal: room.endsAtGoal && walk.isAtGoal)
    }

    /// A step in every room.
    public mutating func take(_ actions: [Action]) -> [Arrival] {
        require(actions.count == count, "\(actions.count) actions in \(count) rooms")
        return actions.enumerated().map { take($1, in: $0) }
    }
}
