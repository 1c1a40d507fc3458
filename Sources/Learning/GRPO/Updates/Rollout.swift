import DeterministicMath
public import Transformers

/// What a policy wrote: several completions of each of some prompts. The tokens that were sampled are the record; no text is
/// tokenised again.
public struct Rollout: Sendable {
    /// The prompts' tokens.
    public let prompts: [[Int]]
    /// The completions of each prompt, as many of one as of another.
    public let groups: [[Completion]]

    /// Creates a rollout: one group for each prompt.
    public init(prompts: [[Int]], groups: [[Completion]]) {
        require(prompts.count == groups.count, "\(prompts.count) prompts with \(groups.count) groups")
        self.prompts = prompts
        self.groups = groups
    }

    /// All completions, group by group.
    public var completions: [Completion] { groups.flatMap(\.self) }

    /// The number of the prompt of each completion.
    public var promptOfCompletion: [Int] { groups.indices.flatMap { [Int](repeating: $0, count: groups[$0].count) } }

    /// The number of tokens of each completion.
    public var lengths: [Int] { completions.map(\.tokens.count) }

    /// Whether each completion was cut off by the limit, without an end.
    public var isTruncated: [Bool] { completions.map { !$0.isStopped } }

    /// The rollout as a decoder reads it, each prompt once.
    public var batch: TokenBatch {
        TokenBatch(zip(prompts, groups).map { TokenGroup(prompt: $0, completions: $1.map(\.tokens)) })
    }
}
