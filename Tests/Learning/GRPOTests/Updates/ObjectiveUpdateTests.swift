import Autodiff
import DeterministicMath
import GRPO
import Testing
import Transformers

struct ObjectiveUpdateTests {
    /// A small decoder, a reference beside it, and what it wrote.
    struct Sampled {
        let decoder: Decoder
        let policy: Parameters
        let reference: Parameters
        let rollout: Rollout
        let advantages: [Double] = [1, -0.5, 0.25, -1, 0.5, 0.75, -0.75, 0.1, -0.35]

        init() async {
            var generator = Xoshiro256StarStar(seed: 4)
            let settings = Decoder.Settings(
                vocabulary: 11, features: 8, layers: 1, heads: 2, keyValueHeads: 1, feedForward: .swiGLU(hidden: 16))
            var parameters = Parameters()
            decoder = Decoder(settings, in: &parameters, using: &generator)
            reference = parameters
            // A policy that has moved: a few numbers of every tensor are others.
            for parameter in parameters.all {
                var tensor = parameters[parameter]
                for place in stride(from: 0, to: tensor.values.count, by: 3) {
                    tensor.values[place] += Float(0.1 * generator.normal())
                }
                parameters[parameter] = tensor
            }
            policy = parameters
            let prompts = [[2, 3, 4], [5], [6, 7]]
            let groups = await decoder.completions(
                of: prompts, each: 3, limit: 9, stops: [1], sampler: Sampler(temperature: 0.9), with: policy,
                using: &generator)
            rollout = Rollout(prompts: prompts, groups: groups)
        }

        func update(
            _ objective: Objective, policy: Parameters? = nil, included: [Bool]? = nil, shards: Int = 8,
            threads: Int = 2
        ) async -> Update {
            await objective.update(
                of: decoder, policy ?? self.policy, reference: reference, from: rollout, advantages: advantages,
                included: included, shards: shards, threads: threads)
        }
    }

    static func norm(_ a: Gradient, minus b: Gradient, of parameters: Parameters) -> Double {
        parameters.all.map { parameter in
            zip(a[parameter].values, b[parameter].values).map { Double($0 - $1) * Double($0 - $1) }.sum()
        }.sum().squareRoot()
    }

    @Test(arguments: allAggregations) func `micro-batching does not change the gradient`(aggregation: Aggregation) async
    {
        let sampled = await Sampled()
        let objective = Objective(aggregation: aggregation, penalty: .exact, beta: 0.3)
        let whole = await sampled.update(objective, shards: 1)
        let parts = await sampled.update(objective, shards: 3)
        #expect(
            Self.norm(whole.gradient, minus: parts.gradient, of: sampled.policy) < 1e-6 * Double(whole.gradient.norm))
        #expect(abs(whole.loss - parts.loss) < 1e-6 && abs(whole.entropy - parts.entropy) < 1e-6)
    }

    @Test(arguments: KLPenalty.allCases) func `the gradient is the loss's slope`(penalty: KLPenalty) async {
        let sampled = await Sampled()
        let objective = Objective(surrogate: .ratio, penalty: penalty, beta: 0.5)
        let gradient = await sampled.update(objective).gradient
        // Along the gradient itself the slope is its norm.
        func loss(_ step: Float) async -> Double {
            var moved = sampled.policy
            for parameter in moved.all {
                var tensor = moved[parameter]
                for (place, slope) in gradient[parameter].values.enumerated() {
                    tensor.values[place] += step * slope / gradient.norm
                }
                moved[parameter] = tensor
            }
            return await sampled.update(objective, policy: moved).loss
        }
        let slope = (await loss(0x1p-7) - (await loss(-0x1p-7))) / 0x1p-6
        #expect(abs(slope - Double(gradient.norm)) < 2e-3 * Double(gradient.norm))
    }

    @Test func `one thread and two give the same bits`() async {
        let sampled = await Sampled()
        let (one, two) = (await sampled.update(Objective(), threads: 1), await sampled.update(Objective(), threads: 2))
        #expect(Self.norm(one.gradient, minus: two.gradient, of: sampled.policy) == 0)
        #expect(one.loss == two.loss && one.divergence == two.divergence && one.entropy == two.entropy)
    }

    @Test func `completions that are left out change nothing`() async {
        let sampled = await Sampled()
        var included = [Bool](repeating: true, count: 9)
        included.replaceSubrange(3..<6, with: [false, false, false])
        let part = await sampled.update(Objective(), included: included)
        let others = Rollout(
            prompts: [sampled.rollout.prompts[0], sampled.rollout.prompts[2]],
            groups: [sampled.rollout.groups[0], sampled.rollout.groups[2]])
        let without = await Objective().update(
            of: sampled.decoder, sampled.policy, reference: sampled.reference, from: others,
            advantages: Array(sampled.advantages[..<3] + sampled.advantages[6...]))
        #expect(Self.norm(part.gradient, minus: without.gradient, of: sampled.policy) < 1e-6)
        #expect(abs(part.loss - without.loss) < 1e-6)
    }

    @Test func `the token that ends a completion is trained`() async throws {
        let sampled = await Sampled()
        let ended = sampled.rollout.completions.indices.filter { sampled.rollout.completions[$0].isStopped }
        let first = try #require(ended.first)
        #expect(sampled.rollout.completions[first].tokens.last == 1)
        let batch = sampled.rollout.batch
        #expect(batch.completionRanges[first].count == sampled.rollout.lengths[first])
        // Its logits are the last that are computed: the gradient of a loss of this token alone is not zero.
        let place = batch.completionRanges[first].upperBound - 1
        let tape = Tape(sampled.policy)
        let loss = tape.objective(sampled.decoder.scores(batch, on: tape).logProbabilities) { values in
            var gradient = [Float](repeating: 0, count: values.count)
            gradient[place] = 1
            return (values[place], gradient)
        }
        #expect(tape.gradient(of: loss).norm > 0.01)
    }

    @Test func `measures of a policy that is its reference are zero`() async {
        let sampled = await Sampled()
        let update = await sampled.update(Objective(), policy: sampled.reference)
        #expect(abs(update.divergence ?? 1) < 1e-6 && abs(update.estimatedDivergence ?? 1) < 1e-6)
        #expect(update.entropy > 1 && update.entropy < log(11))
        let alone = await Objective(penalty: .none).update(
            of: sampled.decoder, sampled.policy, reference: nil, from: sampled.rollout, advantages: sampled.advantages)
        #expect(alone.divergence == nil && alone.penalty == 0)
    }
}
