import DeterministicMath

/// What a check found.
public struct CheckReport: Hashable, Sendable {
    /// Everything on the site that a run from nothing does not give again.
    public var differences: [Difference] = []
    /// How many cells were left out because their results differ from run to run.
    public var volatileCells = 0
    /// How many of the results that are kept with the book were computed again; nil for all.
    public var sampled: Int?
    /// What ran.
    public var summary = Weaving.Summary()
}

/// Some of the results that are kept with a book, chosen by chance.
public struct CheckSample: Hashable, Sendable {
    /// How many.
    public var count: Int
    /// What chooses them.
    public var seed: UInt64

    /// The sample of `count` results that `seed` chooses.
    public init(count: Int, seed: UInt64) {
        self.count = count
        self.seed = seed
    }

    /// The chosen ones.
    func chosen(among keys: [String]) -> Set<String> {
        var generator = Xoshiro256StarStar(seed: seed)
        let keys = keys.sorted()
        return Set(generator.permutation(count: keys.count).prefix(count).map { keys[$0] })
    }
}
