import DeterministicMath
import Testing

@testable import Figures

@Suite struct BandStatisticsTests {
    private let values = [1.0, 2, 4, 9]

    private func ends(_ band: BandMeaning) throws -> [Double] {
        var statistics = try BandStatistics(band)
        let interval = statistics.interval(of: values)
        return [interval.low, interval.high]
    }

    @Test func `a standard deviation is the sample's`() throws {
        // Σ (v − 4)² / 3 = 38 / 3.
        let ends = try ends(.sd)
        #expect((ends[1] - 4 - (38.0 / 3).squareRoot()).magnitude < 1e-12)
        #expect((ends[0] + ends[1] - 8).magnitude < 1e-12)
    }

    @Test func `Student's interval uses the tabulated quantile`() throws {
        // t(3 degrees, 0.975) = 3.182446305.
        #expect((try ends(.t(0.95))[1] - 4 - 3.182446305 * (38.0 / 12).squareRoot()).magnitude < 1e-7)
    }

    @Test func `a changed count changes Student's quantile`() throws {
        var statistics = try BandStatistics(.t(0.95))
        let first = statistics.interval(of: values)
        _ = statistics.interval(of: [0, 1])
        #expect(statistics.interval(of: values) == first)
    }

    @Test func `quantiles are interpolated`() throws {
        #expect(try ends(.quantiles(0, 0.5)) == [1, 3])
    }

    @Test func `a bootstrap repeats with its seed and stays inside the data`() throws {
        let first = try ends(.bootstrap(0.9, resamples: 200, seed: 7))
        #expect(try ends(.bootstrap(0.9, resamples: 200, seed: 7)) == first)
        #expect(first[0] >= 1 && first[0] < 4 && first[1] > 4 && first[1] <= 9)
    }
}
