import DeterministicMath

/// The learning histories of some agents, in memory: of each agent one stream of episodes for each of its rooms.
public struct Histories: Sendable {
    /// What happened in one room of one agent.
    public struct Stream: Sendable {
        /// What was rewarded.
        public let goal: Goal
        /// Whose room it is: the streams of one agent follow each other and have the same number.
        fileprivate(set) var agent: Int
        /// All steps.
        public let steps: [Step]
        /// Where each whole episode begins, and where the last one ends.
        fileprivate let bounds: [Int32]
        /// The first episode with a reward.
        public let firstReward: Int?
        /// Whether that episode's only reward came with its last step, after which no step of it was seen.
        public let isRewardedLast: Bool

        init(goal: Goal, agent: Int, steps: [Step], room: Room) {
            self.goal = goal
            self.agent = agent
            self.steps = steps
            var bounds = steps.indices.filter { steps[$0].time == room.firstTime }.map(Int32.init)
            // A last episode that may have been cut off does not count, unless its time was up.
            if let last = steps.last, last.time == room.episodeLength - 1 { bounds.append(Int32(steps.count)) }
            self.bounds = bounds
            let rewarded = steps.firstIndex { $0.reward > 0 }
            firstReward = rewarded.flatMap { step in bounds.dropFirst().firstIndex { $0 > step }.map { $0 - 1 } }
            isRewardedLast = rewarded.map { steps[$0].time == room.episodeLength - 1 } ?? false
        }

        /// How many whole episodes there are.
        public var episodeCount: Int { max(0, bounds.count - 1) }

        /// The steps of an episode.
        public subscript(episode: Int) -> ArraySlice<Step> {
            steps[Int(bounds[episode])..<Int(bounds[episode + 1])]
        }

        /// What each episode earned.
        public var returns: [Int] { (0..<episodeCount).map { self[$0].reduce(0) { $0 + $1.reward } } }
    }

    /// The room that all agents live in.
    public let room: Room
    /// The streams of all agents.
    public let streams: [Stream]

    /// Histories of agents with these goals, the steps of each in each of its rooms.
    public init(in room: Room, goals: [Goal], steps: [[[Step]]]) {
        require(goals.count == steps.count, "\(goals.count) goals for \(steps.count) agents")
        self.room = room
        streams = zip(goals, steps).enumerated().flatMap { agent, life in
            life.1.map { Stream(goal: life.0, agent: agent, steps: $0, room: room) }
        }
    }

    private init(in room: Room, streams: [Stream]) {
        self.room = room
        self.streams = streams
    }

    /// The streams of some goals only.
    public func only(_ goals: [Goal]) -> Histories {
        let wanted = Set(goals)
        return Histories(in: room, streams: streams.filter { wanted.contains($0.goal) })
    }

    /// The streams of all.
    public static func + (some: Histories, others: Histories) -> Histories {
        require(some.room == others.room, "histories of different rooms")
        let shift = (some.streams.map(\.agent).max() ?? -1) + 1
        let renumbered = others.streams.map { stream in
            var stream = stream
            stream.agent += shift
            return stream
        }
        return Histories(in: some.room, streams: some.streams + renumbered)
    }

    /// The stream of the same agent that comes `count` after that at a place, in a circle.
    func mate(of place: Int, after count: Int) -> Stream {
        let agent = streams[place].agent
        let first = streams[..<place].lastIndex { $0.agent != agent }.map { $0 + 1 } ?? 0
        let end = streams[place...].firstIndex { $0.agent != agent } ?? streams.count
        return streams[first + (place - first + count) % (end - first)]
    }

    /// The mean return of each of the first episodes over all streams.
    public func meanReturns(episodes: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: episodes)
        for stream in streams {
            for (episode, earned) in stream.returns.prefix(episodes).enumerated() { sums[episode] += Double(earned) }
        }
        return sums.map { $0 / Double(streams.count) }
    }
}
