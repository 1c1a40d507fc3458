import Testing

@testable import OneNumber

struct SweepTests {
    private let settings = RunSettings(epochs: 3)

    @Test func `each seed has the run that it has alone`() async throws {
        let sweep = try await Sweep(running: 4...6, settings: settings)
        let alone = try (4...6).map { try RunSummary(running: $0, settings: settings) }
        #expect(sweep.summaries == alone)
        #expect(sweep.messages.isEmpty)
        let rows = sweep.csv.split(separator: "\n")
        #expect(rows[0] == "seed,final mean,ceiling,digest")
        #expect(rows[2] == "5,\(alone[1].finalMean!),\(alone[1].ceiling),\(alone[1].digest)")
        #expect(sweep.line?.hasPrefix("3 seeds: final mean -") == true)
    }

    @Test func `a seed that failed has a message and no row`() throws {
        let error = TrainingError.reward(value: "inf", prompt: "cat", epoch: 2)
        let summary = try RunSummary(running: 9, settings: settings)
        let sweep = Sweep(firstSeed: 8, outcomes: [.failure(error), .success(summary)])
        #expect(sweep.messages == ["error: seed 8: \(error)"])
        #expect(sweep.csv.split(separator: "\n").count == 2)
        #expect(sweep.line == nil)
    }
}
