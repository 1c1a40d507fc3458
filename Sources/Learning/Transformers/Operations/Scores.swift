public import Autodiff

/// What a decoder makes of the tokens that are scored, in the order of ``TokenBatch/scoredTokens``.
public struct Scores {
    /// log p(token), at the temperature.
    public let logProbabilities: Variable
    /// -Σ p log p of the distribution that the token was one of, in nats.
    public let entropies: Variable
    /// Σ p log(p / q), the exact Kullback-Leibler divergence from the reference's distribution q, in nats; nil without a
    /// reference.
    public let divergences: Variable?
    /// log q(token); nil without a reference.
    public let referenceLogProbabilities: [Float]?
}

/// What a reference model makes of a batch: the rows that its head would read. It has no gradient.
public struct ReferenceReading: Sendable {
    let hidden: Storage
    let parameters: Parameters
    let decoder: Decoder
}

/// What the lowest layers make of a batch. Where they are frozen, it is computed once, for policy and reference alike, and nothing
/// goes back through it.
public struct Trunk: Sendable {
    /// rows × features.
    let stream: Storage
    let layers: Int
}

extension Decoder {
    /// The stream of a batch after the lowest layers.
    public func trunk(of batch: TokenBatch, layers count: Int, with parameters: Parameters) -> Trunk {
        let tape = Tape(parameters, recording: false)
        let x = stream(embedding(batch.tokens, on: tape), batch.packing, through: layers[..<count], on: tape)
        return Trunk(stream: tape.node(of: x).values, layers: count)
    }

    /// What the head reads where a token is scored.
    private func scored(_ batch: TokenBatch, above trunk: Trunk?, on tape: Tape) -> Variable {
        guard let trunk else { return tape.rows(of: self(batch, on: tape), at: batch.scoredRows) }
        let x = tape.record(trunk.stream, [batch.packing.rows, settings.features], needsGradient: false) { _, _ in }
        let top = stream(x, batch.packing, through: layers[trunk.layers...], on: tape)
        return tape.rows(of: norm(top, on: tape), at: batch.scoredRows)
    }

    /// Log-probabilities, entropies and divergences of a batch's scored tokens, all three with their gradients.
    ///
    /// Logits are computed only where a token is scored, some rows at a time, and again on the way back: memory does not grow
    /// with vocabulary × length.
    ///
    /// - Parameters:
    ///   - temperature: logits are divided by it; above 0.
    ///   - reference: what a reference made of the same batch, for exact divergences.
    ///   - trunk: what frozen layers made of the batch: then only the layers above it, the last norm, and a head of its own have
    ///     gradients, with the same bits; the token table has none.
    public func scores(
        _ batch: TokenBatch, on tape: Tape, temperature: Float = 1, reference: ReferenceReading? = nil,
        above trunk: Trunk? = nil
    ) -> Scores {
        tape.scores(
            scored(batch, above: trunk, on: tape), of: batch.scoredTokens, head: HeadWeight(of: self),
            trainsHead: trunk == nil || ownHead != nil, temperature: temperature, reference: reference)
    }

    /// What these parameters make of a batch, for ``scores(_:on:temperature:reference:)`` of others.
    public func reading(
        _ batch: TokenBatch, with parameters: Parameters, above trunk: Trunk? = nil
    ) -> ReferenceReading {
        reading(batch, above: trunk, on: Tape(parameters, recording: false))
    }

    /// log p of a batch's scored tokens.
    public func logProbabilities(_ batch: TokenBatch, with parameters: Parameters, temperature: Float = 1) -> [Float] {
        scores(batch, on: Tape(parameters, recording: false), temperature: temperature).logProbabilities.values
    }

    func reading(_ batch: TokenBatch, above trunk: Trunk? = nil, on tape: Tape) -> ReferenceReading {
        let hidden = scored(batch, above: trunk, on: tape)
        return ReferenceReading(hidden: tape.node(of: hidden).values, parameters: tape.parameters, decoder: self)
    }
}
