import Autodiff
import DeterministicMath
import TestSupport
import Testing

@testable import Transformers

@Suite struct SamplingTests {
    private let prompts = [[1, 2, 3], [4], [5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 2, 2, 5, 1], [1, 2]]

    private func completions(
        _ settings: Decoder.Settings, prompts: [[Int]]? = nil, each: Int = 5, sampler: Sampler = Sampler(),
        threads: Int = 1, seed: UInt64 = 3
    ) async -> [[Completion]] {
        let (decoder, parameters) = Examples.decoder(settings)
        var generator = Xoshiro256StarStar(seed: seed)
        return await decoder.completions(
            of: prompts ?? self.prompts, each: each, limit: 20, stops: [0, 3], sampler: sampler, with: parameters,
            threads: threads, using: &generator)
    }

    @Test(arguments: Examples.settings)
    func `log-probabilities while sampling have the bits of the update's`(settings: Decoder.Settings) async {
        let (decoder, parameters) = Examples.decoder(settings)
        let written = await completions(settings, sampler: Sampler(temperature: 0.9))
        let batch = TokenBatch(
            zip(prompts, written).map { TokenGroup(prompt: $0, completions: $1.map(\.tokens)) })
        let all = written.flatMap { $0 }
        #expect(decoder.logProbabilities(batch, with: parameters) == all.flatMap(\.logProbabilities))
        #expect(
            decoder.logProbabilities(batch, with: parameters, temperature: 0.9)
                == all.flatMap(\.temperedLogProbabilities))
    }

    @Test func `neither threads nor neighbours change a completion`() async {
        let settings = Examples.settings[0]
        let alone = await completions(settings)
        #expect(await completions(settings, threads: 2) == alone)
        let first = await completions(settings, prompts: [prompts[0]])
        #expect(first[0] == alone[0])
    }

    @Test func `a completion ends with a stop token or at the limit`() async {
        let written = await completions(Examples.settings[0], each: 40).flatMap { $0 }
        #expect(Set(written.map(\.isStopped)) == [true, false])
        for completion in written {
            #expect(completion.isStopped == [0, 3].contains(completion.tokens.last!))
            #expect(completion.isStopped || completion.tokens.count == 20)
            #expect(!completion.tokens.dropLast().contains { [0, 3].contains($0) })
        }
    }

    @Test func `tokens come as often as their probabilities say`() async {
        let settings = Examples.settings[2]
        let (decoder, parameters) = Examples.decoder(settings)
        var generator = Xoshiro256StarStar(seed: 3)
        let sampler = Sampler(temperature: 0.8)
        let written = await decoder.completions(
            of: [[1, 2]], each: 20_000, limit: 1, stops: [], sampler: sampler, with: parameters, using: &generator)
        let tape = Tape(parameters, recording: false)
        let logits = decoder.logits(
            decoder(TokenBatch([TokenGroup(prompt: [1, 2], completions: [])]), on: tape), on: tape)
        let expected = softmax(logits.values[7...].map { Double($0) / 0.8 })
        for (token, probability) in expected.enumerated() {
            let share = Double(written[0].count { $0.tokens == [token] }) / 20_000
            #expect(abs(share - probability) < 4 * (probability * (1 - probability) / 20_000).squareRoot() + 1e-9)
        }
    }

    @Test func `greedy choices are the most probable, whatever the seed`() async {
        let settings = Examples.settings[0]
        let greedy = await completions(settings, each: 2, sampler: .greedy)
        #expect(await completions(settings, each: 2, sampler: .greedy, seed: 9) == greedy)
        let (decoder, parameters) = Examples.decoder(settings)
        let tape = Tape(parameters, recording: false)
        for (prompt, completions) in zip(prompts, greedy) {
            var tokens = prompt
            for token in completions[0].tokens {
                let batch = TokenBatch([TokenGroup(prompt: tokens, completions: [])])
                let logits = decoder.logits(decoder(batch, on: tape), on: tape).values.suffix(settings.vocabulary)
                #expect(token == logits.firstIndex(of: logits.max()!)! - logits.startIndex)
                tokens.append(token)
            }
        }
    }

    @Test func `a prompt without tokens is refused`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = await SamplingTests().completions(Examples.settings[0], prompts: [[1], []])
        }
        expectMessage("a prompt without tokens can not be completed", in: result)
    }
}
