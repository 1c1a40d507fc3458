public import DeterministicMath

/// An agent that acts as if a goal drawn from its posterior were the real one (Thompson 1933; posterior sampling for
/// reinforcement learning, Strens 2000).
///
/// The prior is uniform over all cells but the start; a cell seen without a reward has probability 0 from then on. Once
/// rewarded, the agent goes to that cell, and stays.
public struct ThompsonAgent: RoomAgent {
    /// When a goal is drawn.
    public enum Draws: Hashable, Sendable {
        /// At the beginning of each episode: the agent sits on it until the episode ends, right or wrong.
        case onceAnEpisode
        /// Also as soon as the goal in mind is refuted.
        case whenRefuted
    }

    /// When it draws a goal.
    public let draws: Draws
    private var room = Room()
    private var isPossible: [Bool] = []
    private var target: Int?
    private var goal: Int?

    /// Creates an agent that has seen nothing.
    public init(_ draws: Draws) {
        self.draws = draws
    }

    /// The goal in mind is forgotten, the posterior stays.
    public mutating func begin(in room: Room) {
        if isPossible.isEmpty {
            isPossible = [Bool](repeating: true, count: room.cellCount)
            isPossible[room.start] = false
        }
        self.room = room
        target = nil
    }

    /// A step towards the goal, or towards the one in mind.
    public mutating func action(
        in cell: Int, at time: Int, using generator: inout Xoshiro256StarStar
    ) -> Action {
        if draws == .whenRefuted, let seen = target, !isPossible[seen] { target = nil }
        if target == nil {
            let possible = isPossible.indices.filter { isPossible[$0] }
            target = possible.isEmpty ? cell : possible[generator.integer(below: possible.count)]
        }
        let steps = room.shortestSteps(from: cell, to: goal ?? target ?? cell)
        return steps[generator.integer(below: steps.count)]
    }

    /// Without a reward the cell is not the goal.
    public mutating func observe(_ reward: Int, in cell: Int) {
        if reward > 0 { goal = cell } else { isPossible[cell] = false }
    }
}
