import Records
import Testing

struct DeviationTests {
    @Test func `the largest differences are kept`() {
        var deviation = Deviation()
        deviation.compare(1, 1, size: 1)
        deviation.compare(2, 2.5, size: 2.5)
        deviation.compare(100, 101, size: 101)
        #expect(deviation.absolute == 1)
        #expect(deviation.relative == 0.2)
        #expect(deviation.count == 3)
    }

    @Test func `a difference counts by the size of what a number is computed from`() {
        var deviation = Deviation()
        deviation.compare(-1e-3, -1e-3 + 2e-14, size: 400)
        #expect(deviation.isWithinTolerance)
        deviation.compare(-1e-3, -1e-3 + 1e-6, size: 400)
        #expect(!deviation.isWithinTolerance)
    }

    @Test func `equal numbers do not deviate, whatever their size, and numbers of nothing do`() {
        var deviation = Deviation()
        deviation.compare(0, 0, size: 0)
        deviation.compare(.leastNonzeroMagnitude, 0, size: .leastNonzeroMagnitude)
        #expect(deviation.isWithinTolerance)
        deviation.compare(1e-300, 0, size: 0)
        #expect(!deviation.isWithinTolerance)
    }

    @Test func `a number of ours that is none is an infinite deviation`() {
        var deviation = Deviation()
        deviation.compare(.nan, 1, size: 1)
        #expect(deviation.relative == .infinity)
    }
}
