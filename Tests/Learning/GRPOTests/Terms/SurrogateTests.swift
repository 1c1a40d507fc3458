import Foundation
import GRPO
import Testing

struct SurrogateTests {
    /// The value and the slope of a surrogate of one token that is `growth` times as probable as when it was sampled.
    static func loss(_ surrogate: Surrogate, growth: Double, advantage: Double) -> Objective.Loss {
        let batch = CompletionBatch(lengths: [1], advantages: [advantage], weights: [1], sampled: [0], reference: [0])
        return Objective(surrogate: surrogate, penalty: .none).loss([Float(growth)], of: batch)
    }

    @Test func `a clip lets a token go back, and not farther away`() {
        let surrogate = Surrogate.clipped(below: 0.2, above: 0.3)
        // (log ratio, advantage, clipped)
        let cases: [(Double, Double, Bool)] = [
            (0.3, 1, true), (0.2, 1, false), (-0.3, 1, false), (-0.3, -1, true), (-0.2, -1, false), (0.3, -1, false),
        ]
        for (growth, advantage, isClipped) in cases {
            let loss = Self.loss(surrogate, growth: growth, advantage: advantage)
            #expect((loss.clippedTokens == 1) == isClipped && (loss.gradient[0] == 0) == isClipped)
        }
        #expect(Self.loss(surrogate, growth: 1, advantage: 2).surrogate == 2.6)
        #expect(abs(Self.loss(surrogate, growth: -1, advantage: -2).surrogate + 1.6) < 1e-12)
    }

    @Test func `without a clip nothing is clipped`() {
        for growth in [-9.0, 9] {
            for advantage in [-1.0, 1] {
                #expect(Self.loss(.ratio, growth: growth, advantage: advantage).clippedTokens == 0)
            }
        }
    }

    @Test func `the stopped ratio is one however far the policy has moved`() {
        let loss = Self.loss(.policyGradient, growth: 5, advantage: 0.7)
        #expect(loss.surrogate == 0.7 && loss.gradient == [-0.7])
    }

    @Test(arguments: [Surrogate.reference, .ratio, .clipped(below: 0.2, above: 0.2)])
    func `ratios stay finite where probabilities do not`(surrogate: Surrogate) {
        for growth in [-100.0, 100] {
            for advantage in [-3.0, 3] {
                let loss = Self.loss(surrogate, growth: growth, advantage: advantage)
                #expect(loss.value.isFinite && loss.gradient[0].isFinite)
            }
        }
    }

    @Test func `the ratio to the reference has no bound worth the name`() {
        #expect(abs(Self.loss(.reference, growth: 7, advantage: 1).gradient[0] + 1096.6332) < 1e-3)
    }

    @Test(arguments: Surrogate.choices)
    func `what a run is told can be written down and read again`(surrogate: Surrogate) throws {
        let json = try JSONEncoder().encode(Objective(surrogate: surrogate))
        #expect(try JSONDecoder().decode(Objective.self, from: json).surrogate == surrogate)
    }
}
