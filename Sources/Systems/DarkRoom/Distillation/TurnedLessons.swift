public import DeterministicMath

/// Lessons turned and mirrored at random: each of the eight symmetries of a square room is as likely, for a lesson as a whole.
///
/// A model of such lessons has seen a turned copy of every goal in the orbit of a training goal: hold whole orbits out.
public struct TurnedLessons: LessonSource {
    /// The lessons before they are turned.
    public let lessons: any LessonSource

    /// Creates the source.
    public init(_ lessons: any LessonSource) {
        self.lessons = lessons
    }

    /// The room of the lessons, a square with its start in the middle.
    public var room: Room { lessons.room }

    /// The length of the lessons.
    public var length: Int { lessons.length }

    /// A turned lesson.
    public func lesson(using generator: inout Xoshiro256StarStar) -> Lesson {
        var lesson = lessons.lesson(using: &generator)
        let symmetry = Symmetry.all[generator.integer(below: Symmetry.all.count)]
        lesson.steps = lesson.steps.map { step in
            Step(
                cell: symmetry.image(of: step.cell, in: room), action: symmetry.image(of: step.action),
                reward: step.reward, time: step.time, logProbability: step.logProbability)
        }
        lesson.labels = lesson.labels.map { $0.map(symmetry.image) }
        return lesson
    }
}
