/// How sequences lie in rows, one after the other, without padding.
///
/// A group is a prompt and completions that each go on from it: the prompt's rows come first and are there once, whatever the
/// number of completions. A row of a completion sees the prompt and its own completion up to itself. What a row may see follows
/// from these lengths alone, never from a token.
public struct Packing: Hashable, Sendable {
    /// Rows in sequence, and the rows of the prompt that they go on from.
    struct Segment: Hashable, Sendable {
        var start: Int
        var rows: Int
        var contextStart: Int
        var context: Int

        /// How many positions the last row sees.
        var positions: Int { context + rows }
    }

    /// All that has rows, prompts before their completions.
    let segments: [Segment]
    /// Where the segments of each group are among all.
    private let groupRanges: [Range<Int>]
    /// How many positions the longest sequence has.
    let mostPositions: Int
    /// The position of every row in its sequence.
    let positions: [Int32]
    /// How many rows there are.
    public let rows: Int

    /// Groups by their lengths in rows. A prompt may be empty: its completions are sequences of their own.
    public init(_ groups: [(prompt: Int, completions: [Int])]) {
        var segments: [Segment] = []
        var positions: [Int32] = []
        func add(_ rows: Int, contextStart: Int, context: Int) {
            guard rows > 0 else { return }
            segments.append(
                Segment(start: positions.count, rows: rows, contextStart: contextStart, context: context))
            positions += (context..<context + rows).map { Int32($0) }
        }
        var ranges: [Range<Int>] = []
        for group in groups {
            let (start, first) = (positions.count, segments.count)
            add(group.prompt, contextStart: start, context: 0)
            for completion in group.completions { add(completion, contextStart: start, context: group.prompt) }
            ranges.append(first..<segments.count)
        }
        groupRanges = ranges
        mostPositions = segments.reduce(0) { max($0, $1.positions) }
        self.segments = segments
        self.positions = positions
        rows = positions.count
    }

    /// The segments of each group, the prompt first.
    var groups: [ArraySlice<Segment>] { groupRanges.map { segments[$0] } }

    /// Plain sequences of the same length.
    public static func sequences(_ count: Int, length: Int) -> Packing {
        Packing([(0, [Int](repeating: length, count: count))])
    }
}
