import Testing

@testable import Figures

@Suite struct LogTicksTests {
    private func labels(_ low: Double, _ high: Double, count: Int = 6) -> [String] {
        Ticks.logarithmic(from: low, to: high, count: count).labels
    }

    @Test func `several decades get powers of ten`() {
        #expect(labels(0.5, 2_000) == ["1", "10", "100", "1,000"])
    }

    @Test func `less than two decades get steps of one, two and five`() {
        #expect(labels(0.015, 0.6) == ["0.02", "0.05", "0.1", "0.2", "0.5"])
    }

    @Test func `beyond six digits all are written with powers`() {
        #expect(labels(900, 2e7) == ["10³", "10⁴", "10⁵", "10⁶", "10⁷"])
        #expect(labels(1e-7, 1e-4) == ["10⁻⁷", "10⁻⁶", "10⁻⁵", "10⁻⁴"])
    }

    @Test func `too many powers are thinned evenly`() {
        #expect(labels(1, 1e5, count: 3) == ["1", "100", "10,000"])
    }

    @Test func `an axis within one step gets even ticks`() {
        #expect(labels(2.1, 4.2, count: 5) == ["2.5", "3.0", "3.5", "4.0"])
    }
}
