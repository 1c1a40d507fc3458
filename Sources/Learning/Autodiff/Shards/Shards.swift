import DeterministicMath

extension Parameters {
    /// How the losses and gradients of shards become those of the batch.
    public enum Combination: Sendable {
        /// Their mean: for equal parts, each with its own mean loss.
        case mean
        /// Their sum: for parts of any size, each with its terms of the whole batch's loss.
        case sum
    }

    /// The losses and gradients of parts of a batch, combined, and computed at the same time.
    ///
    /// They are added in a fixed binary tree, the parts of one half after those of the other. The number of shards, not of
    /// threads, decides the order of every sum: a machine with one core gets the same bits. No more shards are in memory than
    /// are computed at the same time, so a large batch is a matter of more shards, not of accumulation.
    ///
    /// ```swift
    /// let (loss, gradient) = await parameters.gradient(shards: 8) { tape, shard in
    ///     tape.crossEntropy(decoder.logits(of: batch[shard], on: tape), targets[shard])
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - shards: how many parts there are; the same on every machine.
    ///   - threads: how many parts are computed at the same time at most, if there are as many cores.
    ///   - combination: whether the result is the mean or the sum of the parts.
    ///   - loss: the loss of a part, computed on its tape.
    public func gradient(
        shards: Int, threads: Int = .max, combining combination: Combination = .mean,
        of loss: @escaping @Sendable (_ tape: Tape, _ shard: Int) -> Variable
    ) async -> (loss: Float, gradient: Gradient) {
        let all = await gradient(shards: shards, threads: threads, combining: combination) { tape, shard in
            (loss(tape, shard), ())
        }
        return (all.loss, all.gradient)
    }

    /// The losses and gradients of parts of a batch, as above, and what else was found in each part, in their order.
    public func gradient<Finding: Sendable>(
        shards: Int, threads: Int = .max, combining combination: Combination = .mean,
        of loss: @escaping @Sendable (_ tape: Tape, _ shard: Int) -> (loss: Variable, finding: Finding)
    ) async -> (loss: Float, gradient: Gradient, findings: [Finding]) {
        await gradient(shards: shards, threads: threads, combining: combination, kernels: .widest, of: loss)
    }

    package func gradient<Finding: Sendable>(
        shards: Int, threads: Int, combining combination: Combination, kernels: Kernels,
        of loss: @escaping @Sendable (_ tape: Tape, _ shard: Int) -> (loss: Variable, finding: Finding)
    ) async -> (loss: Float, gradient: Gradient, findings: [Finding]) {
        require(shards > 0 && threads > 0, "\(shards) shards on \(threads) threads")
        let tree = SumTree<ShardSum>(leaves: shards)
        let findings = await concurrently(shards, threads: threads) { shard in
            let tape = Tape(self, kernels: kernels)
            let (loss, finding) = loss(tape, shard)
            tree.put(ShardSum(loss: loss.value, gradient: tape.gradient(of: loss)), at: shard)
            return finding
        }
        var sum = tree.total()
        guard case .mean = combination else { return (sum.loss, sum.gradient, findings) }
        sum.gradient.scale(by: 1 / Float(shards))
        return (sum.loss / Float(shards), sum.gradient, findings)
    }
}

/// What is known of some neighbouring shards.
private struct ShardSum: Summable {
    var loss: Float
    var gradient: Gradient

    mutating func add(_ other: ShardSum) {
        loss += other.loss
        gradient.add(other.gradient)
    }
}
