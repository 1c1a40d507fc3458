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

extension Decoder {
    /// Log-probabilities, entropies and divergences of a batch's scored tokens, all three with their gradients.
    ///
    /// Logits are computed only where a token is scored, some rows at a time, and again on the way back: memory does not grow
    /// with vocabulary × length.
    ///
    /// - Parameters:
    ///   - temperature: logits are divided by it; above 0.
    ///   - reference: what a reference made of the same batch, for exact divergences.
    public func scores(
        _ batch: TokenBatch, on tape: Tape, temperature: Float = 1, reference: ReferenceReading? = nil
    ) -> Scores {
        let hidden = tape.rows(of: self(batch, on: tape), at: batch.scoredRows)
        return tape.scores(
            hidden, of: batch.scoredTokens, head: head, temperature: temperature, reference: reference)
    }

    /// What these parameters make of a batch, for ``scores(_:on:temperature:reference:)`` of others.
    public func reading(_ batch: TokenBatch, with parameters: Parameters) -> ReferenceReading {
        reading(batch, on: Tape(parameters, recording: false))
    }

    /// log p of a batch's scored tokens.
    public func logProbabilities(_ batch: TokenBatch, with parameters: Parameters, temperature: Float = 1) -> [Float] {
        scores(batch, on: Tape(parameters, recording: false), temperature: temperature).logProbabilities.values
    }

    func reading(_ batch: TokenBatch, on tape: Tape) -> ReferenceReading {
        let hidden = tape.rows(of: self(batch, on: tape), at: batch.scoredRows)
        return ReferenceReading(hidden: tape.node(of: hidden).values, parameters: tape.parameters, decoder: self)
    }
}
