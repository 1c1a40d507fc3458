import DeterministicMath

/// Goals to learn from, and goals that are kept apart to be tested on.
public struct GoalSplit: Hashable, Sendable {
    /// The goals that histories may have.
    public let training: [Goal]
    /// The goals that no history has.
    public let heldOut: [Goal]

    /// Holds `heldOut` of the goals out, each choice as likely.
    public init(of goals: [Goal], heldOut: Int, seed: UInt64) {
        require((0...goals.count).contains(heldOut), "\(heldOut) of \(goals.count) goals held out")
        var generator = Xoshiro256StarStar(seed: seed)
        let order = generator.permutation(count: goals.count)
        self.heldOut = order.prefix(heldOut).sorted().map { goals[$0] }
        training = order.dropFirst(heldOut).sorted().map { goals[$0] }
    }

    /// Holds whole orbits out: goals that turn or mirror into each other stand on the same side, so that a model of turned
    /// and mirrored histories has not seen a held-out goal in disguise. `sizes` tells how many goals each held-out orbit has;
    /// of an orbit's size there must be as many orbits.
    public init(ofOrbitsIn room: Room, sizes: [Int], seed: UInt64) {
        var generator = Xoshiro256StarStar(seed: seed)
        var orbits = Symmetry.orbits(in: room)
        var held: [Int] = []
        for size in sizes {
            let places = orbits.indices.filter { orbits[$0].count == size }
            require(!places.isEmpty, "no orbit of \(size) goals is left")
            held += orbits.remove(at: places[generator.integer(below: places.count)])
        }
        heldOut = held.sorted().map(Goal.cell)
        training = orbits.joined().sorted().map(Goal.cell)
    }
}
