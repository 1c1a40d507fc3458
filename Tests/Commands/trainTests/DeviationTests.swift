import Testing

@testable import train

struct DeviationTests {
    @Test func `the largest differences are kept`() {
        var deviation = Deviation()
        deviation.compare([1, 2, 1e-9], [1, 2.5, 0])
        deviation.compare([100], [101])
        #expect(deviation.absolute == 1)
        #expect(deviation.relative == 0.2)
        #expect(deviation.count == 4)
    }

    @Test func `a number of ours that is none is an infinite deviation`() {
        var deviation = Deviation()
        deviation.compare([.nan], [1])
        #expect(deviation.relative == .infinity)
    }
}
