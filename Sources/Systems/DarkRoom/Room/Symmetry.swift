import DeterministicMath

/// One of the eight turns and mirrorings of a square: what it makes of cells and of actions.
public struct Symmetry: Hashable, Sendable {
    /// Quarter turns to the right, 0 to 3, after the mirroring.
    public let turns: Int
    /// Whether left and right change places first.
    public let mirrors: Bool

    /// All eight, the one that changes nothing first.
    public static let all: [Symmetry] = [false, true].flatMap { mirrors in
        (0..<4).map { Symmetry(turns: $0, mirrors: mirrors) }
    }

    /// The cell that a cell of a square room becomes.
    public func image(of cell: Int, in room: Room) -> Int {
        require(room.rows == room.columns, "a room of \(room.rows) × \(room.columns) can not be turned")
        let last = room.rows - 1
        var (row, column) = (room.row(of: cell), room.column(of: cell))
        if mirrors { column = last - column }
        for _ in 0..<turns { (row, column) = (column, last - row) }
        return room.cell(row: row, column: column)
    }

    /// The action that leads from the image of a cell to the image of where `action` leads.
    public func image(of action: Action) -> Action {
        guard action != .noop else { return .noop }
        let mirrored: Action = mirrors ? [.right: .left, .left: .right][action] ?? action : action
        let compass: [Action] = [.up, .right, .down, .left]
        let place = Int(mirrored.rawValue) - 1
        return compass[(place + turns) % 4]
    }

    /// The cells of a square room but its start, the middle, in groups that turn and mirror into each other: 14 in a room
    /// of 9 × 9, eight of 4 goals and six of 8. Ordered by their smallest cell, each in ascending order.
    public static func orbits(in room: Room) -> [[Int]] {
        var seen: Set<Int> = [room.start]
        var orbits: [[Int]] = []
        for cell in 0..<room.cellCount where !seen.contains(cell) {
            let orbit = Set(all.map { $0.image(of: cell, in: room) })
            seen.formUnion(orbit)
            orbits.append(orbit.sorted())
        }
        return orbits
    }
}
