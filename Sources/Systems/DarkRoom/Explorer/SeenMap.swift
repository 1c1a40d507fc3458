/// Which cells an agent has seen, and how that looks from where it is.
struct SeenMap: Sendable {
    private let room: Room
    private(set) var isSeen: [Bool]
    private(set) var unseen: [Int32] = []

    /// A map on which the start alone is seen.
    init(of room: Room) {
        self.room = room
        isSeen = []
        wipe()
    }

    /// Forgets everything but the start.
    mutating func wipe() {
        isSeen = [Bool](repeating: false, count: room.cellCount)
        isSeen[room.start] = true
        unseen = (0..<Int32(room.cellCount)).filter { $0 != Int32(room.start) }
    }

    /// Marks a cell as seen; true if it was new.
    mutating func see(_ cell: Int) -> Bool {
        guard !isSeen[cell] else { return false }
        isSeen[cell] = true
        unseen.removeAll { $0 == Int32(cell) }
        return true
    }

    /// How many places there are around an agent in which a cell of the room can be.
    static func placeCount(in room: Room) -> Int { (2 * room.rows - 1) * (2 * room.columns - 1) }

    /// Appends the places of the cells not yet seen, counted from `first` on, in a window with the agent in its middle.
    func appendPlaces(around cell: Int, from first: Int32, to places: inout [Int32]) {
        let width = Int32(2 * room.columns - 1)
        let columns = Int32(room.columns)
        let (row, column) = (Int32(room.row(of: cell)), Int32(room.column(of: cell)))
        let corner = first + (Int32(room.rows) - 1 - row) * width + columns - 1 - column
        for other in unseen { places.append(corner + other / columns * width + other % columns) }
    }
}
