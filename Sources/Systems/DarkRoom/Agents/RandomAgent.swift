public import DeterministicMath

/// An agent that takes every action with the same probability and remembers nothing.
public struct RandomAgent: RoomAgent {
    /// Creates the agent.
    public init() {}

    /// One of the five actions.
    public mutating func action(
        in cell: Int, at time: Int, using generator: inout Xoshiro256StarStar
    ) -> Action {
        Action.allCases[generator.integer(below: Action.count)]
    }
}
