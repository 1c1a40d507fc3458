/// A run that another implementation recorded, with all its draws: one number to learn per prompt, as the original does.
public struct Trace: Decodable, Sendable {
    /// What a reward was measured against.
    public enum Mode: String, Decodable, Sendable {
        /// The whole batch.
        case batch
        /// The last rewards of its prompt.
        case buffer
    }

    /// One batch, in its order.
    public struct Epoch: Decodable, Sendable {
        /// Which prompts were drawn: indices into `prompts`.
        public var prompt: [Int]
        /// The standard normal draws.
        public var noise: [Double]
        /// The answers, parameter + σ·noise.
        public var sample: [Double]
        /// The rewards of the answers.
        public var reward: [Double]
        /// The advantages of the rewards.
        public var advantage: [Double]
        /// The mean of the rewards.
        public var meanReward: Double
        /// Their population standard deviation.
        public var stdReward: Double
    }

    /// What a reward was measured against.
    public var mode: Mode
    /// How many prompts a batch had.
    public var batchSize: Int
    /// How many rewards of a prompt were remembered, in mode `buffer`.
    public var bufferSize: Int
    /// How many rewards a prompt needed before its own counted, in mode `buffer`.
    public var minimumCount: Int
    /// What was added to the standard deviation.
    public var epsilon: Double
    /// The prompts' names.
    public var prompts: [String]
    /// Which parameter each prompt has.
    public var parameterIndex: [Int]
    /// σ of each prompt's answers.
    public var sampleStd: [Double]
    /// The right answer to each prompt.
    public var label: [Double]
    /// The parameters before the first epoch.
    public var initialParameters: [Double]
    /// The parameters after the last.
    public var finalParameters: [Double]
    /// The epochs.
    public var trace: [Epoch]

    /// Reads and checks a trace from a file of JSON, which may be compressed. Throws `RecordError`.
    public init(reading path: String) throws(RecordError) {
        try self.init(parsing: [UInt8](contentsOfFile: path), path: path)
    }

    /// Reads and checks a trace that came from the file at `path`.
    public init(parsing json: [UInt8], path: String) throws(RecordError) {
        try self.init(parsingJSON: json, path: path)
        if let flaw { throw .malformed(path: path, place: nil, flaw: flaw) }
    }
}
