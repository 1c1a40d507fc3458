/// How an explorer learns to see new cells, before it is ever given a goal.
public struct ExplorerSettings: Hashable, Sendable {
    /// How many rooms it is in at once.
    public var rooms = 32
    /// How many steps in each room make a window.
    public var steps = 10
    /// How many windows it learns from.
    public var updates = 20_000
    /// After how many episodes its map is wiped and all cells are new again.
    public var lifetime = 8
    /// How many features policy and value share, a multiple of 16.
    public var features = 64
    /// The step size of Adam; from the middle of the updates to their end it falls to 0.
    public var rate: Float = 1e-3
    /// The gradient is shortened to this norm.
    public var clip: Float = 0.5
    /// γ.
    public var discount: Float = 0.95
    /// How much the squared error of the value counts in the loss.
    public var valueWeight: Float = 0.5
    /// How much the entropy of the policy is wished for in the loss.
    public var entropyWeight: Float = 0.03

    /// The settings with which it sees the 80 cells within some five episodes, each time on another way.
    public init() {}

    /// The A2C settings that say the same.
    var a2c: A2CSettings {
        var settings = A2CSettings()
        settings.rooms = rooms
        settings.steps = steps
        settings.updates = updates
        settings.features = features
        settings.rate = rate
        settings.clip = clip
        settings.discount = discount
        settings.valueWeight = valueWeight
        settings.entropyWeight = entropyWeight
        settings.decay = .linearInSecondHalf
        return settings
    }
}
