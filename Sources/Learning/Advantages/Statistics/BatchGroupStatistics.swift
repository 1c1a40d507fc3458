import DeterministicMath

/// Statistics that compare a reward with those of the same prompt in the same batch, and keep nothing else.
protocol BatchGroupStatistics: LearnedStatistics {
    /// The groups of the batch that was recorded last.
    var groups: BatchGroups { get set }
}

extension BatchGroupStatistics {
    var memory: Memory { .lastBatch }
    var promptCount: Int { groups.promptCount }

    mutating func record(_ rewards: [Double], for prompts: [Int]) { groups = BatchGroups(rewards, by: prompts) }

    /// The moments of the prompt's rewards in the last batch.
    func moments(of prompt: Int) -> Moments? { groups.moments(of: prompt) }

    mutating func merge(_ workers: [Worker<Self>]) {
        groups = BatchGroups()
        for worker in workers { groups.join(worker.statistics.groups, numbered: worker.numbers) }
    }

    mutating func restore(from decoder: any Decoder) throws { groups = try BatchGroups(from: decoder) }

    func encode(to encoder: any Encoder) throws { try groups.encode(to: encoder) }
}
