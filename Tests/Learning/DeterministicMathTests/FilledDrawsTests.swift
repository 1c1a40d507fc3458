import DeterministicMath
import Testing

struct FilledDrawsTests {
    @Test func `normals that fill a list are those of single calls`() {
        var (filling, single) = (Xoshiro256StarStar(seed: 4), Xoshiro256StarStar(seed: 4))
        // Enough that some lie beyond the edges of their layers and in the tail.
        var numbers = [Double](repeating: 0, count: 20_000)
        filling.fillWithNormals(&numbers)
        #expect(numbers == numbers.map { _ in single.normal() })
        #expect(filling.next() == single.next())
    }

    @Test(arguments: [1, 64, 1000, Int.max / 3 * 2])
    func `integers that fill a list are those of single calls`(bound: Int) {
        var (filling, single) = (Xoshiro256StarStar(seed: 4), Xoshiro256StarStar(seed: 4))
        var numbers = [Int](repeating: 0, count: 1000)
        filling.fillWithIntegers(&numbers, below: bound)
        #expect(numbers == numbers.map { _ in single.integer(below: bound) })
        #expect(filling.next() == single.next())
    }
}
