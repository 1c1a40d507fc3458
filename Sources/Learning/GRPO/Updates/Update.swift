public import Autodiff

/// A gradient, and what was measured on the way to it.
public struct Update: Sendable {
    /// ∂ loss / ∂ θ.
    public var gradient: Gradient
    /// The surrogate's part of the loss: what is made large.
    public let surrogate: Double
    /// β · KL, the penalty's part of the loss.
    public let penalty: Double
    /// The mean over tokens of k3, an estimate of the divergence from the reference; nil without one.
    public let estimatedDivergence: Double?
    /// The mean over tokens of the exact divergence KL(π ‖ π_ref); nil without a reference.
    public let divergence: Double?
    /// The mean over tokens of the policy's entropy, in nats.
    public let entropy: Double
    /// The share of tokens whose surrogate was clipped.
    public let clippedShare: Double

    /// The loss, penalty - surrogate.
    public var loss: Double { penalty - surrogate }
}
