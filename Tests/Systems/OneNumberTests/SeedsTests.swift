import Advantages
import Testing

@testable import OneNumber

struct SeedsTests {
    private let settings = RunSettings(epochs: 20, batchSize: 64)

    @Test func `parallel runs stand in the seeds' order and have the bits of single ones`() async throws {
        let seeds: [UInt64] = [9, 2, 2, 31, 4]
        let histories = try await runs(seeds: seeds, settings: settings)
        let single = try seeds.map { try Problem(seed: $0).run(settings: settings, seed: $0) }
        #expect(histories == single)
        #expect(histories[1] == histories[2])
        #expect(histories[0] != histories[1])
    }

    @Test func `no seeds, no runs`() async throws {
        #expect(try await runs(seeds: [], settings: settings).isEmpty)
    }

    @Test func `settings that make no sense are thrown`() async {
        await #expect(throws: TrainingError.setting(InvalidSetting("batchSize", 0, mustBe: "at least 1"))) {
            try await runs(seeds: 0..<3, settings: RunSettings(batchSize: 0))
        }
        await #expect(throws: TrainingError.setting(InvalidSetting("slotCount", 0, mustBe: "at least 1"))) {
            try await runs(seeds: 0..<3, problem: ProblemSettings(slotCount: 0))
        }
    }

    @Test func `the error is that of the first seed that fails, not of the fastest`() async {
        struct Failure: Error, Equatable {
            let seed: UInt64
        }
        await #expect(throws: Failure(seed: 2)) {
            try await inParallel(seeds: 1...8) { seed in
                // Seed 2 works on one processor while the later ones fail on the others.
                if seed == 2 { _ = try Problem(seed: seed).run(settings: RunSettings(epochs: 200), seed: seed) }
                if seed >= 2 { throw Failure(seed: seed) }
            }
        }
    }

    @Test func `a cancelled task stops its runs`() async {
        // Days of work, were it not cancelled.
        let task = Task { try await runs(seeds: 0..<4, settings: RunSettings(epochs: 100_000_000)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
