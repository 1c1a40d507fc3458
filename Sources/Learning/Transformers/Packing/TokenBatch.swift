import DeterministicMath

/// A prompt, and completions that each go on from it.
///
/// Every token of a completion is scored: its probability after all that comes before it. With an empty prompt there is
/// nothing before a completion's first token, which then is only read.
public struct TokenGroup: Hashable, Sendable, Codable {
    /// Read, not scored.
    public var prompt: [Int]
    /// Scored; each has at least one token.
    public var completions: [[Int]]

    /// A group of these tokens.
    public init(prompt: [Int], completions: [[Int]]) {
        self.prompt = prompt
        self.completions = completions
    }
}

/// Groups of tokens as a decoder reads them: packed, each prompt once, without the last token of a completion, after which
/// nothing is scored.
///
/// ```swift
/// let batch = TokenBatch([TokenGroup(prompt: [5, 6], completions: [[7, 8, 9], [7]])])
/// batch.packing.rows      // 4: 5 6, 7 8
/// batch.scoredTokens      // [7, 8, 9, 7]
/// batch.completionRanges  // [0..<3, 3..<4]
/// ```
public struct TokenBatch: Sendable {
    /// What the batch is made of.
    public let groups: [TokenGroup]
    /// Where the rows lie.
    public let packing: Packing
    /// All tokens that are scored: group by group, completion by completion.
    public let scoredTokens: [Int]
    /// Where the scores of each completion are among all, completion by completion.
    public let completionRanges: [Range<Int>]
    /// The token of every row.
    let tokens: [Int]
    /// After which row each scored token comes.
    let scoredRows: [Int]

    /// A batch of these groups.
    public init(_ groups: [TokenGroup]) {
        self.groups = groups
        packing = Packing(groups.map { ($0.prompt.count, $0.completions.map { $0.count - 1 }) })
        var (tokens, scoredTokens, scoredRows): ([Int], [Int], [Int]) = ([], [], [])
        var ranges: [Range<Int>] = []
        for group in groups {
            let end = tokens.count + group.prompt.count
            tokens += group.prompt
            for completion in group.completions {
                require(!completion.isEmpty, "a completion without tokens")
                let first = scoredTokens.count
                if !group.prompt.isEmpty {
                    scoredTokens.append(completion[0])
                    scoredRows.append(end - 1)
                }
                for (token, next) in zip(completion, completion.dropFirst()) {
                    scoredTokens.append(next)
                    scoredRows.append(tokens.count)
                    tokens.append(token)
                }
                ranges.append(first..<scoredTokens.count)
            }
        }
        (self.tokens, self.scoredTokens, self.scoredRows) = (tokens, scoredTokens, scoredRows)
        completionRanges = ranges
    }

    /// The groups in at most so many runs, of about the same number of rows each: the batches that shards compute.
    ///
    /// The runs follow from the groups alone, never from the machine.
    public func shards(_ count: Int) -> [TokenBatch] {
        require(count > 0, "a batch in \(count) shards")
        let sizes = groups.map { group in group.completions.reduce(group.prompt.count) { $0 + $1.count } }
        let total = sizes.reduce(0, +)
        var runs: [[TokenGroup]] = []
        var (reached, last) = (0, -1)
        for (group, size) in zip(groups, sizes) {
            // The run in which the middle of the group falls.
            let run = min(count - 1, (2 * reached + size) * count / max(2 * total, 1))
            if run == last {
                runs[runs.count - 1].append(group)
            } else {
                runs.append([group])
                last = run
            }
            reached += size
        }
        return runs.map(TokenBatch.init)
    }
}
