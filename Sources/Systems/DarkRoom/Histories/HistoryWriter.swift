import DeterministicMath

/// Writes histories while they happen: each block is handed to the system whole, so that whatever stops the program leaves a
/// file whose blocks can be read, but for the last one.
///
/// ```swift
/// var writer = try HistoryWriter(to: "histories", room: room, goals: goals)
/// try writer.append(agent.takeHistory(), agent: 0)
/// try writer.finish()
/// ```
public struct HistoryWriter {
    private let file: PlainFile
    private let room: Room
    private let blockSteps: Int
    private var end: Int
    private var waiting: [Place: [Step]] = [:]
    private var episodes: [Place: Int] = [:]

    private struct Place: Hashable, Comparable {
        let agent, room: Int
        static func < (one: Place, other: Place) -> Bool { (one.agent, one.room) < (other.agent, other.room) }
    }

    /// Begins a file, or goes on with one of the same room and goals that was cut off: its last block goes if it is not whole.
    ///
    /// - Parameter blockSteps: how many steps are gathered for a block; blocks hold whole episodes.
    public init(to path: String, room: Room, goals: [Goal], blockSteps: Int = 2000) throws(HistoryError) {
        file = try PlainFile(writing: path)
        self.room = room
        self.blockSteps = blockSteps
        let head = HistoryHead(room: room, goals: goals)
        if try file.length() == 0 {
            try file.write(head.bytes, at: 0)
            end = head.bytes.count
            return
        }
        let written = try HistoryFile(path)
        guard written.head == head else { throw .foreign(path: path) }
        end = written.wholeLength
        try file.cut(to: end)
        for block in written.index {
            let place = Place(agent: block.facts.agent, room: block.facts.room)
            episodes[place] = block.facts.firstEpisode + block.facts.episodes
        }
    }

    /// How many episodes of an agent's room the file holds, those that wait for a block not counted: where to go on.
    public func episodeCount(agent: Int, room: Int) -> Int { episodes[Place(agent: agent, room: room)] ?? 0 }

    /// Adds steps of an agent's rooms, one array for each, behind those that were added before.
    public mutating func append(_ steps: [[Step]], agent: Int) throws(HistoryError) {
        for (number, steps) in steps.enumerated() {
            let place = Place(agent: agent, room: number)
            waiting[place, default: []] += steps
            guard let gathered = waiting[place], gathered.count >= blockSteps else { continue }
            try write(place)
        }
    }

    /// Writes what still waits. An episode that has not ended is written as far as it went.
    public mutating func finish() throws(HistoryError) {
        for place in waiting.keys.sorted() { try write(place, cutsEpisode: true) }
    }

    private mutating func write(_ place: Place, cutsEpisode: Bool = false) throws(HistoryError) {
        guard var steps = waiting[place], !steps.isEmpty else { return }
        var rest: [Step] = []
        if !cutsEpisode, let start = steps.lastIndex(where: { $0.time == room.firstTime }) {
            // Whether the last episode is over can not be seen in its steps: it waits for the next one's first.
            rest = Array(steps[start...])
            steps.removeSubrange(start...)
        }
        guard !steps.isEmpty else { return }
        let block = HistoryBlock(
            agent: place.agent, room: place.room, firstEpisode: episodes[place] ?? 0, steps: steps,
            firstTime: room.firstTime)
        let bytes = block.bytes(in: room)
        try file.write(bytes, at: end)
        end += bytes.count
        waiting[place] = rest
        episodes[place, default: 0] += block.episodes.count
    }
}
