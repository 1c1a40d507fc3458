import DeterministicMath

/// Everything that decides what a distillation does: its args.json.
///
/// ```swift
/// var plan = DistillationPlan()
/// plan.teacher = .optimist
/// let folder = DistillationFolder("run")
/// var training = try folder.training(of: plan, resuming: false)
/// try await folder.train(&training, saveInterval: 100)
/// ```
public struct DistillationPlan: Codable, Equatable, Sendable {
    /// Whose lives are imitated.
    public enum Teacher: String, Codable, CaseIterable, Sendable {
        /// Those in files of histories.
        case histories
        /// An agent that searches as well as can be: see ``OptimistAgent``.
        case optimist
        /// Nobody's: see ``NoiseLessons``.
        case noise
    }

    /// Which episodes of a history a lesson shows: the names of ``SlotRule``.
    public enum Rule: String, Codable, CaseIterable, Sendable {
        /// One of every so many.
        case stride
        /// All, one after the other.
        case consecutive
        /// Some of the last.
        case last
        /// Every episode up to the first reward, then one of every so many.
        case gatedStride = "gated-stride"
        /// Every episode up to the first reward, then some of the last.
        case gatedJump = "gated-jump"
    }

    /// The files of histories; none with another teacher.
    public var histories: [String] = []
    /// Whose lives are imitated.
    public var teacher = Teacher.histories
    /// Which episodes of a history a lesson shows.
    public var rule = Rule.stride
    /// How many episodes a lesson has.
    public var slots = 8
    /// How many episodes lie between the slots, for rules with a stride.
    public var stride = 20
    /// From how many of the last episodes is chosen, for rules that show the last.
    public var last = 30
    /// Whether the best action is taught instead of the one that was taken.
    public var optimalLabels = false
    /// How many goals no lesson has.
    public var heldOut = 20
    /// Decides the goals that are held out, the model and the lessons.
    public var seed: UInt64 = 1
    /// The model.
    public var sizes = HistoryModel.Sizes()
    /// How it reads steps.
    public var format = TokenFormat()
    /// How it learns.
    public var settings = DistillationSettings()

    /// The book's recipe, of which the histories are missing.
    public init() {}

    /// Throws ``DarkRoomError/setting(_:value:requirement:)`` for the first value that makes no sense.
    public func validate() throws(DarkRoomError) {
        let counts = [
            ("slots", slots), ("stride", stride), ("last", last), ("steps", settings.steps), ("layers", sizes.layers),
        ]
        for (name, count) in counts { try DarkRoomError.unless(count >= 1, name, count, "at least 1") }
        for (name, count, unit) in [("batch size", settings.batch, 8), ("features", sizes.features, 16)] {
            try DarkRoomError.unless(count > 0 && count % unit == 0, name, count, "a multiple of \(unit)")
        }
        try DarkRoomError.unless(settings.rate > 0, "learning rate", settings.rate, "above 0")
        let smoothing = settings.labelSmoothing
        try DarkRoomError.unless(
            (0..<1).contains(smoothing), "label smoothing", smoothing, "at least 0 and below 1")
        let goals = Room().goals.count
        try DarkRoomError.unless((0..<goals).contains(heldOut), "held out", heldOut, "from 0 to \(goals - 1)")
    }

    /// The training at its beginning. Throws ``HistoryError`` for files that can not be read, and ``DarkRoomError`` for histories of
    /// another room or with too few episodes.
    public func training() throws -> Distillation {
        Distillation(of: try lessons(), seed: seed, sizes: sizes, format: format, settings: settings)
    }

    private func lessons() throws -> any LessonSource {
        switch teacher {
        case .optimist: return AgentLessons(of: OptimistAgent(), in: Room(), goals: split.training, episodes: slots)
        case .noise: return NoiseLessons(in: Room(), goals: split.training, episodes: slots)
        case .histories:
            let joined = try Histories(ofBooksRoomIn: histories).only(split.training)
            guard let most = joined.streams.map(\.episodeCount).max(), most >= slots else {
                throw DarkRoomError.tooFewEpisodes(slots: slots)
            }
            return HistoryLessons(joined, slots: slots, rule: slotRule, labels: optimalLabels ? .optimal : .taken)
        }
    }

    private var slotRule: SlotRule {
        switch rule {
        case .stride: .stride(stride)
        case .consecutive: .consecutive
        case .last: .last(last)
        case .gatedStride: .gatedStride(stride)
        case .gatedJump: .gatedJump(last: last)
        }
    }

    /// The model before its first step.
    func newModel() -> HistoryModel {
        var generator = Xoshiro256StarStar(seed: seed)
        return HistoryModel(in: Room(), length: slots * Room().steps, sizes: sizes, format: format, using: &generator)
    }

    /// Which goals lessons have, and which are held out.
    public var split: GoalSplit { GoalSplit(of: Room().goals, heldOut: heldOut, seed: seed) }
}
