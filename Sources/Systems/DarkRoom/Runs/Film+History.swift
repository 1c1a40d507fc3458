extension Film {
    /// The film of some episodes, counted from 1, of one room of an agent; without any, of the first and the last.
    ///
    /// Throws ``DarkRoomError`` for an agent, a room or an episode that the file does not have, and for a goal that is no cell, and
    /// ``HistoryError`` for a file that is damaged.
    public init(of file: HistoryFile, agent: Int = 0, room: Int = 0, episodes: [Int] = []) throws {
        let (path, agents) = (file.path, file.goals.count)
        try DarkRoomError.unless(
            (0..<agents).contains(agent), "agent", agent, "from 0 to \(agents - 1), the agents of \(path)")
        guard case .cell = file.goals[agent] else { throw DarkRoomError.goalWithoutCell(path: path, agent: agent) }
        let steps = try file.blocks(agent: agent, room: room).flatMap { try file.block($0).steps }
        let stream = Histories(in: file.room, goals: [file.goals[agent]], steps: [[steps]]).streams[0]
        guard stream.episodeCount > 0 else { throw DarkRoomError.noEpisode(path: path, agent: agent, room: room) }
        let shown = episodes.isEmpty ? [1, stream.episodeCount] : episodes
        for number in shown {
            try DarkRoomError.unless(
                (1...stream.episodeCount).contains(number), "episode", number, "from 1 to \(stream.episodeCount)")
        }
        self.init(
            of: shown.map { Array(stream[$0 - 1]) }, in: file.room, goal: file.goals[agent],
            titles: shown.map { "episode \($0)" })
    }
}
