import DeterministicMath
import Testing

@testable import DarkRoom

struct AssignmentTests {
    @Test func `the assignment is the cheapest of all`() {
        var generator = Xoshiro256StarStar(seed: 1)
        for _ in 0..<20 {
            let cost = (0..<4).map { _ in (0..<6).map { _ in generator.integer(below: 30) - 10 } }
            let columns = cheapestAssignment(rows: 4, columns: 6) { cost[$0][$1] }
            #expect(Set(columns).count == 4)
            let total = columns.enumerated().reduce(0) { $0 + cost[$1.offset][$1.element] }
            #expect(total == Self.cheapest(cost, row: 0, taken: []))
        }
    }

    private static func cheapest(_ cost: [[Int]], row: Int, taken: Set<Int>) -> Int {
        guard row < cost.count else { return 0 }
        return (0..<cost[0].count).filter { !taken.contains($0) }.map {
            cost[row][$0] + cheapest(cost, row: row + 1, taken: taken.union([$0]))
        }.min() ?? 0
    }
}
