import SixWords
import Testing

struct RunningMeanTests {
    @Test func `the mean of nothing is 0`() {
        #expect(RunningMean().value == 0)
    }

    @Test func `each number has the same weight`() {
        var mean = RunningMean()
        for number in [1.0, -1, -1, 5] { mean.record(number) }
        #expect(mean.value == 1)
        #expect(mean.count == 4)
    }
}
