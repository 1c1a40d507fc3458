public import DeterministicMath

// A seed's streams: one for each purpose, so that a change in one does not move the draws of another.
extension Xoshiro256StarStar {
    /// Stream 0 of a seed: a problem's prompts.
    init(naming seed: UInt64) {
        self.init(seed: seed, stream: 0)
    }

    /// Stream 1 of a seed: a problem's initial parameters.
    init(initializing seed: UInt64) {
        self.init(seed: seed, stream: 1)
    }

    /// Stream 2 of a seed: the chance of a training run. A loop written out with this generator makes the same draws as
    /// `Run` with this seed.
    public init(training seed: UInt64) {
        self.init(seed: seed, stream: 2)
    }
}
