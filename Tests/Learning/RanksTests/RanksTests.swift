import Autodiff
import DeterministicMath
import GRPO
import Testing

@testable import Ranks

@Suite struct RanksTests {
    /// A policy of five numbers, and the slopes of some parts of its loss, large and small.
    private let policy: Parameters
    private let theta: Parameter
    private let slopes: [[Float]]

    init() {
        var (policy, generator) = (Parameters(), Xoshiro256StarStar(seed: 5))
        theta = policy.add("theta", [5], .ones, using: &generator)
        self.policy = policy
        slopes = (0..<13).map { part in
            (0..<5).map { _ in Float(generator.uniform() - 0.5) * (part.isMultiple(of: 3) ? 1e6 : 1) }
        }
    }

    private func sum(of parts: Range<Int>) async -> Gradient {
        let (theta, slopes) = (theta, slopes[parts].map(\.self))
        return await policy.gradient(shards: max(1, parts.count), combining: .sum) { tape, part in
            tape.objective(tape.value(of: theta)) { _ in (0, parts.isEmpty ? [.nan, 1, 2, 3, 4] : slopes[part]) }
        }.gradient
    }

    @Test func `every part is one rank's, and ranks have neighbouring ones in their order`() {
        for size in 1...9 {
            for count in 0...20 {
                let shares = Pipes.make(size) { $0.share(of: count) }
                #expect(shares.flatMap(Array.init) == Array(0..<count), "\(size) ranks, \(count) parts")
            }
        }
    }

    @Test(arguments: 1...9) func `however many ranks, the sum has the bits of one process`(size: Int) async {
        for count in 1...slopes.count {
            let whole = await sum(of: 0..<count)[theta].values
            let shares = Pipes.make(size) { $0.share(of: count) }
            var own: [Gradient] = []
            for share in shares { own.append(await sum(of: share)) }
            let (all, policy, theta) = (own, policy, theta)
            let totals = Pipes.make(size) { ranks in
                let share = ranks.share(of: count)
                let place = shares.firstIndex(of: share).map { share.isEmpty ? shares.count - 1 : $0 } ?? 0
                let measured = share.map { [Double($0), 0.1] }
                let (gradient, numbers) = ranks.total(all[place], of: policy, measured, ofParts: count)
                return (gradient[theta].values, numbers)
            }
            #expect(totals.count == size)
            for (values, numbers) in totals {
                #expect(values == whole, "\(count) parts")
                #expect(numbers == (0..<count).map { [Double($0), 0.1] })
            }
        }
    }

    @Test func `sums of what each rank added from left to right have other bits for other numbers of ranks`() {
        let parts = slopes.prefix(8)
        func added(by size: Int) -> [Float] {
            let width = 8 / size
            let own = (0..<size).map { rank in
                parts[rank * width..<(rank + 1) * width].reduce([Float](repeating: 0, count: 5)) {
                    zip($0, $1).map { $0 + $1 }
                }
            }
            return own.reduce([Float](repeating: 0, count: 5)) { zip($0, $1).map { $0 + $1 } }
        }
        #expect(Set([added(by: 1), added(by: 2), added(by: 4)]).count > 1)
    }

    @Test func `what ranks make is gathered with every bit`() throws {
        struct Made: Codable, Equatable {
            var rank: Int
            var numbers: [Float]
        }
        let every = Pipes.make(3) { ranks in
            try ranks.gathered(
                ranks.share(of: 3).map {
                    Made(rank: $0, numbers: [0.1, -0.0, .leastNonzeroMagnitude, .infinity, Float($0) / 3])
                })
        }
        let expected = (0..<3).map {
            Made(rank: $0, numbers: [0.1, -0.0, .leastNonzeroMagnitude, .infinity, Float($0) / 3])
        }
        #expect(every == [expected, expected, expected])
        #expect(every[0].allSatisfy { $0.numbers[1].sign == .minus })
    }
}
