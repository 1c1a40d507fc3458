import PolicyGradient
import Testing

@testable import train

struct SummaryTests {
    private func summary(_ settings: RunSettings) throws -> Summary {
        let problem = Problem(seed: 2)
        return Summary(seed: 2, history: try problem.run(settings: settings, seed: 2), floor: problem.floor.value)
    }

    @Test func `a run that learns has nothing to warn of`() throws {
        let summary = try summary(RunSettings(epochs: 120))
        #expect(summary.warning == nil)
        #expect(summary.finalMean! > summary.firstMean!)
        #expect(summary.line == "Seed 2: final mean \(plain(summary.finalMean!)), floor \(plain(summary.floor))")
    }

    @Test func `a run that ends worse than it began says so`() throws {
        let summary = try summary(RunSettings(epochs: 300, trainBatchSize: 16))
        #expect(summary.warning?.hasPrefix("warning: seed 2 diverged: the mean reward went from -") == true)
    }

    @Test func `no epochs have no mean`() throws {
        #expect(try summary(RunSettings(epochs: 0)).finalMean == nil)
    }

    @Test func `numbers are as other programs read them`() {
        #expect(plain(-12345.678) == "-12345.68")
        #expect(plain(0) == "0.00")
    }
}
