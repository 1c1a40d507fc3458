import Autodiff
import DeterministicMath
import Testing
import Trajectories
import Transformers

struct PackedContextsLikelihoodTests {
    static func decoder(_ parameters: inout Parameters) -> Decoder {
        var generator = Xoshiro256StarStar(seed: 4)
        return Decoder(
            Decoder.Settings(vocabulary: 12, features: 16, layers: 1, heads: 2, feedForward: .swiGLU(hidden: 16)),
            in: &parameters, using: &generator)
    }

    let documents = [
        TokenDocument([1, 2, 3, 4], prompt: 2), TokenDocument([5, 6, 7, 8, 9, 10], prompt: 3), TokenDocument([11, 3]),
    ]

    @Test func `the loss is the mean over the labels alone, in as many parts as one likes`() async {
        var parameters = Parameters()
        let decoder = Self.decoder(&parameters)
        let contexts = PackedContexts(documents, length: 5).contexts
        let scores = contexts.map { context in
            decoder.logProbabilities(
                TokenBatch([TokenGroup(prompt: [], completions: [context.tokens])]), with: parameters)
        }
        let nats = zip(contexts, scores).flatMap { context, scores in
            zip(context.isLabel.dropFirst(), scores).filter { $0.0 }.map { -Double($0.1) }
        }
        // Tokens 3, 4; 8, 9, 10; and 3: 11 is the first of its context, with nothing before it.
        #expect(nats.count == 6)
        for shards in [1, 2, 3] {
            let found = await decoder.likelihood(of: contexts, with: parameters, shards: shards)
            #expect(abs(found.loss - nats.mean()) < 1e-6)
        }
    }

    @Test func `what is no label is not learnt`() async {
        var parameters = Parameters()
        let decoder = Self.decoder(&parameters)
        let contexts = PackedContexts([TokenDocument([1, 2, 3, 4], prompt: 4)], length: 8).contexts
        let found = await decoder.likelihood(of: contexts, with: parameters)
        #expect(found.loss == 0 && found.gradient.norm == 0)
    }
}
