public import DeterministicMath

/// Lessons from an expert whose noise fades away: no learning happens, but it looks like it (Zisman et al., "Emergence of
/// in-context reinforcement learning from noise distillation", 2024).
///
/// In step t of n the expert acts at random with probability max(0, 1 - t / (fade · n)), and otherwise takes the shortest way,
/// along its column or along its row first for a whole lesson.
public struct NoiseLessons: LessonSource {
    /// Where the expert lives.
    public let room: Room
    /// What is rewarded: each goal as likely.
    public let goals: [Goal]
    /// How many episodes a lesson has.
    public let episodes: Int
    /// The share of a lesson after which the noise is gone.
    public let fade: Double

    /// Creates the source.
    public init(in room: Room, goals: [Goal], episodes: Int = 8, fade: Double = 0.85) {
        self.room = room
        self.goals = goals
        self.episodes = episodes
        self.fade = fade
    }

    /// All steps of all episodes.
    public var length: Int { episodes * room.steps }

    /// The life of a new expert.
    public func lesson(using generator: inout Xoshiro256StarStar) -> Lesson {
        let goal = goals[generator.integer(below: goals.count)]
        let isColumnFirst = generator.integer(below: 2) == 0
        var steps: [Step] = []
        for _ in 0..<episodes {
            var walk = Walk(in: room, to: goal)
            while !walk.isOver {
                let noise = 1 - Double(steps.count) / (fade * Double(length))
                let (cell, time) = (walk.cell, walk.time)
                let action =
                    generator.uniform() < noise
                    ? Action.allCases[generator.integer(below: Action.count)]
                    : room.action(in: cell, towards: goal, isColumnFirst: isColumnFirst)
                let reward = walk.take(action)
                steps.append(Step(cell: cell, action: action, reward: reward, time: time, logProbability: 0))
            }
        }
        return Lesson(steps)
    }
}
