import Testing

@testable import DeterministicMath

/// Gives the words it was made with, one by one.
struct RecordedWords: RandomNumberGenerator {
    var words: [UInt64]

    mutating func next() -> UInt64 { words.removeFirst() }
}

struct UniformDrawsTests {
    @Test func `uniform draws use the top 53 bits and stay below one`() {
        var words = RecordedWords(words: [0, .max, 1 << 63, 1 << 11])
        #expect(words.uniform() == 0)
        #expect(words.uniform() == 1 - 0x1p-53)
        #expect(words.uniform() == 0.5)
        #expect(words.uniform() == 0x1p-53)
    }

    @Test func `uniform draws have mean one half and variance one twelfth`() {
        let draws = uniforms(from: 0, to: 1, count: 100_000)
        #expect(abs(draws.mean() - 0.5) < 5 * 0.2887 / 316)
        #expect(abs(draws.variance() - 1.0 / 12) < 0.0015)
    }

    @Test(arguments: [1, 2, 3, 7, 64, 1000])
    func `bounded draws are uniform`(bound: Int) {
        var generator = Xoshiro256StarStar(seed: 5)
        var counts = [Double](repeating: 0, count: bound)
        let expected = 100.0
        for _ in 0..<(bound * Int(expected)) {
            counts[generator.integer(below: bound)] += 1
        }
        let chiSquare = counts.map { ($0 - expected) * ($0 - expected) / expected }.sum()
        // Mean n - 1, standard deviation √(2(n - 1)); five of them is one in millions.
        let freedom = Double(bound - 1)
        #expect(abs(chiSquare - freedom) <= 5 * (2 * freedom).squareRoot())
    }

    @Test func `a bounded draw rejects the words that would make it unfair`() {
        // 2⁶⁴ mod 3 is 1: only the low word 0 is unfair, which the word 0 gives.
        var words = RecordedWords(words: [0, 1 << 63])
        #expect(words.integer(below: 3) == 1)
        #expect(words.words.isEmpty)
    }

    @Test func `a bounded draw is the high word of the product`() {
        var words = RecordedWords(words: [.max, 1 << 62, 3 << 62])
        #expect(words.integer(below: 64) == 63)
        #expect(words.integer(below: 64) == 16)
        #expect(words.integer(below: 64) == 48)
    }

    @Test func `a permutation holds every number once and all orders are equally likely`() {
        var generator = Xoshiro256StarStar(seed: 9)
        var counts: [[Int]: Int] = [:]
        for _ in 0..<6000 {
            counts[generator.permutation(count: 3), default: 0] += 1
        }
        #expect(counts.count == 6)
        #expect(counts.keys.allSatisfy { $0.sorted() == [0, 1, 2] })
        #expect(counts.values.allSatisfy { abs($0 - 1000) < 150 })
        #expect(generator.permutation(count: 0) == [])
    }
}
