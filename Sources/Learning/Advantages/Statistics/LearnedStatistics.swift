/// Statistics that know nothing but rewards, and so can be saved, and merged with those of others.
package protocol LearnedStatistics: RewardStatistics, Encodable {
    /// How far back they remember.
    var memory: Memory { get }

    /// One more than the largest prompt they know of.
    var promptCount: Int { get }

    /// Takes over what was saved, in place of nothing. Throws `DecodingError` for contents that no rewards lead to.
    mutating func restore(from decoder: any Decoder) throws

    /// Records the workers' rewards as one batch, worker after worker. Prompt p of a worker is `numbers[p]` here.
    mutating func merge(_ workers: [Worker<Self>])
}

/// What one of several workers recorded, and our numbers for its prompts.
package struct Worker<Statistics> {
    let statistics: Statistics
    let numbers: [Int]
}

/// How far back statistics remember.
package enum Memory {
    /// A reward is measured against those it is asked about together with.
    case nothing
    /// It is measured against the batch that was recorded last, in which its prompt must be.
    case lastBatch
    /// Prompts are remembered from batch to batch.
    case allBatches
}
