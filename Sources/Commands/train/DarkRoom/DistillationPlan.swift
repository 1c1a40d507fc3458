import ArgumentParser
import DarkRoom
import DeterministicMath

/// Everything that decides what a distillation does: its args.json.
struct DistillationPlan: Codable, Equatable, Sendable {
    /// Whose lives are imitated.
    enum Teacher: String, Codable, ExpressibleByArgument, CaseIterable {
        case histories, optimist, noise
    }

    /// Which episodes of a history a lesson shows.
    enum Rule: String, Codable, ExpressibleByArgument, CaseIterable {
        case stride, consecutive, last
        case gatedStride = "gated-stride"
        case gatedJump = "gated-jump"
    }

    let histories: [String]
    let teacher: Teacher
    let rule: Rule
    let slots, stride, last: Int
    let optimalLabels: Bool
    let heldOut: Int
    let seed: UInt64
    let sizes: HistoryModel.Sizes
    let format: TokenFormat
    let settings: DistillationSettings

    private var slotRule: SlotRule {
        switch rule {
        case .stride: .stride(stride)
        case .consecutive: .consecutive
        case .last: .last(last)
        case .gatedStride: .gatedStride(stride)
        case .gatedJump: .gatedJump(last: last)
        }
    }

    /// The training at its beginning, and the goals that its lessons do not have.
    func training() throws -> Distillation {
        let lessons: any LessonSource
        switch teacher {
        case .optimist: lessons = AgentLessons(of: OptimistAgent(), in: Room(), goals: split.training, episodes: slots)
        case .noise: lessons = NoiseLessons(in: Room(), goals: split.training, episodes: slots)
        case .histories:
            let all = try histories.map { try Histories(reading: HistoryFile($0)) }
            for (path, histories) in zip(histories, all) where histories.room != Room() {
                throw ValidationError("the histories in \(path) are not of a room of 9 × 9 that goes on at the goal")
            }
            let joined = all.dropFirst().reduce(all[0], +).only(split.training)
            guard let most = joined.streams.map(\.episodeCount).max(), most >= slots else {
                throw ValidationError("the histories have too few episodes for lessons of \(slots)")
            }
            lessons = HistoryLessons(
                joined, slots: slots, rule: slotRule, labels: optimalLabels ? .optimal : .taken)
        }
        return Distillation(of: lessons, seed: seed, sizes: sizes, format: format, settings: settings)
    }

    /// The model before its first step.
    func newModel() -> HistoryModel {
        var generator = Xoshiro256StarStar(seed: seed)
        return HistoryModel(in: Room(), length: slots * Room().steps, sizes: sizes, format: format, using: &generator)
    }

    /// Which goals lessons have, and which are held out.
    var split: GoalSplit { GoalSplit(of: Room().goals, heldOut: heldOut, seed: seed) }
}
