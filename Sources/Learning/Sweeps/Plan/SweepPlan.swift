/// What a sweep runs: a command with every combination of settings, for every seed.
///
/// ```yaml
/// command: run
/// settings:
///   advantage: [batch, window, ema]
///   num-epochs: 1000
/// seeds: 1-4000
/// block: 1000
/// ```
///
/// Settings are the command's own flags without their dashes. A list is an axis of the grid; the last axis changes fastest. A flag that
/// takes no value is `true` or `false`.
public struct SweepPlan: Hashable, Sendable {
    /// A flag and the values it takes, as they are written.
    public struct Axis: Hashable, Sendable {
        /// The flag without its dashes.
        public let flag: String
        /// Its values; never empty.
        public let values: [String]
        /// Where it stands in the plan.
        public let place: PlanPlace
    }

    /// The file, for messages.
    public let path: String
    /// The words of the command: `["run"]`, `["darkroom", "a2c"]`.
    public let command: [String]
    /// Where the command stands in the plan.
    public let commandPlace: PlanPlace
    /// The grid.
    public let axes: [Axis]
    /// The seeds that each combination is run for.
    public let seeds: ClosedRange<UInt64>
    /// How many seeds are computed and stored together, at least 1.
    public let blockSize: UInt64

    /// A value for each axis, in the order of the grid.
    public var combinations: [[String]] {
        axes.reduce([[]]) { combinations, axis in
            combinations.flatMap { combination in axis.values.map { combination + [$0] } }
        }
    }

    /// The parts that the sweep consists of, in the order of the merged table. They are aligned to the first seed, so that more seeds
    /// only add blocks (if the last one was full).
    ///
    /// - Parameters:
    ///   - code: what names the code that computes; see ``SourceDigest``.
    ///   - content: the digest of what the value of an axis names, or nil if it names no file.
    public func blocks(code: String, content: (Axis, String) throws -> String? = { _, _ in nil }) throws
        -> [SweepBlock]
    {
        try combinations.flatMap { values in
            let settings = try zip(axes, values).map { axis, value in
                SweepBlock.Setting(flag: axis.flag, value: value, content: try content(axis, value))
            }
            return stride(from: seeds.lowerBound, through: seeds.upperBound, by: Int(blockSize)).map { first in
                let last = min(seeds.upperBound, first + (blockSize - 1))
                return SweepBlock(command: command, settings: settings, seeds: first...last, code: code)
            }
        }
    }
}

/// A place in a plan: line and column, from 1.
public struct PlanPlace: Hashable, Sendable {
    /// The line.
    public let line: Int
    /// The column.
    public let column: Int
}
