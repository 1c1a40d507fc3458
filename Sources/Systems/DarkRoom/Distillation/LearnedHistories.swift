import Autodiff
import DeterministicMath

extension Histories {
    /// The lives of agents that learn by A2C, one for each goal and seed: everything that they do while they learn.
    ///
    /// Agent i of a seed has the seed's stream i, so that it is the same whatever the other goals are.
    public init(
        learningIn room: Room, goals: [Goal], seeds: ClosedRange<UInt64>, settings: A2CSettings = .recipe,
        threads: Int = .max
    ) async {
        let agents = seeds.flatMap { seed in goals.indices.map { (seed: seed, place: $0) } }
        let steps = await concurrently(agents.count, threads: threads) { number in
            let (seed, place) = agents[number]
            var agent = A2C(
                in: room, goal: goals[place], seed: seed, stream: UInt64(place), settings: settings, records: true)
            agent.run()
            return agent.history
        }
        self.init(in: room, goals: agents.map { goals[$0.place] }, steps: steps)
    }

    /// The life of one agent that learns by A2C, a stream of the seed: see ``A2C``.
    public init(
        learningIn room: Room, goal: Goal, seed: UInt64, stream: UInt64, settings: A2CSettings = .recipe
    ) {
        var agent = A2C(in: room, goal: goal, seed: seed, stream: stream, settings: settings, records: true)
        agent.run()
        self.init(in: room, goals: [goal], steps: [agent.history])
    }

    /// The lives of copies of an explorer, each tuned to a goal by A2C in a room of its own.
    ///
    /// - Parameters:
    ///   - copies: how many there are for each goal.
    ///   - firstStream: copy j of goal i has the seed's stream `firstStream` + i · copies + j.
    public init(
        tuning explorer: Explorer, to goals: [Goal], copies: Int, seed: UInt64, firstStream: UInt64 = 0,
        settings: TuningSettings = TuningSettings(), threads: Int = .max
    ) async {
        let steps = await concurrently(goals.count, threads: threads) { place in
            (0..<copies).map { copy in
                var tuning = GoalTuning(
                    of: explorer, goal: goals[place], seed: seed,
                    stream: firstStream + UInt64(place * copies + copy),
                    settings: settings)
                return (0..<settings.episodes).flatMap { _ in tuning.episode() }
            }
        }
        self.init(in: explorer.room, goals: goals, steps: steps)
    }
}

extension Histories {
    /// All histories of a file, in memory.
    public init(reading file: HistoryFile) throws(HistoryError) {
        var steps = file.goals.map { _ in [[Step]]() }
        for place in 0..<file.blockCount {
            let block = try file.block(place)
            while steps[block.agent].count <= block.room { steps[block.agent].append([]) }
            steps[block.agent][block.room] += block.steps
        }
        self.init(in: file.room, goals: file.goals, steps: steps)
    }

    /// All histories of one or more files, which must be of the book's room. Throws ``DarkRoomError`` for those of another.
    public init(ofBooksRoomIn paths: [String]) throws {
        require(!paths.isEmpty, "no file of histories")
        let all = try paths.map { path in
            let histories = try Histories(reading: HistoryFile(path))
            guard histories.room == Room() else { throw DarkRoomError.otherRoom(path: path) }
            return histories
        }
        self = all.dropFirst().reduce(all[0], +)
    }
}
