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

extension LessonSource {
    /// What the lives that the lessons show earn in each slot, on average over some lessons: the returns of the one who is
    /// imitated, as the imitator sees them. In rooms that go on at the goal, so that slots are as long as episodes.
    public func meanReturns(lessons: Int, using generator: inout Xoshiro256StarStar) -> [Double] {
        require(!room.endsAtGoal && lessons > 0, "\(lessons) lessons, or slots of different lengths")
        var sums = [Int](repeating: 0, count: length / room.steps)
        for _ in 0..<lessons {
            for (place, step) in lesson(using: &generator).steps.enumerated() {
                sums[place / room.steps] += step.reward
            }
        }
        return sums.map { Double($0) / Double(lessons) }
    }
}
