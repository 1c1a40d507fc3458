import Testing

@testable import DeterministicMath

struct Xoshiro256StarStarTests {
    @Test func `the words are those of the published generator`() {
        var generator = Xoshiro256StarStar(state: (1, 2, 3, 4))
        let words = (0..<4).map { _ in generator.next() }
        #expect(words == [11520, 0, 1_509_978_240, 1_215_971_899_390_074_240])
    }

    @Test func `the same seed and stream give the same words`() {
        var first = Xoshiro256StarStar(seed: 7, stream: 3)
        var second = Xoshiro256StarStar(seed: 7, stream: 3)
        #expect((0..<100).allSatisfy { _ in first.next() == second.next() })
    }

    @Test func `seeds and streams that differ a little give unrelated words`() {
        var firstWords: Set<UInt64> = []
        var differingBits = 0
        var reference = Xoshiro256StarStar(seed: 0)
        let word = reference.next()
        for seed in UInt64(0)..<32 {
            for stream in UInt64(0)..<32 {
                var generator = Xoshiro256StarStar(seed: seed, stream: stream)
                let first = generator.next()
                firstWords.insert(first)
                differingBits += (first ^ word).nonzeroBitCount
            }
        }
        #expect(firstWords.count == 1024)
        // Half of 64 bits on average, with a standard error of 4/√1024.
        #expect(abs(Double(differingBits) / 1023 - 32) < 0.6)
    }
}
