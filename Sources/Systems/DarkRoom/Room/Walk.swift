import DeterministicMath

/// One episode in a dark room, step by step.
///
/// ```swift
/// var walk = Walk(in: Room(), to: .cell(41))
/// walk.take(.right)  // 1: the cell to the right of the middle is the goal
/// ```
public struct Walk: Sendable {
    /// The room.
    public let room: Room
    /// What is rewarded.
    public let goal: Goal
    /// Where the agent is.
    public private(set) var cell: Int
    /// What time it is.
    public private(set) var time: Int
    /// Whether the episode is over: the time is up, or the goal reached in a room that ends there.
    public private(set) var isOver = false
    /// Whether nothing is left to do: the last step ended on the goal, or the door is open.
    public private(set) var isAtGoal = false
    private var phase = 0

    /// The beginning of an episode.
    public init(in room: Room, to goal: Goal) {
        self.room = room
        self.goal = goal
        cell = room.start
        time = room.firstTime
    }

    /// Takes a step and returns what it earns, by the cell that it leads to. The episode must not be over.
    @discardableResult
    public mutating func take(_ action: Action) -> Int {
        require(!isOver, "a step after the end of an episode")
        cell = room.cell(after: action, from: cell)
        time += 1
        let reward: Int
        (reward, phase) = goal.reward(into: cell, phase: phase)
        isAtGoal = goal.isReached(reward: reward, phase: phase)
        isOver = time == room.episodeLength || (room.endsAtGoal && isAtGoal)
        return reward
    }
}
