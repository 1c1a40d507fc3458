import DeterministicMath
import SixWords
import Testing

struct BehaviorPolicyTests {
    let probabilities: [Float] = [0.5, 0.25, 0.125, 0.125, 0, 0]

    private func frequencies(_ policy: BehaviorPolicy) -> [Double] {
        var generator = Xoshiro256StarStar(seed: 1)
        var counts = [Double](repeating: 0, count: 6)
        for _ in 0..<10_000 { counts[policy.draw(from: probabilities, using: &generator).index] += 1 }
        return counts.map { $0 / 10_000 }
    }

    @Test(arguments: BehaviorPolicy.Choice.allCases, [0, 0.3, 1])
    func `words are said with the probabilities that it states`(choice: BehaviorPolicy.Choice, epsilon: Double) {
        let policy = BehaviorPolicy(choice, epsilon: epsilon)
        let stated = Word.allCases.map { policy.probability(of: $0, under: probabilities) }
        #expect(abs(stated.sum() - 1) < 1e-12)
        // Four standard deviations of a frequency are at most 0.02.
        #expect(zip(frequencies(policy), stated).allSatisfy { abs($0 - $1) < 0.02 })
    }

    @Test func `arg-max without exploring says the most probable word only`() {
        #expect(frequencies(BehaviorPolicy(.argMax, epsilon: 0)) == [1, 0, 0, 0, 0, 0])
    }

    @Test func `of equally probable words arg-max says the first`() {
        let policy = BehaviorPolicy(.argMax, epsilon: 0)
        #expect(policy.probability(of: .joyful, under: [0.1, 0.3, 0.3, 0.3, 0, 0]) == 1)
        #expect(policy.probability(of: .pleasant, under: [0.1, 0.3, 0.3, 0.3, 0, 0]) == 0)
    }

    @Test func `a word without probability is said only by exploring`() {
        #expect(frequencies(BehaviorPolicy(epsilon: 0))[4...] == [0, 0])
        #expect(abs(BehaviorPolicy(epsilon: 0.3).probability(of: .angry, under: probabilities) - 0.05) < 1e-12)
    }
}
