public import Autodiff
import DeterministicMath
public import Transformers

extension Objective {
    /// The gradient of the objective at a rollout.
    ///
    /// Each prompt is read once, and logits are computed only where a completion is. The rollout is computed in parts of whole
    /// groups with the weights of the whole; however many parts, the gradient is the same but for rounding, and however many
    /// threads, it is the same to the last bit.
    ///
    /// - Parameters:
    ///   - decoder: the model.
    ///   - policy: its parameters now.
    ///   - reference: its parameters once; needed by ``Surrogate/reference`` and every penalty, and measured against if given.
    ///   - rollout: completions that this policy wrote, or an earlier one.
    ///   - advantages: one for each completion.
    ///   - included: which completions count; all without it.
    ///   - temperature: of the policy whose log-probabilities are trained. The original trains those at 1, whatever temperature
    ///     samples; the sampler's own makes both the same policy.
    ///   - frozenLayers: how many of the lowest layers are not trained, and with them a token table, which then has no gradient.
    ///   - shards: how many parts there are at most.
    ///   - threads: how many of them are computed at the same time.
    ///   - peers: processes that share the parts; without them this one computes all.
    public func update(
        of decoder: Decoder, _ policy: Parameters, reference: Parameters?, from rollout: Rollout, advantages: [Double],
        included: [Bool]? = nil, temperature: Float = 1, frozenLayers: Int = 0, shards: Int = 8, threads: Int = .max,
        among peers: (any Peers)? = nil
    ) async -> Update {
        let all = Part.parts(of: rollout, shards: shards)
        let parts = Array(all[peers?.share(of: all.count) ?? all.indices])
        let whole = CompletionBatch(
            lengths: rollout.lengths, advantages: advantages,
            weights: aggregation.weights(lengths: rollout.lengths, included: included),
            sampled: rollout.completions.flatMap {
                temperature == 1 ? $0.logProbabilities : $0.temperedLogProbabilities
            })
        let trunks = await trunks(of: parts, decoder, policy, layers: frozenLayers, threads: threads)
        let readings = await readings(of: parts, decoder, reference, above: trunks, threads: threads)
        var (gradient, findings) = (Gradient(zerosFor: policy), [[Double]]())
        if !parts.isEmpty {
            (_, gradient, findings) = await policy.gradient(shards: parts.count, threads: threads, combining: .sum) {
                tape, shard in
                let scores = decoder.scores(
                    parts[shard].tokens, on: tape, temperature: temperature, reference: readings[shard],
                    above: trunks[shard])
                var batch = whole[parts[shard].completions]
                batch.reference = scores.referenceLogProbabilities ?? []
                return objective(scores, batch, on: tape)
            }
        }
        if let peers { (gradient, findings) = peers.total(gradient, of: policy, findings, ofParts: all.count) }
        let tokens = Double(whole.tokenCount)
        func sum(_ finding: Finding) -> Double { findings.map { $0[finding.rawValue] }.reduce(0, +) }
        return Update(
            gradient: gradient, surrogate: sum(.surrogate), penalty: sum(.penalty),
            estimatedDivergence: reference.map { _ in sum(.estimatedDivergence) / tokens },
            divergence: reference.map { _ in sum(.divergence) / tokens }, entropy: sum(.entropy) / tokens,
            clippedShare: sum(.clippedTokens) / tokens)
    }

    /// What is measured of a part, in this order: sums over its tokens.
    private enum Finding: Int { case surrogate, penalty, clippedTokens, estimatedDivergence, divergence, entropy }

    /// Runs of whole groups, and which completions of all they hold.
    private struct Part: Sendable {
        let tokens: TokenBatch
        let completions: Range<Int>

        static func parts(of rollout: Rollout, shards: Int) -> [Part] {
            var first = 0
            return rollout.batch.shards(shards).map { tokens in
                defer { first += tokens.completionRanges.count }
                return Part(tokens: tokens, completions: first..<first + tokens.completionRanges.count)
            }
        }
    }

    private func trunks(
        of parts: [Part], _ decoder: Decoder, _ policy: Parameters, layers: Int, threads: Int
    ) async -> [Trunk?] {
        guard layers > 0 else { return [Trunk?](repeating: nil, count: parts.count) }
        return await concurrently(parts.count, threads: threads) {
            decoder.trunk(of: parts[$0].tokens, layers: layers, with: policy)
        }
    }

    private func readings(
        of parts: [Part], _ decoder: Decoder, _ reference: Parameters?, above trunks: [Trunk?], threads: Int
    ) async -> [ReferenceReading?] {
        guard let reference else { return [ReferenceReading?](repeating: nil, count: parts.count) }
        return await concurrently(parts.count, threads: threads) {
            decoder.reading(parts[$0].tokens, with: reference, above: trunks[$0])
        }
    }

    private func objective(
        _ scores: Scores, _ batch: CompletionBatch, on tape: Tape
    ) -> (loss: Variable, finding: [Double]) {
        let divergences = scores.divergences?.values
        let loss = loss(scores.logProbabilities.values, divergences: divergences, of: batch)
        var variable = tape.objective(scores.logProbabilities) { _ in (Float(loss.value), loss.gradient) }
        if penalty == .exact, let divergences = scores.divergences {
            // Its value is in the loss already; its gradient has a way of its own.
            let pull = tape.objective(divergences) { _ in (0, loss.divergenceGradient) }
            variable = variable + pull
        }
        let estimates = zip(scores.logProbabilities.values, batch.reference).map {
            KLPenalty.k3.term(policy: Double($0), reference: Double($1)).value
        }
        return (
            variable,
            [
                loss.surrogate, loss.penalty, Double(loss.clippedTokens), estimates.sum(),
                (divergences ?? []).map(Double.init).sum(), scores.entropies.values.map(Double.init).sum(),
            ]
        )
    }
}
