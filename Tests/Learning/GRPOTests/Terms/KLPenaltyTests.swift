import DeterministicMath
import GRPO
import Testing

struct KLPenaltyTests {
    /// One token's penalty and its slope.
    static func term(_ penalty: KLPenalty, policy: Double, reference: Double) -> (value: Double, slope: Double) {
        let batch = CompletionBatch(lengths: [1], advantages: [0], weights: [1], reference: [Float(reference)])
        let loss = Objective(penalty: penalty, beta: 1).loss([Float(policy)], of: batch)
        return (loss.penalty, Double(loss.gradient[0]))
    }

    /// Two policies over five tokens, as log-probabilities that a `Float` holds exactly enough.
    static let (policy, reference): ([Double], [Double]) = {
        func logProbabilities(_ logits: [Double]) -> [Double] {
            let total = log(logits.map(exp).reduce(0, +))
            return logits.map { Double(Float($0 - total)) }
        }
        return (logProbabilities([1, 0.3, -0.5, 0, -1]), logProbabilities([0.2, 0.9, -1, 0.4, 0]))
    }()

    /// The mean over tokens that `p` samples.
    static func mean(_ p: [Double], _ value: (Int) -> Double) -> Double {
        p.indices.map { exp(p[$0]) * value($0) }.reduce(0, +)
    }

    static func divergence(_ p: [Double], from q: [Double]) -> Double { mean(p) { p[$0] - q[$0] } }

    @Test(arguments: [KLPenalty.k1, .k3]) func `k1 and k3 are unbiased`(penalty: KLPenalty) {
        let estimate = Self.mean(Self.policy) {
            Self.term(penalty, policy: Self.policy[$0], reference: Self.reference[$0]).value
        }
        #expect(abs(estimate - Self.divergence(Self.policy, from: Self.reference)) < 1e-6)
    }

    @Test func `k2 is biased`() {
        let estimate = Self.mean(Self.policy) {
            Self.term(.k2, policy: Self.policy[$0], reference: Self.reference[$0]).value
        }
        #expect(abs(estimate - Self.divergence(Self.policy, from: Self.reference)) > 0.005)
    }

    /// With a softmax over logits, ∂ log π(v) / ∂ logit w = [v = w] - π(w).
    static func meanGradient(_ penalty: KLPenalty) -> [Double] {
        policy.indices.map { w in
            mean(policy) { v in
                term(penalty, policy: policy[v], reference: reference[v]).slope
                    * ((v == w ? 1 : 0) - exp(policy[w]))
            }
        }
    }

    @Test func `as losses k1 restrains nothing, k2 pulls as KL does, and k3 as the reverse KL does`() {
        let forward = Self.divergence(Self.policy, from: Self.reference)
        for w in Self.policy.indices {
            let gradient = exp(Self.policy[w]) * (Self.policy[w] - Self.reference[w] - forward)
            let reverse = exp(Self.policy[w]) - exp(Self.reference[w])
            #expect(abs(Self.meanGradient(.k1)[w]) < 1e-6)
            #expect(abs(Self.meanGradient(.k2)[w] - gradient) < 1e-6)
            #expect(abs(Self.meanGradient(.k3)[w] - reverse) < 1e-6)
            #expect(abs(gradient - reverse) > 1e-3)
        }
    }

    @Test func `k3 is never negative, k1 may be`() {
        for exponent in -60...7 {
            for sign in [-1.0, 1] {
                let difference = sign * Double(sign: .plus, exponent: exponent, significand: 1)
                #expect(Self.term(.k3, policy: 0, reference: difference).value >= 0)
            }
        }
        #expect(Self.term(.k1, policy: 0, reference: 1).value == -1)
    }

    @Test func `k3 stays finite in value and gradient for log-ratios of a hundred`() {
        for difference in [-100.0, -20.5, 20.5, 100] {
            let term = Self.term(.k3, policy: 0, reference: difference)
            #expect(term.value.isFinite && Float(term.slope).isFinite && Float(term.slope * term.slope).isFinite)
            let step = 0x1p-8
            let growth =
                Self.term(.k3, policy: step, reference: difference).value
                - Self.term(.k3, policy: -step, reference: difference).value
            #expect(abs(growth / (2 * step) - term.slope) < 1e-4 * max(1, abs(term.slope)))
        }
    }

    @Test func `k3 goes on without a break where its exponential becomes a line`() {
        let (before, after) = (
            Self.term(.k3, policy: 0, reference: 20 - 0x1p-10), Self.term(.k3, policy: 0, reference: 20 + 0x1p-10)
        )
        #expect(abs(after.value / before.value - 1) < 3e-3 && abs(after.slope / before.slope - 1) < 3e-3)
    }
}
