import DeterministicMath

/// What the rewards of all prompts have in common, by the one-way analysis of variance.
///
/// Prompts are summed up in parts of 64, and these are put together two by two in a tree: of a million prompts a batch changes
/// few parts, and what is above them.
struct Population: Hashable, Sendable {
    /// μ, the mean of all rewards.
    private(set) var mean = 0.0
    /// s², the pooled variance within prompts; nil while no prompt has two rewards.
    private(set) var within: Double?
    /// τ², the variance of the prompts' expected rewards.
    private(set) var between = 0.0
    /// The root is 1, the children of n are 2n and 2n + 1; the second half are the parts.
    private var tree = [Part(), Part()]
    /// Which parts an update has met; none outside of it.
    private var isChanged = [false]

    /// How many prompts are in a part.
    private static let partSize = 64

    /// Takes in that these prompts have changed, of `count` in all, whose rewards have these moments.
    mutating func update(_ prompts: [Int], of count: Int, moments: (_ prompt: Int) -> Moments?) {
        makeRoom(for: (count + Self.partSize - 1) / Self.partSize)
        var changed: [Int] = []
        // Not by a set: to hash a batch's prompts would cost more than everything else.
        for prompt in prompts where !isChanged[prompt / Self.partSize] {
            isChanged[prompt / Self.partSize] = true
            changed.append(prompt / Self.partSize)
        }
        changed.sort()
        for part in changed {
            isChanged[part] = false
            let start = part * Self.partSize
            let known = (start..<min(start + Self.partSize, count)).compactMap(moments)
            tree[tree.count / 2 + part] = Part(known)
        }
        changed = changed.map { $0 + tree.count / 2 }
        while let first = changed.first, first > 1 {
            // Sorted, so that siblings stand side by side.
            changed = changed.reduce(into: []) { if $0.last != $1 / 2 { $0.append($1 / 2) } }
            for node in changed { tree[node] = tree[2 * node].joined(with: tree[2 * node + 1]) }
        }
        conclude(from: tree[1])
    }

    /// Doubles the tree until it has as many parts.
    private mutating func makeRoom(for parts: Int) {
        while tree.count / 2 < parts {
            let old = tree[(tree.count / 2)...]
            tree = [Part](repeating: Part(), count: tree.count) + old + [Part](repeating: Part(), count: old.count)
            isChanged = [Bool](repeating: false, count: tree.count / 2)
            for node in (1..<tree.count / 2).reversed() {
                tree[node] = tree[2 * node].joined(with: tree[2 * node + 1])
            }
        }
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

    /// The sums of these prompts and others (Chan, Golub, LeVeque, "Updating formulae and a pairwise algorithm for computing
    /// sample variances", 1979).
    func joined(with other: Part) -> Part {
        guard other.total > 0 else { return self }
        guard total > 0 else { return other }
        var all = self
        let difference = other.mean - mean
        let share = other.total / (total + other.total)
        all.prompts += other.prompts
        all.squaredCounts += other.squaredCounts
        all.within += other.within
        all.between += other.between + difference * difference * total * share
        all.mean += difference * share
        all.total += other.total
        return all
    }
}
