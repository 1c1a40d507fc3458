import DeterministicMath

extension Parameters {
    /// The mean of the losses and gradients of equal parts of a batch, computed at the same time.
    ///
    /// The number of shards, not of threads, decides the order of every sum: a machine with one core gets the same bits.
    ///
    /// ```swift
    /// let (loss, gradient) = await parameters.gradient(shards: 8) { tape, shard in
    ///     tape.crossEntropy(model.logits(batch[shard], length: 64, on: tape), targets[shard])
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - shards: how many parts there are; the same on every machine.
    ///   - threads: how many parts are computed at the same time at most, if there are as many cores.
    ///   - loss: the mean loss of a part, computed on its tape.
    public func gradient(
        shards: Int, threads: Int = .max, of loss: @escaping @Sendable (_ tape: Tape, _ shard: Int) -> Variable
    ) async -> (loss: Float, gradient: Gradient) {
        await gradient(shards: shards, threads: threads, kernels: .widest, of: loss)
    }

    func gradient(
        shards: Int, threads: Int, kernels: Kernels,
        of loss: @escaping @Sendable (_ tape: Tape, _ shard: Int) -> Variable
    ) async -> (loss: Float, gradient: Gradient) {
        require(shards > 0 && threads > 0, "\(shards) shards on \(threads) threads")
        let workers = min(shards, threads)
        let parts = await withTaskGroup(of: [(Int, Part)].self) { group in
            for worker in 0..<workers {
                group.addTask {
                    stride(from: worker, to: shards, by: workers).map { shard in
                        let tape = Tape(self, kernels: kernels)
                        let loss = loss(tape, shard)
                        return (shard, (loss.value, tape.gradient(of: loss)))
                    }
                }
            }
            var parts = [Part?](repeating: nil, count: shards)
            for await finished in group {
                for (shard, part) in finished { parts[shard] = part }
            }
            return parts.compactMap(\.self)
        }
        return Self.mean(parts)
    }

    private typealias Part = (loss: Float, gradient: Gradient)

    /// The mean, added from the first part to the last.
    private static func mean(_ parts: [Part]) -> Part {
        let losses = parts.dropFirst().reduce(parts[0].loss) { $0 + $1.loss }
        return (losses / Float(parts.count), Gradient(meanOf: parts.map(\.gradient)))
    }
}
