import Autodiff
public import Checkpoints
import DeterministicMath
import Transformers

/// A line of `train logits`: tokens that are read, and others whose log-probabilities after them are wanted.
///
/// `{"prompt_ids": [1, 2], "completion_ids": [3]}` in; `{"top_ids", "top_logits", "logsumexp", "logprobs"}` out.
public struct LogitLine: Decodable, Sendable {
    let prompt_ids: [Int]
    let completion_ids: [Int]?

    /// What is answered.
    public struct Answer: Encodable, Sendable {
        /// The tokens with the 20 largest logits after the prompt, the largest first; of equals the one with the smaller number.
        public let top_ids: [Int]
        /// Their logits.
        public let top_logits: [Float]
        /// log Σ exp of all logits after the prompt.
        public let logsumexp: Double
        /// log p of each token of the completion, at temperature 1.
        public let logprobs: [Float]
    }

    /// What the model makes of the tokens.
    ///
    /// - Throws: ``ChatModelError`` for no prompt, or a token that the model does not have.
    public func answer(by checkpoint: Checkpoint) throws(ChatModelError) -> Answer {
        let (decoder, completion) = (checkpoint.decoder, completion_ids ?? [])
        guard !prompt_ids.isEmpty else { throw .tokens("prompt_ids is empty; there must be something to read") }
        let vocabulary = decoder.settings.vocabulary
        if let odd = (prompt_ids + completion).first(where: { !(0..<vocabulary).contains($0) }) {
            throw .tokens("token \(odd) is not one of the model's, 0 to \(vocabulary - 1)")
        }
        let tape = Tape(checkpoint.parameters, recording: false)
        let hidden = decoder(TokenBatch([TokenGroup(prompt: prompt_ids, completions: [])]), on: tape)
        let logits = decoder.logits(tape.rows(of: hidden, at: [prompt_ids.count - 1]), on: tape).values
        let order = logits.indices.sorted { (-logits[$0], $0) < (-logits[$1], $1) }.prefix(20)
        let largest = Double(logits[order[0]])
        let group = TokenGroup(prompt: prompt_ids, completions: completion.isEmpty ? [] : [completion])
        return Answer(
            top_ids: Array(order), top_logits: order.map { logits[$0] },
            logsumexp: largest + log(logits.map { exp(Double($0) - largest) }.sum()),
            logprobs: completion.isEmpty
                ? [] : decoder.logProbabilities(TokenBatch([group]), with: checkpoint.parameters))
    }
}
