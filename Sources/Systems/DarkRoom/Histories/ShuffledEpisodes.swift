public import DeterministicMath

/// The episodes of a file in random order, with some blocks of it in memory.
///
/// The blocks come in random order and wait, episode by episode, in a pool; each episode that leaves it is a random one of
/// those that wait. Every episode comes once.
public struct ShuffledEpisodes {
    /// An episode and where it comes from.
    public struct Element: Hashable, Sendable {
        /// The agent's number.
        public let agent: Int
        /// The number of its room.
        public let room: Int
        /// The number of the episode in that room.
        public let episode: Int
        /// What happened.
        public let steps: [Step]
    }

    private let file: HistoryFile
    private let poolSize: Int
    private var order: ArraySlice<Int>
    private var pool: [Element] = []

    /// A new order of the file's episodes.
    ///
    /// - Parameter poolSize: how many episodes wait at least, as long as there are that many.
    public init(
        of file: HistoryFile, poolSize: Int = 4096, using generator: inout Xoshiro256StarStar
    ) {
        self.file = file
        self.poolSize = poolSize
        order = generator.permutation(count: file.blockCount)[...]
    }

    /// The next episode, nil after the last.
    public mutating func next(using generator: inout Xoshiro256StarStar) throws(HistoryError) -> Element? {
        while pool.count < poolSize, let place = order.popFirst() {
            let block = try file.block(place)
            for (number, steps) in block.episodes.enumerated() {
                pool.append(
                    Element(
                        agent: block.agent, room: block.room, episode: block.firstEpisode + number,
                        steps: Array(steps)))
            }
        }
        guard !pool.isEmpty else { return nil }
        pool.swapAt(generator.integer(below: pool.count), pool.count - 1)
        return pool.removeLast()
    }
}
