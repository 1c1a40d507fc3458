/// What a run logged step by step, to be drawn.
public struct StepLog: Sendable {
    /// What the run is called in figures: mostly the path of its folder.
    public let name: String
    /// What is said of the run above its figures.
    public let note: String
    /// The numbers, in the order in which they are drawn.
    public let numbers: [LoggedNumber]

    /// Collects what a run logged.
    public init(name: String, note: String, numbers: [LoggedNumber]) {
        (self.name, self.note, self.numbers) = (name, note, numbers)
    }
}

/// A number that a run logs again and again.
public struct LoggedNumber: Sendable {
    /// What it is called, in lower case: `gradient norm`.
    public let name: String
    /// What it is, as a figure's title.
    public let title: String
    /// Its values, in the order of the steps.
    public let points: [Point]
    /// Whether steps differ so much by chance that a mean of several tells more.
    public let isNoisy: Bool

    /// A value at a step.
    public struct Point: Hashable, Sendable {
        /// At which step, from 0.
        public let step: Int
        /// The value.
        public let value: Double

        /// States a value.
        public init(step: Int, value: Double) { (self.step, self.value) = (step, value) }
    }

    /// Collects a number's values.
    public init(_ name: String, title: String, points: [Point], isNoisy: Bool = true) {
        (self.name, self.title, self.points, self.isNoisy) = (name, title, points, isNoisy)
    }

    /// The mean of each step's value and those of the steps before it, `count` in all; nothing for the first steps, which have fewer
    /// before them.
    public func averaged(over count: Int) -> [Point] {
        points.indices.dropFirst(count - 1).map { place in
            let sum = points[place - count + 1...place].reduce(0) { $0 + $1.value }
            return Point(step: points[place].step, value: sum / Double(count))
        }
    }
}
