/// What one update of an agent looked like, before it changed the weights.
public struct A2CUpdate: Hashable, Sendable {
    /// The mean of -log π(action) · advantage.
    public let policyLoss: Float
    /// The mean squared error of the value.
    public let valueLoss: Float
    /// The mean entropy of the policy, in nats.
    public let entropy: Float
    /// R² = 1 - Var(target - value) / Var(target): how much of the targets the value explains; 0 if they are all equal.
    public let explainedVariance: Float
    /// The norm of the gradient, before it was shortened.
    public let gradientNorm: Float
}

/// An episode that an agent finished while it learnt.
public struct A2CEpisode: Hashable, Sendable {
    /// The update, from 0, in whose window it ended.
    public let update: Int
    /// The room in which it took place.
    public let room: Int
    /// What it earned.
    public let earned: Int
    /// How many steps it had.
    public let length: Int
}
