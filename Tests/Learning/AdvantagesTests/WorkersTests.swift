import DeterministicMath
import Foundation
import TestSupport
import Testing

@testable import Advantages

struct WorkersTests {
    private let shares = 3

    /// The batch cut into as many shares as there are workers, in order.
    private func cut<Element>(_ batch: [Element]) -> [[Element]] {
        (0..<shares).map { Array(batch[$0 * batch.count / shares..<($0 + 1) * batch.count / shares]) }
    }

    /// One that records whole batches, and one that merges what workers record of them, after each of several batches.
    private func compare(
        _ method: AdvantageMethod, _ check: (_ alone: Advantages<Int>, _ merged: Advantages<Int>, _ batch: Int) -> Void
    ) throws {
        let batches = RecordedBatches(count: 30)
        var alone = Advantages<Int>(method, epsilon: 1e-3)
        var merged = alone
        for batch in batches.prompts.indices {
            let (prompts, rewards) = (batches.prompts[batch], batches.rewards[batch])
            alone.record(rewards, for: prompts)
            try merged.merge(
                zip(cut(rewards), cut(prompts)).map { rewards, prompts in
                    var worker = Advantages<Int>(method, epsilon: 1e-3)
                    worker.record(rewards, for: prompts)
                    return worker
                })
            check(alone, merged, batch)
        }
    }

    @Test(arguments: [
        AdvantageMethod.none, .batch, .window(length: 3, minimumCount: 2), .window(length: 4, minimumCount: 2),
        .window(),
        .shrinkage(length: 7),
    ])
    func `merged shares have the bits of the whole batch`(method: AdvantageMethod) throws {
        let batches = RecordedBatches(count: 30)
        try compare(method) { alone, merged, batch in
            let (prompts, rewards) = (batches.prompts[batch], batches.rewards[batch])
            #expect(merged.advantages(of: rewards, for: prompts) == alone.advantages(of: rewards, for: prompts))
            #expect(merged.prompts.sorted() == alone.prompts.sorted())
        }
    }

    @Test(arguments: [
        AdvantageMethod.ema(minimumCount: 2), .group, .group(deviation: .sample), .leaveOneOut, .groupMean,
        .persistentMean(),
        .kalman(drift: 1e-12),
    ])
    func `merged shares are the whole batch but for rounding`(method: AdvantageMethod) throws {
        let batches = RecordedBatches(count: 30)
        try compare(method) { alone, merged, batch in
            let (prompts, rewards) = (batches.prompts[batch], batches.rewards[batch])
            for prompt in 0..<7 {
                let (ours, theirs) = (merged.moments(of: prompt), alone.moments(of: prompt))
                #expect(ours?.count == theirs?.count)
                #expect(agree([ours?.mean ?? 0], [theirs?.mean ?? 0]))
            }
            guard method.name != "kalman" else { return }
            #expect(
                agree(merged.advantages(of: rewards, for: prompts), alone.advantages(of: rewards, for: prompts)))
        }
    }

    @Test func `filters that drift are near those of one worker`() throws {
        try compare(.kalman()) { alone, merged, batch in
            guard batch > 3 else { return }
            for prompt in 0..<5 {
                let (ours, theirs) = (merged.moments(of: prompt)!, alone.moments(of: prompt)!)
                #expect(abs(ours.mean - theirs.mean) < theirs.standardDeviation)
                #expect(ours.standardDeviation < 2 * theirs.standardDeviation)
                #expect(ours.standardDeviation > theirs.standardDeviation / 2)
            }
        }
    }

    @Test(arguments: AdvantageMethod.all)
    func `a worker's full statistics are those of one that goes on where it was`(method: AdvantageMethod) throws {
        let batches = RecordedBatches(count: 9)
        var (worker, empty) = (Advantages<Int>(method), Advantages<Int>(method))
        for (prompts, rewards) in zip(batches.prompts, batches.rewards) { worker.record(rewards, for: prompts) }
        try empty.merge([worker, empty])
        for prompt in 0..<7 { #expect(empty.moments(of: prompt) == worker.moments(of: prompt)) }
        worker.record([1, 2], for: [3, 3])
        empty.record([1, 2], for: [3, 3])
        #expect(empty.moments(of: 3) == worker.moments(of: 3))
    }

    @Test func `workers may send what they recorded as JSON, and the order decides, not who is first`() async throws {
        func share(_ rank: Int) async throws -> Data {
            var worker = Advantages<String>(.window(length: 4, minimumCount: 1))
            worker.record([Double(rank), 10 * Double(rank)], for: ["shared", "own \(rank)"])
            return try JSONEncoder().encode(worker)
        }
        let sent = try await [share(1), share(2), share(3)]
        var statistics = Advantages<String>(.window(length: 4, minimumCount: 1))
        try statistics.merge(sent.map { try JSONDecoder().decode(Advantages<String>.self, from: $0) })
        #expect(statistics.moments(of: "shared") == Moments(of: [1, 2, 3]))
        #expect(statistics.moments(of: "own 2")?.mean == 20)
    }

    @Test func `statistics of another kind are refused`() {
        var statistics = Advantages<String>(.window())
        let error = #expect(throws: AdvantageError.self) {
            try statistics.merge([Advantages(.window()), Advantages(.window(), epsilon: 1e-3)])
        }
        #expect(
            error?.description
                == "statistics of window(length: 32, minimumCount: 16) with an epsilon of 0.001 can not be merged into "
                + "those of window(length: 32, minimumCount: 16) with an epsilon of 1e-07")
    }
}
