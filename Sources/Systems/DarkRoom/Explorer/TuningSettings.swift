/// How an explorer learns a goal.
public struct TuningSettings: Hashable, Sendable {
    /// How many episodes it has; it learns from each.
    public var episodes = 800
    /// The step size of Adam; from the middle of the episodes to their end it falls to 0.
    public var rate: Float = 3e-3
    /// The gradient is shortened to this norm.
    public var clip: Float = 0.5
    /// γ.
    public var discount: Float = 0.99
    /// How much the squared error of the value counts in the loss.
    public var valueWeight: Float = 0.5
    /// How much the entropy of the policy is wished for in the loss, from the first reward on.
    public var entropyWeight: Float = 0.01

    /// The settings with which it earns .96 of the optimum in the end.
    public init() {}

    /// The A2C settings that say the same.
    var a2c: A2CSettings {
        var settings = A2CSettings()
        settings.updates = episodes
        settings.rate = rate
        settings.discount = discount
        settings.decay = .linearInSecondHalf
        return settings
    }
}
