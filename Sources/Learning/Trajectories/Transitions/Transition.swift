/// One step of an agent as both formats tell it: (state, action, reward, log-probability), the first three as places in an
/// ``Alphabet``.
public struct Transition: Hashable, Sendable {
    private let stateNumber: UInt16
    private let actionNumber: UInt8
    private let rewardNumber: UInt8
    /// log π(action | state) of the policy that acted, in nats: never above 0.
    public let logProbability: Float

    /// The state's place among all states.
    public var state: Int { Int(stateNumber) }
    /// The action's place among all actions.
    public var action: Int { Int(actionNumber) }
    /// The reward's place among all rewards.
    public var reward: Int { Int(rewardNumber) }

    /// Creates a transition; there are at most 65,536 states and 256 actions and rewards.
    public init(state: Int, action: Int, reward: Int, logProbability: Float) {
        stateNumber = UInt16(state)
        actionNumber = UInt8(action)
        rewardNumber = UInt8(reward)
        self.logProbability = logProbability
    }
}
