import SixWords
import Testing

struct MedianFilterTests {
    @Test func `each number becomes the median of five, with zeros beyond the ends`() {
        #expect([3.0, 1, 2, 9, 4, 5].medianFiltered(width: 5) == [1, 2, 3, 4, 4, 4])
    }

    @Test func `a lone spike vanishes`() {
        #expect([1.0, 1, 1, 50, 1, 1, 1].medianFiltered(width: 3) == [1, 1, 1, 1, 1, 1, 1])
    }

    @Test func `a width of one changes nothing`() {
        #expect([2.0, -1].medianFiltered(width: 1) == [2, -1])
    }
}
