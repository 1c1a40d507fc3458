/// One step of an agent: what a history keeps of it.
public struct Step: Hashable, Sendable {
    private let cellNumber: UInt16
    private let clock: UInt16
    /// What it did.
    public let action: Action
    private let earned: Int8
    /// log π(action | cell) of the policy that acted.
    public let logProbability: Float

    /// Where the agent was.
    public var cell: Int { Int(cellNumber) }
    /// What time it was.
    public var time: Int { Int(clock) }
    /// What the action earned.
    public var reward: Int { Int(earned) }

    /// Creates a step; rooms have at most 65,536 cells and episodes as many steps, and rewards are from -128 to 127.
    public init(cell: Int, action: Action, reward: Int, time: Int, logProbability: Float) {
        cellNumber = UInt16(cell)
        clock = UInt16(time)
        self.action = action
        earned = Int8(reward)
        self.logProbability = logProbability
    }
}
