import Advantages
import DeterministicMath
import Testing

@testable import OneNumber

/// The mean reward of the last 50 of 1000 epochs, as SYSTEMS.md states it for the original: what the whole comes to.
///
/// In release, where a run takes milliseconds, the mean over 100 problems lies in the stated interval. In debug 12 problems
/// must do, whose ceilings alone spread by 2; there the interval of their mean must reach into the stated one.
struct LearningTests {
    #if DEBUG
    static let seeds: Range<UInt64> = 0..<12
    #else
    static let seeds: Range<UInt64> = 0..<100
    #endif

    @Test(arguments: [
        (AdvantageMethod.batch, DuplicateRule.last, Interval(low: -52, high: -42)),
        (.window(), .last, Interval(low: -10.5, high: -8)),
        (.window(), .sum, Interval(low: -11.5, high: -8.5)),
        (.window(), .mean, Interval(low: -8.5, high: -6)),
        (.window(length: 16, minimumCount: 16), .last, Interval(low: -9.5, high: -7)),
        (.window(length: 128, minimumCount: 16), .last, Interval(low: -14.5, high: -10.5)),
        (.ema(decay: 0.8), .last, Interval(low: -9, high: -6.5)),
        (.ema(decay: 0.9), .last, Interval(low: -9.5, high: -7)),
        (.ema(decay: 0.97), .last, Interval(low: -12, high: -8.7)),
    ])
    func `learning ends where the original's does`(
        method: AdvantageMethod, duplicates: DuplicateRule, interval: Interval
    ) async throws {
        let settings = RunSettings(advantage: method, duplicates: duplicates)
        let finals = try await runs(seeds: Self.seeds, settings: settings).map { $0.meanRewards.suffix(50).mean() }
        let estimate = MeanEstimate(of: finals)
        #if DEBUG
        let agrees = estimate.interval.low <= interval.high && estimate.interval.high >= interval.low
        #else
        let agrees = interval.contains(estimate.mean)
        #endif
        #expect(agrees, "\(method) \(duplicates): \(estimate)")
    }
}
