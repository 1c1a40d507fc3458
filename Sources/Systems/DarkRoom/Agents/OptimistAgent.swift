public import DeterministicMath

/// An agent for which every cell that it has not seen is the goal: it goes to the nearest one until it finds the real goal,
/// and from then on straight there, to stay (the idea of R-max, Brafman and Tennenholtz 2002, in a room whose walls are known).
///
/// Among cells that are as near, and among the first steps towards them, each is as likely.
public struct OptimistAgent: RoomAgent {
    private var room = Room()
    private var isSeen: [Bool] = []
    private var goal: Int?

    /// Creates an agent that has seen nothing.
    public init() {}

    /// What was seen in earlier episodes stays seen.
    public mutating func begin(in room: Room) {
        if isSeen.isEmpty {
            isSeen = [Bool](repeating: false, count: room.cellCount)
            isSeen[room.start] = true
        }
        self.room = room
    }

    /// A step towards the goal, or towards the nearest cell that it has not seen.
    public mutating func action(
        in cell: Int, at time: Int, using generator: inout Xoshiro256StarStar
    ) -> Action {
        let targets = goal.map { [$0] } ?? nearestUnseen(to: cell)
        guard !targets.isEmpty else { return .noop }
        let target = targets[generator.integer(below: targets.count)]
        let steps = room.shortestSteps(from: cell, to: target)
        return steps[generator.integer(below: steps.count)]
    }

    /// The cell is seen, and the goal if it was rewarded.
    public mutating func observe(_ reward: Int, in cell: Int) {
        isSeen[cell] = true
        if reward > 0 { goal = cell }
    }

    private func nearestUnseen(to cell: Int) -> [Int] {
        let beside = Action.allCases.map { room.cell(after: $0, from: cell) }.filter { !isSeen[$0] }
        guard beside.isEmpty else { return beside }
        let unseen = isSeen.indices.filter { !isSeen[$0] }
        let nearest = unseen.map { room.distance(from: cell, to: $0) }.min()
        return unseen.filter { room.distance(from: cell, to: $0) == nearest }
    }
}
