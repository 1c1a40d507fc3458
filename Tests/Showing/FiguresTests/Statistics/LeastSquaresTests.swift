import DeterministicMath
import Testing

@testable import Figures

@Suite struct LeastSquaresTests {
    @Test func `a line through points on a line is that line`() throws {
        let line = try #require(LeastSquares([0, 1, 2, 5].map { Point(x: $0, y: 3 - 2 * $0) }))
        #expect((line.slope, line.intercept) == (-2, 3))
        #expect(line.radius == 0)
    }

    @Test func `the interval is that of the textbook`() throws {
        // x = 1…5, y = 2, 1, 4, 3, 5: slope 0.8, s² = 3.6 / 3, error √(1.2 / 10), t(3, 0.975) = 3.182446305.
        let line = try #require(LeastSquares(zip([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]).map { Point(x: $0, y: $1) }))
        #expect((line.slope - 0.8).magnitude < 1e-12)
        #expect((line.radius - 3.182446305 * 0.12.squareRoot()).magnitude < 1e-8)
        #expect(line.slopeText == "0.8 ± 1.1")
    }

    @Test func `a power law's exponent is the slope between two logarithmic axes`() throws {
        let points = (1...6).map { (n: pow10($0), loss: 3 * exp(-0.34 * log(pow10($0)))) }
        let plot = try Plot(
            Figure("t") { Fit(points, x: { $0.n }, y: { $0.loss }) }.x("n", scale: .log).y("loss", scale: .log))
        let text = try #require(plot.layers[0].series[0].data.last?.text)
        #expect(text.hasPrefix("exponent −0.34"))
        #expect((try #require(plot.layers[0].series[0].data[0].y?.number) - points[0].loss).magnitude < 1e-12)
    }
}
