import Autodiff
import DeterministicMath

/// Prompts whose completions are written side by side.
struct Sampling {
    private let decoder: Decoder
    private let prompts: [[Int]]
    private let each: Int
    private let limit: Int
    private let stops: Set<Int>
    private let sampler: Sampler
    private let head: TurnedHead?
    private let tape: Tape
    private let reading: MemoryReading
    private let tell: ((_ token: Int) -> Void)?
    private var completions: [Completion]
    private var generators: [SplitMix64]
    /// The completions that are not finished.
    private var active: [Int]

    init(
        decoder: Decoder, prompts: [[Int]], seeds: [[UInt64]], limit: Int, stops: Set<Int>, sampler: Sampler,
        head: TurnedHead?, tape: Tape,
        tell: ((_ token: Int) -> Void)? = nil
    ) {
        self.decoder = decoder
        self.prompts = prompts
        self.limit = limit
        self.stops = stops
        self.sampler = sampler
        self.head = head
        self.tape = tape
        self.tell = tell
        each = seeds[0].count
        generators = seeds.joined().map { SplitMix64(seed: $0) }
        completions = generators.map { _ in Completion() }
        active = Array(completions.indices)
        let memory = DecoderMemory(
            of: decoder, rowsOfGroups: seeds.map(\.count), prompts: prompts.map(\.count), capacity: limit)
        reading = MemoryReading(decoder: decoder, memory: memory, tape: tape)
    }

    /// The completions of each prompt.
    mutating func run() -> [[Completion]] {
        // All completions of a prompt begin with its logits.
        let each = each
        choose(from: reading.read(prompts), row: { $0 / each })
        while !active.isEmpty {
            let tokens = active.map { completions[$0].tokens[completions[$0].tokens.count - 1] }
            choose(
                from: reading.next(decoder.embedding(tokens, on: tape)), row: { $0 })
        }
        return stride(from: 0, to: completions.count, by: each).map { Array(completions[$0..<$0 + each]) }
    }

    /// Chooses the next token of every active completion, given where its row of the stream is, and lets those that are finished
    /// leave.
    private mutating func choose(from hidden: Variable, row: (Int) -> Int) {
        let logits = head?.logits(hidden, on: tape) ?? tape.node(of: decoder.logits(hidden, on: tape)).values
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
        reading.memory.keep(kept)
        active = kept.map { active[$0] }
    }
}
