import DeterministicMath
import Testing

struct BootstrapIntervalTests {
    @Test func `the interval of a mean is nearly Student's for many numbers`() {
        var generator = Xoshiro256StarStar(seed: 4)
        let numbers = (0..<400).map { _ in generator.normal() }
        let bootstrap = Interval(bootstrapping: numbers, using: &generator)
        let student = MeanEstimate(of: numbers).interval
        #expect(abs(bootstrap.low - student.low) < 0.01)
        #expect(abs(bootstrap.high - student.high) < 0.01)
    }

    @Test func `any statistic has an interval, and the same generator the same one`() {
        let numbers = uniforms(from: 0, to: 1, count: 50)
        func interval() -> Interval {
            var generator = Xoshiro256StarStar(seed: 5)
            return Interval(
                bootstrapping: numbers, confidence: 0.9, resamples: 200, statistic: { $0.max()! }, using: &generator)
        }
        #expect(interval() == interval())
        #expect(interval().high == numbers.max()!)
        #expect(interval().low < numbers.max()!)
    }
}
