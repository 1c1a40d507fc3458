public import DeterministicMath

/// An agent with a plan: a tour for each episode until it is rewarded, then straight to the goal, to stay.
public struct TourAgent: RoomAgent {
    /// The actions of each episode's tour; after the last tour it stays in the middle.
    public let tours: [[Action]]
    private var room = Room()
    private var episode = -1
    private var step = 0
    private var goal: Int?

    /// Creates an agent that has seen nothing.
    public init(tours: [[Action]]) {
        self.tours = tours
    }

    /// The nearly Bayes-optimal plan for a room of 9 × 9 and episodes of 20 steps: the cells around the middle are four
    /// blocks of 4 × 5, set like the sails of a pinwheel, and each episode walks through one of them without seeing a cell
    /// twice.
    public static let pinwheel = TourAgent(
        tours: (0..<4).map { turns in
            let symmetry = Symmetry(turns: turns, mirrors: false)
            // Up into the block above the middle and left of it, then row by row, to and fro.
            let sides: [Action] = [.left, .right, .left, .right]
            let tour = sides.flatMap { side in [.up] + [Action](repeating: side, count: 4) }
            return tour.map(symmetry.image)
        })

    /// The next tour's turn.
    public mutating func begin(in room: Room) {
        self.room = room
        episode += 1
        step = 0
    }

    /// The next step of the tour, or of the way to the goal.
    public mutating func action(
        in cell: Int, at time: Int, using generator: inout Xoshiro256StarStar
    ) -> Action {
        defer { step += 1 }
        if let goal { return room.shortestSteps(from: cell, to: goal)[0] }
        guard episode < tours.count, step < tours[episode].count else { return .noop }
        return tours[episode][step]
    }

    /// Remembers where the reward was.
    public mutating func observe(_ reward: Int, in cell: Int) {
        if reward > 0 { goal = cell }
    }
}
