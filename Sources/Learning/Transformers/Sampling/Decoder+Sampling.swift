public import Autodiff
import DeterministicMath

extension Decoder {
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
        let written = await concurrently(parts.count, threads: threads) { part in
            var sampling = Sampling(
                decoder: self, prompts: Array(prompts[parts[part]]), seeds: Array(seeds[parts[part]]), limit: limit,
                stops: stops, sampler: sampler, tape: Tape(parameters, recording: false))
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
            tape: Tape(parameters, recording: false), tell: tell)
        return sampling.run()[0][0]
    }
}

/// Prompts whose completions are written side by side.
struct Sampling {
    private let decoder: Decoder
    private let prompts: [[Int]]
    private let each: Int
    private let limit: Int
    private let stops: Set<Int>
    private let sampler: Sampler
    private let tape: Tape
    private let memory: DecoderMemory
    private let tell: ((_ token: Int) -> Void)?
    private var completions: [Completion]
    private var generators: [SplitMix64]
    /// The completions that are not finished.
    private var active: [Int]

    init(
        decoder: Decoder, prompts: [[Int]], seeds: [[UInt64]], limit: Int, stops: Set<Int>, sampler: Sampler,
        tape: Tape,
        tell: ((_ token: Int) -> Void)? = nil
    ) {
        self.decoder = decoder
        self.prompts = prompts
        self.limit = limit
        self.stops = stops
        self.sampler = sampler
        self.tape = tape
        self.tell = tell
        each = seeds[0].count
        generators = seeds.joined().map { SplitMix64(seed: $0) }
        completions = generators.map { _ in Completion() }
        active = Array(completions.indices)
        memory = DecoderMemory(
            of: decoder, rowsOfGroups: seeds.map(\.count), prompts: prompts.map(\.count), capacity: limit)
    }

    /// The completions of each prompt.
    mutating func run() -> [[Completion]] {
        // All completions of a prompt begin with its logits.
        let each = each
        choose(from: decoder.read(prompts, into: memory, on: tape), row: { $0 / each })
        while !active.isEmpty {
            let tokens = active.map { completions[$0].tokens[completions[$0].tokens.count - 1] }
            choose(
                from: decoder.nextHidden(decoder.embedding(tokens, on: tape), memory, on: tape), row: { $0 })
        }
        return stride(from: 0, to: completions.count, by: each).map { Array(completions[$0..<$0 + each]) }
    }

    /// Chooses the next token of every active completion, given where its row of the stream is, and lets those that are finished
    /// leave.
    private mutating func choose(from hidden: Variable, row: (Int) -> Int) {
        let logits = tape.node(of: decoder.logits(hidden, on: tape)).values
        let (rows, columns) = (hidden.shape.rows, decoder.settings.vocabulary)
        let plain = LogitStatistics(
            of: logits.floats, rows: rows, columns: columns, temperature: 1, kernels: tape.kernels)
        let temperature = sampler.isGreedy ? 1 : sampler.temperature
        let tempered =
            temperature == 1
            ? plain
            : LogitStatistics(
                of: logits.floats, rows: rows, columns: columns, temperature: temperature, kernels: tape.kernels)
        let probabilities = Storage(count: rows * columns)
        tape.kernels.softmax(
            Matrix(logits.floats, rows: rows, columns: columns),
            into: MutableMatrix(probabilities.floats, rows: rows, columns: columns), scale: 1 / temperature,
            visible: columns)
        var kept: [Int] = []
        for (place, number) in active.enumerated() {
            let row = row(place)
            let token = sampler.choose(
                from: UnsafeBufferPointer(start: probabilities.floats + row * columns, count: columns),
                using: &generators[number])
            completions[number].tokens.append(token)
            tell?(token)
            completions[number].logProbabilities.append(plain.logProbability(row: row, of: token))
            completions[number].temperedLogProbabilities.append(tempered.logProbability(row: row, of: token))
            completions[number].isStopped = stops.contains(token)
            if !completions[number].isStopped, completions[number].tokens.count < limit { kept.append(place) }
        }
        memory.keep(kept)
        active = kept.map { active[$0] }
    }
}
