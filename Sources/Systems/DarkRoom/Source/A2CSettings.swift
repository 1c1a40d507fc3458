import DeterministicMath

/// How an agent learns by A2C (Mnih et al., "Asynchronous methods for deep reinforcement learning", 2016, without the
/// asynchrony); the defaults are the original's.
public struct A2CSettings: Hashable, Sendable {
    /// What an action is compared with.
    public enum Targets: Hashable, Sendable {
        /// All rewards to the end of the window, then the value there: R = r₀ + γr₁ + … + γⁿV.
        case fullLength
        /// Generalised advantage estimation (Schulman et al. 2016, equation 16): Â = Σ (γλ)ᵏ δₖ with δ = r + γV′ - V; the
        /// value's target is Â + V. λ = 1 is the full length.
        case generalized(lambda: Float)
    }

    /// What a value is worth after the last step of an episode whose time is up.
    public enum TimeOut: Hashable, Sendable {
        /// Nothing, as after a goal that ends the episode: the original's choice.
        case terminal
        /// The value of the cell that the step led to (Pardo et al., "Time limits in reinforcement learning", 2018).
        case bootstrapped
    }

    /// What the weights are before anything is learnt.
    public enum Initialization: Hashable, Sendable {
        /// A table of embeddings: a standard normal number for each cell and feature, biases 0.
        case embedding
        /// A linear layer on one-hot inputs: weights and biases uniform within 1/√inputs.
        case linear
    }

    /// How the step size changes.
    public enum Decay: Hashable, Sendable {
        /// Not at all.
        case none
        /// From the middle of the updates to their end it falls along a straight line to 0.
        case linearInSecondHalf
    }

    /// How many rooms an agent is in at once.
    public var rooms = 10
    /// How many steps in each room make a window, after which it learns.
    public var steps = 10
    /// How many windows it learns from; the original's 2.5 million steps.
    public var updates = 25_000
    /// How many features policy and value share.
    public var features = 128
    /// The step size of Adam.
    public var rate: Float = 1e-4
    /// β₁ and β₂ of Adam.
    public var betas: SIMD2<Float> = [0.9, 0.999]
    /// ε of Adam.
    public var epsilon: Float = 1e-6
    /// The gradient is shortened to this norm.
    public var clip: Float = 0.5
    /// γ, what the next step's reward is worth now.
    public var discount: Float = 0.99
    /// How much the squared error of the value counts in the loss.
    public var valueWeight: Float = 0.99
    /// How much the entropy of the policy is wished for in the loss.
    public var entropyWeight: Float = 0.01
    /// What an action is compared with.
    public var targets = Targets.fullLength
    /// What comes after the time is up.
    public var timeOut = TimeOut.terminal
    /// The weights at the beginning.
    public var initialization = Initialization.embedding
    /// How the step size changes.
    public var decay = Decay.none

    /// The original's settings, to be changed one by one.
    public init() {}

    /// The book's: a step size of 0.003, with which 600 updates, 60,000 steps, are enough for every goal, and three times the
    /// original's wish for entropy. With less of it about one agent in 160 is trapped: it steps off its goal and back on for
    /// ever, since by the time it finds the goal it no longer tries to stand still.
    public static let recipe: A2CSettings = {
        var settings = A2CSettings()
        settings.rate = 3e-3
        settings.updates = 600
        settings.entropyWeight = 0.03
        return settings
    }()

    /// The step size of an update, counted from 0.
    func rate(of update: Int) -> Float {
        switch decay {
        case .none: rate
        case .linearInSecondHalf: rate * min(1, 2 * Float(updates - update) / Float(max(updates, 1)))
        }
    }
}
