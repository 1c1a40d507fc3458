public import Autodiff
import DeterministicMath

extension Decoder {
    /// The logits of what follows the next position of every row, which the memory takes up.
    ///
    /// They have the same bits as those of the whole sequences, read at once.
    ///
    /// - Parameters:
    ///   - x: rows × features, the embeddings of one position of every row of the memory.
    ///   - tape: one that does not record.
    /// - Returns: rows × vocabulary.
    public func next(_ x: Variable, _ memory: DecoderMemory, on tape: Tape) -> Variable {
        logits(MemoryReading(decoder: self, memory: memory, tape: tape).next(x), on: tape)
    }

    /// The logits of what follows these tokens, one for every row of the memory.
    public func next(_ tokens: [Int], _ memory: DecoderMemory, on tape: Tape) -> Variable {
        next(embedding(tokens, on: tape), memory, on: tape)
    }

    /// Completions of prompts, several of each, written side by side.
    ///
    /// Every prompt is read once. A completion has a generator of its own, whose seed is the next word of `generator`, prompt by
    /// prompt and completion by completion: neither threads nor other completions change it. Log-probabilities have the bits that
    /// ``scores(_:on:temperature:reference:)`` gives the same tokens.
    ///
    /// - Parameters:
    ///   - prompts: none empty.
    ///   - each: how many completions of each prompt.
    ///   - limit: the most tokens of a completion.
    ///   - stops: the tokens that end a completion.
    ///   - threads: how many parts of the prompts are worked on at the same time at most.
    /// - Returns: the completions of each prompt.
    public func completions(
        of prompts: [[Int]], each: Int, limit: Int, stops: Set<Int>, sampler: Sampler, with parameters: Parameters,
        threads: Int = .max, using generator: inout some RandomNumberGenerator
    ) async -> [[Completion]] {
        require(prompts.allSatisfy { !$0.isEmpty }, "a prompt without tokens can not be completed")
        require(each > 0 && limit > 0, "\(each) completions of at most \(limit) tokens")
        let seeds = prompts.map { _ in (0..<each).map { _ in generator.next() } }
        // So many parts that neither one thread nor two wait long, each with enough rows.
        let size = max(1, min((prompts.count + 3) / 4, (64 + each - 1) / each))
        let parts = stride(from: 0, to: prompts.count, by: size).map { $0..<min($0 + size, prompts.count) }
        let head = TurnedHead(of: self, with: parameters)
        let written = await concurrently(parts.count, threads: threads) { part in
            var sampling = Sampling(
                decoder: self, prompts: Array(prompts[parts[part]]), seeds: Array(seeds[parts[part]]), limit: limit,
                stops: stops, sampler: sampler, head: head, tape: Tape(parameters, recording: false))
            return sampling.run()
        }
        return written.flatMap { $0 }
    }

    /// One completion of a prompt, whose tokens are told one by one, as soon as they are chosen.
    ///
    /// - Parameters:
    ///   - seed: decides the completion.
    ///   - tell: called with each token, the one that ends the completion included.
    public func completion(
        of prompt: [Int], limit: Int, stops: Set<Int>, sampler: Sampler, with parameters: Parameters, seed: UInt64,
        tell: @escaping (_ token: Int) -> Void
    ) -> Completion {
        require(!prompt.isEmpty && limit > 0, "a prompt without tokens, or a completion without any")
        var sampling = Sampling(
            decoder: self, prompts: [prompt], seeds: [[seed]], limit: limit, stops: stops, sampler: sampler,
            head: TurnedHead(of: self, with: parameters), tape: Tape(parameters, recording: false), tell: tell)
        return sampling.run()[0][0]
    }
}
