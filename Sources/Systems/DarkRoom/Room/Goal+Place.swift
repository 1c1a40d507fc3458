extension Goal {
    /// The cell in a row and a column of a room, both from 0. Throws ``DarkRoomError`` if there is none, and for the one in which
    /// episodes begin.
    public init(row: Int, column: Int, in room: Room) throws(DarkRoomError) {
        guard (0..<room.rows).contains(row), (0..<room.columns).contains(column) else {
            throw .noCell(row: row, column: column, rows: room.rows, columns: room.columns)
        }
        guard room.cell(row: row, column: column) != room.start else {
            throw .goalAtStart(row: row, column: column)
        }
        self = .cell(room.cell(row: row, column: column))
    }
}
