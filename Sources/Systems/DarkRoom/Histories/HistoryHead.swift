/// What a file of histories begins with: the room, and the goal of each agent.
struct HistoryHead: Hashable, Sendable {
    let room: Room
    let goals: [Goal]

    private static let signature = Array("darkroom histories 1\n".utf8)
    private static let numbers = 6

    init(room: Room, goals: [Goal]) {
        self.room = room
        self.goals = goals
    }

    /// The signature, then a framed payload: rows, columns, start, episode's length, whether it ends at the goal, first time,
    /// and for each goal its cell and 2³² - 1, or key and door; all 4 bytes.
    var bytes: [UInt8] {
        var payload: [UInt8] = []
        let facts = [
            room.rows, room.columns, room.start, room.episodeLength, room.endsAtGoal ? 1 : 0, room.firstTime,
        ]
        let places = goals.flatMap { goal in
            switch goal {
            case .cell(let cell): [cell, Self.none]
            case .keyAndDoor(let key, let door): [key, door]
            }
        }
        for fact in facts + places { append(fact, bytes: 4, to: &payload) }
        return Self.signature + HistoryBlock.framed(payload)
    }

    private static let none = Int(UInt32.max)

    /// Where the payload's length and checksum are.
    static let framePlace = signature.count

    static func isSignature(_ bytes: some Sequence<UInt8>) -> Bool { bytes.elementsEqual(signature) }

    /// Reads a payload whose checksum is right; nil if it makes no sense.
    init?(payload: [UInt8]) {
        let facts = stride(from: 0, to: payload.count - 3, by: 4).map { integer(payload[$0..<$0 + 4]) }
        guard facts.count >= Self.numbers, facts.count.isMultiple(of: 2) else { return nil }
        let (rows, columns, start, length, first) = (facts[0], facts[1], facts[2], facts[3], facts[5])
        guard rows > 0, columns > 0, rows <= 256, columns <= 256, start < rows * columns, first < length else {
            return nil
        }
        room = Room(
            rows: rows, columns: columns, start: start, episodeLength: length, endsAtGoal: facts[4] == 1,
            firstTime: first)
        goals = stride(from: Self.numbers, to: facts.count, by: 2).map { place in
            facts[place + 1] == Self.none ? .cell(facts[place]) : .keyAndDoor(key: facts[place], door: facts[place + 1])
        }
    }
}
