public import DeterministicMath

/// Lessons from learning histories: algorithm distillation (Laskin et al. 2022).
public struct HistoryLessons: LessonSource {
    /// How the slots of a lesson belong together.
    public enum Mixture: Hashable, Sendable {
        /// All are episodes of one stream.
        case oneStream
        /// Each is of another stream, whatever its goal: a control in which nothing can be learnt from one to the next.
        case shuffled
        /// Half-episodes of the streams of one agent take turns, as in the original's files, where ten rooms each wrote ten
        /// steps: a slot's first half is from one stream, its second half from the next.
        case interleaved
    }

    /// What a lesson teaches.
    public enum Labels: Hashable, Sendable {
        /// What was done.
        case taken
        /// The shortest way to the stream's goal, wherever the history went (Lee et al., "Supervised pretraining can learn
        /// in-context reinforcement learning", 2023): along the column or along the row first, one or the other for a whole
        /// lesson.
        case optimal
    }

    /// The histories.
    public let histories: Histories
    /// How many episodes a lesson has.
    public let slots: Int
    /// Which episodes they are.
    public let rule: SlotRule
    /// How they belong together.
    public let mixture: Mixture
    /// What is taught.
    public let labels: Labels
    private let usable: [Int]

    /// Creates the source. A stream without a reward, or whose first one came with an episode's last step, is not used where
    /// slots are gated: its lesson would not show why the agent changed.
    public init(
        _ histories: Histories, slots: Int = 8, rule: SlotRule, mixture: Mixture = .oneStream, labels: Labels = .taken
    ) {
        self.histories = histories
        self.slots = slots
        self.rule = rule
        self.mixture = mixture
        self.labels = labels
        usable = histories.streams.indices.filter { place in
            let stream = histories.streams[place]
            guard stream.episodeCount > 0 else { return false }
            return !rule.isGated || (stream.firstReward != nil && !stream.isRewardedLast)
        }
        require(!usable.isEmpty, "no history can be used for lessons")
    }

    /// The room of the histories.
    public var room: Room { histories.room }

    /// All steps of all slots.
    public var length: Int { slots * room.steps }

    /// A lesson from a random stream, each as likely.
    public func lesson(using generator: inout Xoshiro256StarStar) -> Lesson {
        let place = usable[generator.integer(below: usable.count)]
        var stream = histories.streams[place]
        let shift = rule == .consecutive ? generator.integer(below: max(1, stream.episodeCount - slots + 1)) : 0
        let goal = stream.goal
        var steps: [Step] = []
        steps.reserveCapacity(length)
        for slot in 0..<slots {
            switch mixture {
            case .oneStream:
                steps += stream[rule.episode(slot + shift, of: stream, using: &generator)]
            case .shuffled:
                if slot > 0 { stream = histories.streams[usable[generator.integer(below: usable.count)]] }
                steps += stream[rule.episode(slot + shift, of: stream, using: &generator)]
            case .interleaved:
                for half in 0..<2 {
                    let mate = histories.mate(of: place, after: 2 * slot + half)
                    let episode = mate[rule.episode(slot + shift, of: mate, using: &generator)]
                    steps += episode.filter { ($0.time - room.firstTime < room.steps / 2) == (half == 0) }
                }
            }
        }
        var lesson = Lesson(steps)
        if labels == .optimal {
            let isColumnFirst = generator.integer(below: 2) == 0
            lesson.labels = steps.map { room.action(in: $0.cell, towards: goal, isColumnFirst: isColumnFirst) }
        }
        return lesson
    }
}

extension Room {
    /// The next step of a shortest way to a goal that is a cell: along its column first, or along its row.
    func action(in cell: Int, towards goal: Goal, isColumnFirst: Bool) -> Action {
        guard case .cell(let target) = goal else { return .noop }
        let (rows, columns) = (row(of: target) - row(of: cell), column(of: target) - column(of: cell))
        let vertical: Action? = rows == 0 ? nil : rows < 0 ? .up : .down
        let horizontal: Action? = columns == 0 ? nil : columns < 0 ? .left : .right
        return (isColumnFirst ? vertical ?? horizontal : horizontal ?? vertical) ?? .noop
    }
}
