public import Autodiff
public import Transformers

extension Decoder {
    /// The mean over labels of -log p(token | tokens before it in its context), in nats, and its gradient.
    ///
    /// What is no label is read, and nothing is learnt from it. Before a context's first token is nothing that it could be told
    /// from: it is only read.
    ///
    /// - Parameters:
    ///   - shards: in how many parts the contexts are computed: the same on every machine.
    ///   - threads: how many of them at the same time; the numbers do not depend on it.
    public func likelihood(
        of contexts: [PackedContexts.Context], with parameters: Parameters, shards: Int = 8, threads: Int = .max
    ) async -> (loss: Double, gradient: Gradient) {
        let batches = TokenBatch(contexts.map { TokenGroup(prompt: [], completions: [$0.tokens]) }).shards(shards)
        var rest = contexts[...]
        let labels = batches.map { batch in
            defer { rest = rest.dropFirst(batch.groups.count) }
            return rest.prefix(batch.groups.count).flatMap { $0.isLabel.dropFirst() }
        }
        let scale = -1 / Float(max(1, labels.joined().count(where: \.self)))
        let (loss, gradient) = await parameters.gradient(shards: batches.count, threads: threads, combining: .sum) {
            tape, shard in
            let isCounted = labels[shard].map { $0 ? Float(1) : 0 }
            return tape.sum(scores(batches[shard], on: tape).logProbabilities * isCounted) * scale
        }
        return (Double(loss), gradient)
    }
}
