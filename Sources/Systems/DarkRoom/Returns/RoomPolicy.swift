import DeterministicMath

/// A probability for each action in each cell, at all times the same or one set for each time.
public struct RoomPolicy: Hashable, Sendable {
    /// The room that it is for.
    public let room: Room
    /// π(action | cell), or π(action | time, cell): the action runs fastest, then the cell.
    public let probabilities: [Double]

    /// The policy with these probabilities: cells × actions numbers, or steps × cells × actions.
    public init(in room: Room, probabilities: [Double]) {
        let size = room.cellCount * Action.count
        require(
            probabilities.count == size || probabilities.count == size * room.steps,
            "\(probabilities.count) probabilities in a room of \(room.cellCount) cells")
        self.room = room
        self.probabilities = probabilities
    }

    /// Every action, everywhere, as likely.
    public static func uniform(in room: Room) -> RoomPolicy {
        let size = room.cellCount * Action.count
        return RoomPolicy(in: room, probabilities: [Double](repeating: 1 / Double(Action.count), count: size))
    }

    /// Whether it depends on the time.
    public var isTimed: Bool { probabilities.count > room.cellCount * Action.count }

    /// π(action | cell) in the step that many steps after the episode's beginning.
    public func probability(of action: Action, in cell: Int, step: Int = 0) -> Double {
        probabilities[place(of: cell, step: step) + action.index]
    }

    /// Where a cell's probabilities begin.
    func place(of cell: Int, step: Int) -> Int {
        ((isTimed ? step * room.cellCount : 0) + cell) * Action.count
    }
}
