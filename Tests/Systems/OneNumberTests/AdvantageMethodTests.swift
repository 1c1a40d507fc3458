import DeterministicMath
import Testing

@testable import OneNumber

struct AdvantageMethodTests {
    @Test(arguments: [
        (AdvantageMethod.persistentMean(decay: 1), "decay is 1.0; it must be between 0 and 1, both excluded"),
        (.shrinkage(length: 0), "window length is 0; it must be at least 1"),
        (.shrinkage(priorCount: -1), "prior count is -1.0; it must be finite and at least 0"),
        (.kalman(drift: 0), "drift is 0.0; it must be positive and finite"),
        (.kalman(minimumCount: 1), "minimum count is 1; it must be at least 2"),
    ])
    func `a value that makes no sense is named`(method: AdvantageMethod, message: String) {
        let error = #expect(throws: TrainingError.self) { try method.validate() }
        #expect(error?.description == message)
    }

    @Test(arguments: [
        AdvantageMethod.batch, .window(), .ema(), .group, .leaveOneOut, .groupMean, .persistentMean(), .shrinkage(),
        .kalman(), .exact,
    ])
    func `every method learns`(method: AdvantageMethod) throws {
        try method.validate()
        let problem = Problem(seed: 1)
        let settings = RunSettings(epochs: 60, advantage: method, duplicates: .sum)
        let rewards = try problem.run(settings: settings, seed: 1).meanRewards
        #expect(rewards.suffix(10).mean() > rewards.prefix(10).mean() + 5)
    }

    @Test func `an estimator of one's own takes the method's place`() throws {
        let problem = Problem(seed: 1)
        let settings = RunSettings(epochs: 5, advantage: .batch)
        let own = try problem.run(settings: settings, estimator: IndexedGroupStatistics(), seed: 1)
        #expect(own == (try problem.run(settings: RunSettings(epochs: 5, advantage: .group), seed: 1)))
        #expect(own != (try problem.run(settings: settings, seed: 1)))
    }
}
