import Testing

@testable import OneNumber

struct RunSummaryTests {
    private func summary(_ settings: RunSettings) throws -> RunSummary {
        let problem = Problem(seed: 2)
        return RunSummary(seed: 2, problem: problem, history: try problem.run(settings: settings, seed: 2))
    }

    @Test func `a run that learns has nothing to warn of`() throws {
        let summary = try summary(RunSettings(epochs: 120))
        #expect(summary.warning == nil)
        #expect(summary.finalMean! > summary.firstMean!)
        #expect(summary.line == "Seed 2: final mean \(plain(summary.finalMean!)), ceiling \(plain(summary.ceiling))")
    }

    @Test func `a run that ends worse than it began says so`() throws {
        let summary = try summary(RunSettings(epochs: 300, trainBatchSize: 16))
        #expect(summary.warning?.hasPrefix("warning: seed 2 diverged: the expected reward went from -") == true)
    }

    @Test func `a run of fewer epochs than the means are taken over is seen to diverge`() throws {
        let settings = RunSettings(epochs: 40, trainBatchSize: 16, step: .fixed(size: 2))
        let summary = try summary(settings)
        #expect(summary.firstMean == summary.finalMean)
        #expect(summary.hasDiverged)
    }

    @Test func `a few samples by chance worse than expected are no divergence`() throws {
        let one = try (0..<40).map { (seed: UInt64) in
            let problem = Problem(seed: seed)
            let settings = RunSettings(epochs: 1, batchSize: 1)
            return RunSummary(seed: seed, problem: problem, history: try problem.run(settings: settings, seed: seed))
        }
        #expect(one.contains { $0.finalMean! < 1.25 * $0.expectedAtStart })
        #expect(one.allSatisfy { !$0.hasDiverged })
    }

    @Test func `no epochs have no mean`() throws {
        #expect(try summary(RunSettings(epochs: 0)).finalMean == nil)
    }
}
