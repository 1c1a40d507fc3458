import DeterministicMath

/// What the rewards of all prompts have in common, by the one-way analysis of variance.
///
/// Prompts are summed up in parts of 256, and the parts are then put together: of a million prompts a batch changes few parts.
struct Population: Hashable, Sendable {
    /// μ, the mean of all rewards.
    private(set) var mean = 0.0
    /// s², the pooled variance within prompts; nil while no prompt has two rewards.
    private(set) var within: Double?
    /// τ², the variance of the prompts' expected rewards.
    private(set) var between = 0.0
    private var parts: [Part] = []

    /// The part's size in prompts.
    static let partSize = 256

    /// Takes in that these prompts of the rings have changed.
    mutating func update(_ prompts: [Int], of rings: RewardRings) {
        var isChanged = [Bool](repeating: false, count: (rings.promptCount + Self.partSize - 1) / Self.partSize)
        for prompt in prompts { isChanged[prompt / Self.partSize] = true }
        parts.append(contentsOf: repeatElement(Part(), count: isChanged.count - parts.count))
        for part in parts.indices where isChanged[part] {
            let start = part * Self.partSize
            let known = (start..<min(start + Self.partSize, rings.promptCount)).compactMap { rings.moments(of: $0) }
            parts[part] = Part(known)
        }
        conclude(from: parts.dropFirst().reduce(into: parts.first ?? Part()) { $0.join($1) })
    }

    private mutating func conclude(from all: Part) {
        mean = all.mean
        let freedom = all.total - Double(all.prompts)
        guard freedom > 0 else { return }
        let within = all.within / freedom
        self.within = within
        let effectiveCount = all.total - all.squaredCounts / all.total
        guard effectiveCount > 0 else { return }
        between = max(0, (all.between - Double(all.prompts - 1) * within) / effectiveCount)
    }
}

/// The sums of some prompts' rewards.
private struct Part: Hashable {
    var prompts = 0
    /// Σ n and Σ n².
    var (total, squaredCounts) = (0.0, 0.0)
    /// Σ n·m / Σ n.
    var mean = 0.0
    /// Σ n·s² and Σ n·(m - mean)².
    var (within, between) = (0.0, 0.0)

    init() {}

    init(_ known: [Moments]) {
        guard let first = known.first else { return }
        prompts = known.count
        let counts = known.map { Double($0.count) }
        total = counts.sum()
        squaredCounts = counts.map { $0 * $0 }.sum()
        within = known.map { Double($0.count) * $0.variance }.sum()
        let mean =
            known.allSatisfy { $0.mean == first.mean }
            ? first.mean : known.map { Double($0.count) * $0.mean }.sum() / total
        self.mean = mean
        between = known.map { Double($0.count) * ($0.mean - mean) * ($0.mean - mean) }.sum()
    }

    /// Takes in the sums of other prompts (Chan, Golub, LeVeque, "Updating formulae and a pairwise algorithm for computing
    /// sample variances", 1979).
    mutating func join(_ other: Part) {
        guard other.total > 0 else { return }
        guard total > 0 else {
            self = other
            return
        }
        let difference = other.mean - mean
        let share = other.total / (total + other.total)
        prompts += other.prompts
        squaredCounts += other.squaredCounts
        within += other.within
        between += other.between + difference * difference * total * share
        mean += difference * share
        total += other.total
    }
}
