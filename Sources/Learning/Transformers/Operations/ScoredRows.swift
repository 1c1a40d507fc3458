import Autodiff

/// The weight that turns rows of the stream into logits, as a matrix of features × vocabulary.
struct HeadWeight: Sendable {
    let weight: Parameter
    let bias: Parameter?
    /// Whether the parameter is vocabulary × features: the token table.
    let isTable: Bool

    var vocabulary: Int { isTable ? weight.shape.rows : weight.shape.features }
    var features: Int { isTable ? weight.shape.features : weight.shape.rows }

    /// The head of a decoder: its own weight, or the token table.
    init(of decoder: Decoder) {
        (weight, bias, isTable) =
            decoder.ownHead.map { ($0.weight, $0.bias, false) } ?? (decoder.table, nil, true)
    }

    func matrix(_ parameters: UnsafePointer<Float>) -> Matrix {
        let stored = Matrix(parameters, rows: weight.shape.rows, columns: weight.shape.features)
        return isTable ? stored.transposed : stored
    }
}

/// Some rows of the stream with the logits that the head makes of them, of which no more than a chunk is ever in memory.
private struct ScoredRows {
    let hidden: Storage
    let head: HeadWeight
    let temperature: Float
    /// Where the parameters are.
    let weight: UnsafePointer<Float>
    let bias: UnsafePointer<Float>?
    let kernels: Kernels

    /// So many logits are in memory, if that makes enough rows: each chunk reads the whole head, which takes as long as to compute
    /// some twenty rows.
    private static let chunk = 1 << 20
    private static let fewestRows = 96

    static func chunks(of rows: Int, vocabulary: Int) -> [Range<Int>] {
        let size = max(fewestRows, chunk / vocabulary)
        return stride(from: 0, to: rows, by: size).map { $0..<min($0 + size, rows) }
    }

    /// Rows of the stream.
    func rows(_ rows: Range<Int>) -> Matrix {
        Matrix(hidden.floats + rows.lowerBound * head.features, rows: rows.count, columns: head.features)
    }

    /// The logits of some rows, in the room given for them, and their statistics.
    func logits(_ rows: Range<Int>, in room: Storage) -> LogitStatistics {
        kernels.multiply(
            self.rows(rows), head.matrix(weight),
            into: MutableMatrix(room.floats, rows: rows.count, columns: head.vocabulary),
            from: bias.map { .row($0) } ?? .zero)
        return LogitStatistics(
            of: room.floats, rows: rows.count, columns: head.vocabulary, temperature: temperature, kernels: kernels)
    }
}

extension Tape {
    fileprivate func scoredRows(_ hidden: Storage, _ head: HeadWeight, temperature: Float) -> ScoredRows {
        ScoredRows(
            hidden: hidden, head: head, temperature: temperature, weight: floats(of: head.weight),
            bias: head.bias.map { floats(of: $0) }, kernels: kernels)
    }

    /// Log-probabilities, entropies and divergences of the tokens that follow these rows, one operation.
    func scores(
        _ hidden: Variable, of tokens: [Int], head: HeadWeight, trainsHead: Bool = true, temperature: Float,
        reference: ReferenceReading?
    ) -> Scores {
        guard hidden.shape == [tokens.count, head.features], temperature > 0,
            tokens.allSatisfy({ 0 <= $0 && $0 < head.vocabulary })
        else {
            trap(
                ShapeError(
                    "scores", hidden.shape,
                    "can not be \(tokens.count) of \(head.vocabulary) tokens at a temperature of \(temperature)"))
        }
        let input = node(of: hidden)
        let policy = scoredRows(input.values, head, temperature: temperature)
        let other = reference.map { reading in
            // Its parameters are read where they are; the closure below keeps the reading, and with it them.
            Tape(reading.parameters, recording: false, kernels: kernels).scoredRows(
                reading.hidden, HeadWeight(of: reading.decoder), temperature: temperature)
        }
        guard other.map({ $0.hidden.count == input.values.count && $0.head.vocabulary == head.vocabulary }) ?? true
        else { trap(ShapeError("scores", hidden.shape, "is not what the reference has read")) }

        let (room, otherRoom) = rooms(of: tokens.count, head, hasReference: other != nil)
        let logProbabilities = Storage(count: tokens.count)
        let entropies = Storage(count: tokens.count)
        let divergences = Storage(count: other == nil ? 0 : tokens.count)
        var referenceLogProbabilities = other.map { _ in [Float]() }
        for rows in ScoredRows.chunks(of: tokens.count, vocabulary: head.vocabulary) {
            let logits = policy.logits(rows, in: room)
            for (place, row) in rows.enumerated() {
                logProbabilities.floats[row] = logits.logProbability(row: place, of: tokens[row])
                entropies.floats[row] = logits.entropy(row: place)
            }
            guard let other else { continue }
            let others = other.logits(rows, in: otherRoom)
            for (place, divergence) in kernels.diverge(logits, from: others, shift: logits.shift(from: others))
                .enumerated()
            {
                divergences.floats[rows.lowerBound + place] = divergence
                referenceLogProbabilities?.append(
                    others.logProbability(row: place, of: tokens[rows.lowerBound + place]))
            }
        }

        let shape: Shape = [tokens.count]
        let outputs = record(
            [(logProbabilities, shape), (entropies, shape), (divergences, [divergences.count])], needsGradient: true
        ) { tape, gradients in
            _ = reference
            let slopes = ScoreSlopes(
                logProbabilities: gradients[0], entropies: gradients[1], divergences: gradients[2],
                values: (entropies, divergences))
            let hiddenGradient = tape.scoresGradient(
                // The reference's logits matter again only where the loss asks how far they are.
                tape.scoredRows(input.values, head, temperature: temperature),
                from: gradients[2] == nil ? nil : other, of: tokens, slopes, trainsHead: trainsHead)
            input.receive(hiddenGradient)
        }
        return Scores(
            logProbabilities: outputs[0], entropies: outputs[1], divergences: other == nil ? nil : outputs[2],
            referenceLogProbabilities: referenceLogProbabilities)
    }

    private func rooms(of rows: Int, _ head: HeadWeight, hasReference: Bool) -> (Storage, Storage) {
        let longest = ScoredRows.chunks(of: rows, vocabulary: head.vocabulary).first?.count ?? 0
        let room = Storage(count: longest * head.vocabulary)
        return (room, hasReference ? Storage(count: room.count) : room)
    }

    /// Adds to the head's gradient; returns that of the rows.
    private func scoresGradient(
        _ policy: ScoredRows, from other: ScoredRows?, of tokens: [Int], _ slopes: ScoreSlopes, trainsHead: Bool
    ) -> Storage {
        let head = policy.head
        let result = Storage(count: tokens.count * head.features)
        let (room, otherRoom) = rooms(of: tokens.count, head, hasReference: other != nil)
        let weightGradient = (trainsHead ? gradientFloats(ifLearnt: head.weight) : nil).map {
            MutableMatrix($0, rows: head.weight.shape.rows, columns: head.weight.shape.features)
        }
        for rows in ScoredRows.chunks(of: tokens.count, vocabulary: head.vocabulary) {
            let logits = policy.logits(rows, in: room)
            let others = other?.logits(rows, in: otherRoom)
            slopes.apply(to: logits, from: others, rows: rows, tokens: Array(tokens[rows]), kernels)
            let gradient = Matrix(room.floats, rows: rows.count, columns: head.vocabulary)
            kernels.multiply(
                gradient, head.matrix(policy.weight).transposed,
                into: MutableMatrix(
                    result.floats + rows.lowerBound * head.features, rows: rows.count, columns: head.features))
            guard let weightGradient else { continue }
            if head.isTable {
                kernels.multiply(
                    gradient.transposed, policy.rows(rows), into: weightGradient, from: .result, inBlocks: false)
            } else {
                kernels.multiply(
                    policy.rows(rows).transposed, gradient, into: weightGradient, from: .result, inBlocks: false)
            }
            if let bias = head.bias { kernels.addRows(gradient, to: gradientFloats(of: bias)) }
        }
        return result
    }
}

extension LogitStatistics {
    /// log Σ eᵘ of every row, less the reference's.
    fileprivate func shift(from others: LogitStatistics) -> [Float] {
        (0..<rows).map { logarithm(row: $0) - others.logarithm(row: $0) }
    }
}

/// The loss's slopes in the three numbers of every scored token.
private struct ScoreSlopes {
    let logProbabilities: Storage?
    let entropies: Storage?
    let divergences: Storage?
    let values: (entropies: Storage, divergences: Storage)

    /// Turns logits into their gradient.
    ///
    /// With p the softmax, log p = u - L: ∂ log p(token) is 1 at the token - p; ∂H is -p (log p + H); ∂KL is p (log p - log q - KL).
    func apply(
        to logits: LogitStatistics, from others: LogitStatistics?, rows: Range<Int>, tokens: [Int], _ kernels: Kernels
    ) {
        let shift = others.map { logits.shift(from: $0) }
        var (choice, level, tilt, pull): ([Float], [Float], [Float], [Float]) = ([], [], [], [])
        for (place, row) in rows.enumerated() {
            let a = logProbabilities?.floats[row] ?? 0
            let b = entropies?.floats[row] ?? 0
            let c = shift == nil ? 0 : divergences?.floats[row] ?? 0
            choice.append(a)
            var sum = -a - b * (values.entropies.floats[row] - logits.logarithm(row: place))
            if let shift { sum -= c * (shift[place] + values.divergences.floats[row]) }
            level.append(sum)
            tilt.append(-b)
            pull.append(c)
        }
        kernels.scoreGradient(
            logits, from: others, choices: tokens, choice: choice, level: level, tilt: tilt, pull: pull)
    }
}
