import Autodiff
import DeterministicMath
import TestSupport
import Testing

@testable import Transformers

@Suite struct ScoresTests {
    /// Weights of a sum over log-probabilities, entropies and divergences, so that every slope counts.
    private func weights(_ count: Int, seed: UInt64) -> [Float] {
        var generator = Xoshiro256StarStar(seed: seed)
        return (0..<count).map { _ in Float(generator.uniform() * 2 - 1) }
    }

    /// The rows of logits before each scored token, by the formulas.
    private func logits(_ decoder: LiteralDecoder, _ batch: TokenBatch) -> [[Double]] {
        Examples.sequences(batch).flatMap { tokens, read in
            decoder.logits(tokens)[(read - 1)..<(tokens.count - 1)]
        }
    }

    /// The same numbers as ``Scores``, by their formulas.
    private func literal(
        _ policy: [[Double]], _ reference: [[Double]], _ tokens: [Int], temperature: Double
    ) -> (logProbabilities: [Double], entropies: [Double], divergences: [Double]) {
        var result: (logProbabilities: [Double], entropies: [Double], divergences: [Double]) = ([], [], [])
        for (row, token) in tokens.enumerated() {
            let p = softmax(policy[row].map { $0 / temperature })
            let q = softmax(reference[row].map { $0 / temperature })
            result.logProbabilities.append(log(p[token]))
            result.entropies.append(-p.reduce(0) { $0 + $1 * log($1) })
            result.divergences.append(zip(p, q).reduce(0) { $0 + $1.0 * log($1.0 / $1.1) })
        }
        return result
    }

    @Test(arguments: Examples.settings)
    func `scores and all their gradients are those of the formulas`(settings: Decoder.Settings) throws {
        let (decoder, parameters) = Examples.decoder(settings)
        let (_, other) = Examples.decoder(settings, seed: 2)
        let batch = Examples.batch(settings, lengths: [(3, [2, 17]), (0, [3])])
        let count = batch.scoredTokens.count
        let weights = (weights(count, seed: 1), weights(count, seed: 2), weights(count, seed: 3))
        let temperature: Float = 0.75

        let tape = Tape(parameters)
        let scores = decoder.scores(
            batch, on: tape, temperature: temperature, reference: decoder.reading(batch, with: other))
        let divergences = try #require(scores.divergences)
        let policy = LiteralDecoder(settings, parameters)
        let reference = logits(LiteralDecoder(settings, other), batch)
        let expected = literal(
            logits(policy, batch), reference, batch.scoredTokens, temperature: Double(temperature))
        for (ours, theirs) in [
            (scores.logProbabilities.values, expected.logProbabilities), (scores.entropies.values, expected.entropies),
            (divergences.values, expected.divergences),
        ] {
            #expect(ours.count == theirs.count)
            #expect(zip(ours, theirs).allSatisfy { abs(Double($0) - $1) < 1e-5 })
        }

        let loss =
            tape.sum(scores.logProbabilities * weights.0) + tape.sum(scores.entropies * weights.1)
            + tape.sum(divergences * weights.2)
        let gradient = tape.gradient(of: loss)
        func value(_ policy: LiteralDecoder) -> Double {
            let literal = literal(
                logits(policy, batch), reference, batch.scoredTokens, temperature: Double(temperature))
            let parts = [
                (literal.logProbabilities, weights.0), (literal.entropies, weights.1), (literal.divergences, weights.2),
            ]
            return parts.reduce(0) { $0 + zip($1.0, $1.1).reduce(0) { $0 + $1.0 * Double($1.1) } }
        }
        var generator = Xoshiro256StarStar(seed: 5)
        for parameter in parameters.all {
            // The slope in a direction in which every number of the parameter moves.
            let direction = (0..<parameter.shape.count).map { _ in generator.normal() }
            let terms = zip(gradient[parameter].values, direction).map { Double($0) * $1 }
            let (slope, size) = (terms.reduce(0, +), terms.map(abs).reduce(0, +))
            let step = 1e-5
            let ends = [step, -step].map { length -> Double in
                var moved = policy
                moved.numbers[parameter.name] = zip(policy.numbers[parameter.name]!, direction).map { $0 + length * $1 }
                return value(moved)
            }
            let difference = (ends[0] - ends[1]) / (2 * step)
            #expect(abs(slope - difference) < 1e-5 * max(1, size), "\(parameter.name): \(slope) for \(difference)")
        }
    }

    @Test func `a policy does not diverge from itself, to the last bit`() {
        let (decoder, parameters) = Examples.decoder(Examples.settings[0])
        let batch = Examples.batch(decoder.settings)
        let scores = decoder.scores(
            batch, on: Tape(parameters), reference: decoder.reading(batch, with: parameters))
        #expect(scores.divergences?.values.allSatisfy { $0 == 0 } == true)
        #expect(scores.referenceLogProbabilities == scores.logProbabilities.values)
    }

    @Test func `a row of logits costs the same memory, however long the vocabulary and the batch`() async {
        // In a process of its own, since all tests share the pool.
        await #expect(processExitsWith: .success) {
            let settings = Decoder.Settings(
                vocabulary: 60_000, features: 4, layers: 1, heads: 1, feedForward: .swiGLU(hidden: 4),
                initialization: Decoder.Initialization(drawsBiases: false))
            var taken: [Int] = []
            for length in [40, 400] {
                var unused = SplitMix64(seed: 1)
                var parameters = Parameters()
                let decoder = Decoder(settings, in: &parameters, using: &unused)
                let tape = Tape(parameters)
                let batch = TokenBatch([TokenGroup(prompt: [1], completions: [[Int](repeating: 2, count: length)])])
                let before = MemoryPool.shared.bytesFromSystem
                let scores = decoder.scores(batch, on: tape)
                _ = tape.gradient(of: tape.sum(scores.logProbabilities))
                taken.append(MemoryPool.shared.bytesFromSystem - before)
            }
            // All logits of the longer batch would be 96 MB.
            try #require(taken[0] < 16_000_000 && taken[1] < 32_000_000)
        }
    }

    @Test func `tokens outside the vocabulary are refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let (decoder, parameters) = Examples.decoder(Examples.settings[0])
            let batch = TokenBatch([TokenGroup(prompt: [1], completions: [[19]])])
            _ = decoder.scores(batch, on: Tape(parameters))
        }
        expectMessage("scores: 1×32 can not be 1 of 19 tokens at a temperature of 1.0", in: result)
    }
}
