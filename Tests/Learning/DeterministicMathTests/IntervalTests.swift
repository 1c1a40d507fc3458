import DeterministicMath
import Testing

struct IntervalTests {
    @Test func `an interval knows its middle, its width and what it contains`() {
        let interval = Interval(low: -1, high: 3)
        #expect(interval.center == 1)
        #expect(interval.width == 4)
        #expect(interval == Interval(center: 1, radius: 2))
        #expect(interval.contains(-1) && interval.contains(3) && interval.contains(0))
        #expect(!interval.contains(3.1) && !interval.contains(-1.1) && !interval.contains(.nan))
    }
}
