import DeterministicMath
import Testing

struct QuantileTests {
    @Test func `quantiles lie between the sorted elements linearly`() {
        let numbers: [Double] = [40, 10, 30, 20]
        #expect(numbers.quantile(0) == 10)
        #expect(numbers.quantile(1) == 40)
        #expect(numbers.quantile(0.5) == 25)
        #expect(numbers.quantile(0.25) == 17.5)
        #expect(numbers.quantiles([0.1, 0.9]) == [13, 37])
        #expect(numbers.median() == 25)
    }

    @Test func `a single number is all its quantiles`() {
        #expect([3.0].quantiles([0, 0.3, 1]) == [3, 3, 3])
    }

    @Test func `an infinite number beside an element does not reach it`() {
        #expect([1, 2, .infinity].median() == 2)
        #expect([1, .infinity].quantile(0) == 1)
        #expect([-.infinity, -.infinity, 0].quantile(0.25) == -.infinity)
        #expect([1, .infinity].quantile(0.5) == .infinity)
    }
}
