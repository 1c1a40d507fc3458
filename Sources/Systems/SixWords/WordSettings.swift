/// How the agent learns. The defaults are those of the program that the book studies.
public struct WordSettings: Hashable, Sendable {
    /// The number of words that the agent says: 100.
    public var iterations: Int
    /// Adam's step size: 3e-4.
    public var rate: Float
    /// How words are chosen: sampling with ε = 0.01.
    public var behavior: BehaviorPolicy
    /// Whether a loss is weighted by π/b, the agent's own probability of the word over that with which it was said: no.
    public var isImportanceWeighted: Bool

    /// Creates settings; what is not given has its default.
    public init(
        iterations: Int = 100, rate: Float = 3e-4, behavior: BehaviorPolicy = BehaviorPolicy(),
        isImportanceWeighted: Bool = false
    ) {
        self.iterations = iterations
        self.rate = rate
        self.behavior = behavior
        self.isImportanceWeighted = isImportanceWeighted
    }
}
