import Records

/// The folder of an agent that learns one goal: args.json, episodes.csv, updates.csv, events.out.tfevents.a2c (the same numbers for
/// TensorBoard), history and film.svg, its first and its last episode.
public struct SourceFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Names a folder, which is made when an agent is trained.
    public init(_ path: String) { self.path = path }

    /// Trains an agent to find a goal, which is a cell, and writes everything down.
    ///
    /// - Returns: what the agent would do at the end. Throws `RecordError` or ``HistoryError`` if a file can not be written.
    public func train(for goal: Goal, in room: Room, seed: UInt64, settings: A2CSettings) throws -> RoomPolicy {
        guard case .cell(let cell) = goal else { preconditionFailure("a goal that is no cell") }
        let folder = try OutputFolder(path)
        try folder.file("args.json").write(
            Arguments(
                goal: [room.row(of: cell), room.column(of: cell)], seed: seed,
                room: room.endsAtGoal ? "ends at the goal" : "goes on at the goal"
            ).jsonLines())
        var agent = A2C(in: room, goal: goal, seed: seed, settings: settings, records: true)
        var log = SourceLog()
        while agent.updates < agent.settings.updates { log.append(agent.update(), of: agent) }
        try folder.file("updates.csv").write(log.updates)
        try folder.file("episodes.csv").write(log.episodes)
        try folder.file("events.out.tfevents.a2c").write(log.events)
        // An earlier history would be gone on with.
        _ = try folder.file("history")
        var writer = try HistoryWriter(to: "\(path)/history", room: room, goals: [goal])
        try writer.append(agent.takeHistory(), agent: 0)
        try writer.finish()
        try folder.file("film.svg").write(Film(of: HistoryFile("\(path)/history")).svg)
        return agent.policy
    }

    private struct Arguments: Encodable {
        let goal: [Int]
        let seed: UInt64
        let room: String
    }
}
