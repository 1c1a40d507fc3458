import DeterministicMath
import Testing

struct MomentsTests {
    @Test func `mean and standard deviations of a known sample`() {
        let numbers: [Double] = [2, 4, 4, 4, 5, 5, 7, 9]
        #expect(numbers.mean() == 5)
        #expect(numbers.variance() == 4)
        #expect(numbers.standardDeviation() == 2)
        #expect(abs(numbers.sampleVariance() - 32.0 / 7) < 1e-15)
        #expect(abs(numbers.sampleStandardDeviation() - (32.0 / 7).squareRoot()) < 1e-15)
        #expect(Moments(of: numbers) == Moments(count: 8, mean: 5, variance: 4))
    }

    @Test(arguments: 1...9)
    func `every length is summed to its last element`(count: Int) {
        let numbers = (1...count).map(Double.init)
        #expect(numbers.sum() == Double(count * (count + 1) / 2))
        #expect(abs(numbers.variance() - Double(count * count - 1) / 12) < 1e-14)
    }

    @Test func `the order of the lanes is the documented one`() {
        // (1e16 + 1) + (-1e16 + 1) loses both ones; one by one the last would be kept.
        #expect([1e16, 1, -1e16, 1].sum() == 0)
        #expect([Double]().sum() == 0)
    }

    @Test func `equal numbers have no spread at all`() {
        #expect([Double](repeating: 0.1, count: 32).variance() < 1e-32)
        #expect([Double](repeating: -86.25, count: 31).variance() == 0)
    }

    @Test func `a slice and a lazy collection give the same bits as an array`() {
        let numbers = uniforms(from: 0, to: 1, count: 101)
        let part = Array(numbers[3..<50])
        #expect(Moments(of: numbers[3..<50]) == Moments(of: part))
        #expect(Moments(of: numbers.lazy.map { $0 }.dropFirst(3).prefix(47)) == Moments(of: part))
    }
}
