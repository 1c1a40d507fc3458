import EventFiles

/// Whole episodes of one agent in one of its rooms, as a file keeps them.
///
/// The bytes, integers lowest byte first: the payload's length, the length's CRC-32C and the payload's, 4 bytes each; then the
/// payload: agent (4), room (2), the number of its first episode (4), episodes (4), steps (4); all cells (1 byte each, 2 if
/// the room has more than 256), all actions with the rewards, -16 to 15 (1: action + 8 · reward), all times (1, or 2 if an
/// episode may have more than 256), all log-probabilities (4).
public struct HistoryBlock: Hashable, Sendable {
    /// The agent's number: the place of its goal in the file's goals.
    public let agent: Int
    /// The number of its room.
    public let room: Int
    /// How many of the room's episodes stand before it.
    public let firstEpisode: Int
    /// The episodes, one after the other.
    public let episodes: [ArraySlice<Step>]
    /// All steps of the episodes.
    public let steps: [Step]

    /// Creates a block of whole episodes.
    init(agent: Int, room: Int, firstEpisode: Int, steps: [Step], firstTime: Int) {
        self.agent = agent
        self.room = room
        self.firstEpisode = firstEpisode
        self.steps = steps
        var starts = steps.indices.filter { steps[$0].time == firstTime }
        starts.append(steps.count)
        episodes = zip(starts, starts.dropFirst()).map { steps[$0..<$1] }
    }

    /// How many bytes stand before the payload.
    static let headLength = 12
    /// How many bytes of the payload stand before the columns.
    static let factsLength = 18

    /// What a block's payload begins with.
    struct Facts: Hashable, Sendable {
        let agent, room, firstEpisode, episodes, steps: Int

        init(_ payload: ArraySlice<UInt8>) {
            let at = payload.startIndex
            agent = integer(payload[at..<at + 4])
            room = integer(payload[at + 4..<at + 6])
            firstEpisode = integer(payload[at + 6..<at + 10])
            episodes = integer(payload[at + 10..<at + 14])
            steps = integer(payload[at + 14..<at + 18])
        }
    }

    /// The block's bytes in a file of this room.
    func bytes(in room: Room) -> [UInt8] {
        let widths = ColumnWidths(of: room)
        var payload: [UInt8] = []
        payload.reserveCapacity(Self.factsLength + steps.count * widths.step)
        append(agent, bytes: 4, to: &payload)
        append(self.room, bytes: 2, to: &payload)
        append(firstEpisode, bytes: 4, to: &payload)
        append(episodes.count, bytes: 4, to: &payload)
        append(steps.count, bytes: 4, to: &payload)
        for step in steps { append(step.cell, bytes: widths.cell, to: &payload) }
        for step in steps { payload.append(step.action.rawValue | UInt8(bitPattern: Int8(step.reward) * 8)) }
        for step in steps { append(step.time, bytes: widths.time, to: &payload) }
        for step in steps { append(Int(step.logProbability.bitPattern), bytes: 4, to: &payload) }
        return Self.framed(payload)
    }

    /// A payload behind its length and checksums.
    static func framed(_ payload: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        append(payload.count, bytes: 4, to: &bytes)
        append(Int(CRC32C.checksum(of: bytes)), bytes: 4, to: &bytes)
        append(Int(CRC32C.checksum(of: payload)), bytes: 4, to: &bytes)
        return bytes + payload
    }

    /// Reads a payload whose checksum is right.
    init(payload: [UInt8], in room: Room) {
        let facts = Facts(payload[...])
        let widths = ColumnWidths(of: room)
        let count = facts.steps
        let actions = Self.factsLength + count * widths.cell
        let times = actions + count
        let logarithms = times + count * widths.time
        let steps = (0..<count).map { index in
            let cell = Self.factsLength + index * widths.cell
            let time = times + index * widths.time
            let logarithm = logarithms + index * 4
            let deed = payload[actions + index]
            return Step(
                cell: integer(payload[cell..<cell + widths.cell]), action: Action.allCases[Int(deed & 7)],
                reward: Int(Int8(bitPattern: deed) >> 3), time: integer(payload[time..<time + widths.time]),
                logProbability: Float(bitPattern: UInt32(integer(payload[logarithm..<logarithm + 4]))))
        }
        self.init(
            agent: facts.agent, room: facts.room, firstEpisode: facts.firstEpisode, steps: steps,
            firstTime: room.firstTime)
    }
}

/// How many bytes cells and times have in a room's files.
struct ColumnWidths {
    let cell, time: Int

    init(of room: Room) {
        cell = room.cellCount > 256 ? 2 : 1
        time = room.episodeLength > 256 ? 2 : 1
    }

    /// How many bytes a step has.
    var step: Int { cell + 1 + time + 4 }
}

/// The integer whose lowest byte comes first.
func integer(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }

/// Appends the lowest bytes of an integer, the lowest first.
func append(_ value: Int, bytes count: Int, to bytes: inout [UInt8]) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
}
