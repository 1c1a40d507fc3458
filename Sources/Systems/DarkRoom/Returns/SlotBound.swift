import DeterministicMath

/// What no agent can exceed that meets a goal it does not know, uniformly drawn from all cells but the start, in a room that
/// goes on at the goal.
///
/// Until it is rewarded an agent sees at most one new cell in each of its steps, its slots. A cell at distance d that is the
/// goal and is first seen in step t ≥ d, counted from 1, of episode e of n earns at most the rest of that episode,
/// steps + 1 - t, and the best return, steps + 1 - d, in the n - e later ones. The best way to give each cell a slot, one
/// cell a slot, is an assignment problem. That the cells in neighbouring slots are neighbours is not asked for: hence a
/// bound.
public struct SlotBound: Hashable, Sendable {
    /// The mean return of each episode under the best assignment, one of those if there are several.
    public let returns: [Double]
    /// The mean of the sum over the episodes: the bound.
    public let total: Double

    /// Finds the bound for an agent's first `episodes` episodes. The room must have a slot for each cell.
    public init(in room: Room, episodes: Int) {
        require(!room.endsAtGoal, "the bound is of rooms that go on at the goal")
        let distances = (0..<room.cellCount).filter { $0 != room.start }.map { room.distance(from: room.start, to: $0) }
        let slots = episodes * room.steps
        require(distances.count <= slots, "\(distances.count) cells in \(slots) steps")
        let best = { distance in max(0, room.steps + 1 - distance) }
        func worth(_ cell: Int, _ slot: Int) -> Int {
            let (episode, step) = (slot / room.steps, slot % room.steps + 1)
            guard step >= distances[cell] else { return 0 }
            return room.steps + 1 - step + (episodes - 1 - episode) * best(distances[cell])
        }
        let slotOf = cheapestAssignment(rows: distances.count, columns: slots) { -worth($0, $1) }
        var sums = [Int](repeating: 0, count: episodes)
        for (cell, slot) in slotOf.enumerated() where worth(cell, slot) > 0 {
            let found = slot / room.steps
            sums[found] += room.steps - slot % room.steps
            for episode in found + 1..<max(episodes, found + 1) { sums[episode] += best(distances[cell]) }
        }
        returns = sums.map { Double($0) / Double(distances.count) }
        total = Double(sums.reduce(0, +)) / Double(distances.count)
    }
}
