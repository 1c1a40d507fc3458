import DeterministicMath
public import Trajectories

/// A training of a model that reads histories in a format, and its measure on goals of which it has read nothing.
///
/// ```swift
/// let outcome = try await FormatPlan(.chained).outcome(of: histories)
/// print(outcome.score.total)  // bits per transition
/// ```
public struct FormatPlan: Hashable, Sendable, Codable {
    /// How histories are written down.
    public var format: TrajectoryFormat
    /// How many episodes a lesson has.
    public var slots = 4
    /// Slot j of a lesson is any episode of [stride · j, + stride).
    public var stride = 16
    /// How many goals no lesson has.
    public var heldOut = 20
    /// How many lessons there are to learn from, drawn beforehand.
    public var lessons = 20_000
    /// How many lessons of the goals that are held out the model is measured on.
    public var tests = 256
    /// Decides the goals that are held out, the model and the lessons.
    public var seed: UInt64 = 1
    /// How the model learns.
    public var settings: TrainingSettings

    /// The book's plan for a format.
    public init(_ format: TrajectoryFormat) { (self.format, settings) = (format, format.settings) }

    /// The symbols that histories are told in.
    public var alphabet: Alphabet { Room().alphabet(ofLetters: format == .characters) }

    /// Throws ``DarkRoomError/setting(_:value:requirement:)`` for the first value that makes no sense.
    public func validate() throws(DarkRoomError) {
        let counts = [
            ("slots", slots), ("stride", stride), ("lessons", lessons), ("tests", tests), ("steps", settings.steps),
            ("batch size", settings.batch),
        ]
        for (name, count) in counts { try DarkRoomError.unless(count >= 1, name, count, "at least 1") }
        let goals = Room().goals.count
        try DarkRoomError.unless((1..<goals).contains(heldOut), "held out", heldOut, "from 1 to \(goals - 1)")
    }

    /// Trains the model and measures it. Throws ``DarkRoomError`` if histories have too few episodes.
    ///
    /// - Parameters:
    ///   - histories: of agents for all goals of the book's room.
    ///   - threads: how many parts of a step are computed at the same time; the numbers do not depend on it.
    public func outcome(of histories: Histories, threads: Int = .max) async throws(DarkRoomError) -> FormatOutcome {
        try validate()
        let split = GoalSplit(of: Room().goals, heldOut: heldOut, seed: seed)
        let (shown, kept) = (
            try data(histories.only(split.training), lessons, stream: 1),
            try data(histories.only(split.heldOut), tests, stream: 2)
        )
        var generator = Xoshiro256StarStar(seed: seed)
        let model = format.model(of: alphabet, episodes: slots, using: &generator)
        var training = TrajectoryTraining(of: model, on: shown, seed: seed, settings: settings)
        await training.run(threads: threads)
        return FormatOutcome(score: FormatScore(of: training.model, on: kept), of: kept)
    }

    private func data(
        _ histories: Histories, _ count: Int, stream: UInt64
    ) throws(DarkRoomError) -> TrajectoryDataset {
        guard let most = histories.streams.map(\.episodeCount).max(), most >= slots else {
            throw .tooFewEpisodes(slots: slots)
        }
        var generator = Xoshiro256StarStar(seed: seed, stream: stream)
        return HistoryLessons(histories, slots: slots, rule: .stride(stride))
            .trajectories(count, as: alphabet, using: &generator)
    }
}

/// How well a format is told on goals that are held out, beside what there is to be told.
public struct FormatOutcome: Hashable, Sendable, Codable {
    /// How well the model tells it.
    public let score: FormatScore
    /// Bits of an action under the policy that took it: no model can be told less.
    public let policyBits: Double
    /// The share of transitions that are rewarded.
    public let rewarded: Double

    /// Measures what there is to be told of some trajectories.
    init(score: FormatScore, of data: TrajectoryDataset) {
        let transitions = data.trajectories.joined()
        self.score = score
        policyBits = transitions.map { -Double($0.logProbability) / log(2) }.mean()
        rewarded = transitions.map { Double($0.reward) }.mean()
    }
}
