/// How a model is met with goals.
public struct EvaluationSettings: Hashable, Sendable {
    /// What the model remembers.
    public enum Memory: Hashable, Sendable {
        /// Everything since its first episode.
        case whole
        /// What happened in the running episode: a control.
        case wipedEachEpisode
        /// Everything, but each reward that it reads is the last one: the original's mistake.
        case overwrittenRewards
    }

    /// How often each goal is met, each time from nothing.
    public var repeats = 10
    /// How many episodes it has.
    public var episodes = 8
    /// Divides the logits before an action is drawn; 0 takes the most probable one.
    public var temperature = 1.0
    /// What it remembers.
    public var memory = Memory.whole
    /// Whether keys and values are kept from step to step, or everything is read again in each: the same bits, later.
    public var keepsKeys = true
    /// Into how many parts the rows are cut that are computed at the same time; the results do not depend on it.
    public var parts = 4

    /// All that the book's tables need: 10 times 8 episodes, drawn as they come.
    public init(repeats: Int = 10, episodes: Int = 8, temperature: Double = 1, memory: Memory = .whole) {
        self.repeats = repeats
        self.episodes = episodes
        self.temperature = temperature
        self.memory = memory
    }
}
