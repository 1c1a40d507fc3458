/// Agents for all goals of a room, and the file of everything that they do while they learn.
public struct HistoryPlan: Sendable {
    /// Who learns.
    public enum Learner: String, CaseIterable, Sendable {
        /// A2C from nothing, in ten rooms at once.
        case learner
        /// Copies of an agent that has learnt to explore, each tuned to a goal.
        case explorer
    }

    /// Who learns.
    public var learner: Learner
    /// The room; explorers need one whose episodes all have the same length.
    public var room: Room
    /// Decides all weights and chance.
    public var seed: UInt64
    /// How an agent learns that learns from nothing.
    public var settings: A2CSettings
    /// How many copies of an explorer there are for each goal.
    public var copies: Int

    /// States a plan.
    public init(of learner: Learner, in room: Room, seed: UInt64, settings: A2CSettings = .recipe, copies: Int = 20) {
        (self.learner, self.room, self.seed, self.settings, self.copies) = (learner, room, seed, settings, copies)
    }

    /// Writes the histories, goal by goal; completes a file of the same plan that was cut off, to the same bytes.
    ///
    /// - Returns: the file, whole. Throws ``HistoryError`` if it can not be written, or holds other histories.
    public func write(to path: String) async throws -> HistoryFile {
        let goals = room.goals
        var writer = try HistoryWriter(to: path, room: room, goals: goals)
        let explorer = learner == .explorer ? trainedExplorer() : nil
        for (place, goal) in goals.enumerated() {
            let histories = await histories(place, goal, of: explorer)
            let missing = histories.streams.enumerated().map { number, stream in
                let written = writer.episodeCount(agent: place, room: number)
                return (min(written, stream.episodeCount)..<stream.episodeCount).flatMap { stream[$0] }
            }
            try writer.append(missing, agent: place)
        }
        try writer.finish()
        return try HistoryFile(path)
    }

    private func histories(_ place: Int, _ goal: Goal, of explorer: Explorer?) async -> Histories {
        guard let explorer else {
            return Histories(learningIn: room, goal: goal, seed: seed, stream: UInt64(place), settings: settings)
        }
        return await Histories(
            tuning: explorer, to: [goal], copies: copies, seed: seed, firstStream: UInt64(place * copies))
    }

    private func trainedExplorer() -> Explorer {
        var training = ExplorerTraining(in: room, seed: seed)
        while training.updates < training.settings.updates { training.update() }
        return training.explorer
    }
}
