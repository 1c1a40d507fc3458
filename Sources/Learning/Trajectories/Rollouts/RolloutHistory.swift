public import DeterministicMath

/// What a language model wrote in each epoch of its training, in memory.
public struct RolloutHistory: Sendable {
    /// The rollouts of each epoch, none empty, the first epoch first.
    public let epochs: [[LoggedRollout]]

    /// A history of these epochs; at least one.
    public init(_ epochs: [[LoggedRollout]]) {
        require(!epochs.isEmpty && epochs.allSatisfy { !$0.isEmpty }, "a history without epochs, or with an empty one")
        self.epochs = epochs
    }

    /// All that was logged.
    public init(reading log: RolloutLog) throws {
        self.init(try log.epochs().map(log.rollouts))
    }

    /// Some rollouts one after the other, one from each of so many strides of epochs, the last of which ends before epoch `end`:
    /// training, sped up.
    ///
    /// Slot j of n is any rollout of the epochs [end - (n - j) · stride, + stride), each as likely.
    public func excerpt(
        slots: Int, stride: Int, before end: Int, using generator: inout Xoshiro256StarStar
    ) -> [LoggedRollout] {
        require(
            slots > 0 && stride > 0 && slots * stride <= end && end <= epochs.count,
            "\(slots) slots of \(stride) epochs before epoch \(end) of \(epochs.count)")
        return (0..<slots).map { slot in
            let epoch = epochs[end - (slots - slot) * stride + generator.integer(below: stride)]
            return epoch[generator.integer(below: epoch.count)]
        }
    }

    /// A control: the same rollouts, each in an epoch by chance, so that nothing gets better from one to the next.
    public func shuffled(using generator: inout Xoshiro256StarStar) -> RolloutHistory {
        let all = Array(epochs.joined())
        var order = generator.permutation(count: all.count)[...]
        return RolloutHistory(
            epochs.map { epoch in
                defer { order = order.dropFirst(epoch.count) }
                return order.prefix(epoch.count).map { all[$0] }
            })
    }

    /// A control: as many epochs, but each is one of the last few, in turns.
    public func repeatingLast(_ count: Int) -> RolloutHistory {
        require((1...epochs.count).contains(count), "the last \(count) of \(epochs.count) epochs")
        let last = Array(epochs.suffix(count))
        return RolloutHistory(epochs.indices.map { last[$0 % count] })
    }
}
