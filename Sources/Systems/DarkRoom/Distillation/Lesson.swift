public import DeterministicMath

/// A piece of some agent's life, episode after episode, with what a model should have done in each step.
public struct Lesson: Hashable, Sendable {
    /// What happened.
    public var steps: [Step]
    /// The action that is to be learnt for each step; nil where nothing is.
    public var labels: [Action?]

    /// A lesson whose labels are what was done.
    public init(_ steps: [Step]) {
        self.steps = steps
        labels = steps.map(\.action)
    }
}

/// Where lessons come from: each call is a new one.
public protocol LessonSource: Sendable {
    /// The room that its agents live in.
    var room: Room { get }
    /// How many steps its lessons have at most.
    var length: Int { get }
    /// A lesson; the generator is its only chance.
    func lesson(using generator: inout Xoshiro256StarStar) -> Lesson
}
