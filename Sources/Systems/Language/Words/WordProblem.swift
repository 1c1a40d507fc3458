import DeterministicMath

/// A word problem: somebody has things, something happens to them, and how many are there now?
///
/// ```swift
/// var generator = Xoshiro256StarStar(seed: 1)
/// let problem = WordProblem(using: &generator)
/// print(problem.text)       // leo has 7 coins . leo buys 3 more . how many coins does leo have now ?
/// print(problem.reasoning)  // ["7 + 3 = 10"]
/// ```
public struct WordProblem: Hashable, Sendable {
    /// Who has the things.
    public let name: String
    /// What things these are.
    public let item: String
    /// How many there are at first: 2 to 12.
    public let start: Int
    /// Somebody else with other things, of no consequence.
    public let distractor: Distractor?
    /// What happens, in order.
    public let events: [WordEvent]

    /// Somebody else's things.
    public struct Distractor: Hashable, Sendable {
        /// Who has them.
        public let name: String
        /// What they are.
        public let item: String
        /// How many there are: 2 to 12.
        public let count: Int
    }

    /// The eight names.
    public static let names = ["tom", "mia", "sam", "ana", "leo", "eva", "max", "ida"]
    /// The eight kinds of things.
    public static let items = ["apples", "books", "coins", "cards", "shells", "pens", "stones", "stamps"]

    /// How many things there are in the end: 1 to 60.
    public var answer: Int { events.reduce(start) { $1.total(after: $0) } }

    /// What the model reads.
    public var text: String { sentences(naming: name, item).joined(separator: " ") }

    /// The calculation, a step `a op b = c` at a time.
    public var reasoning: [String] {
        var total = start
        return events.flatMap { event in
            defer { total = event.total(after: total) }
            return event.steps(from: total)
        }
    }

    /// The text without names and things: what is left to be understood. Problems are held out by it, so that no held-out
    /// problem is a training problem about somebody else.
    public var skeleton: String {
        sentences(naming: name, item).joined(separator: " ").split(separator: " ")
            .filter { !Self.nameless.contains(String($0)) }.joined(separator: " ")
    }

    /// Whether the problem is never trained on.
    public var isHeldOut: Bool { SplitMix64.mix(Digest(of: skeleton).value) % 10 == 0 }

    private static let nameless = Set(names + items)

    private func sentences(naming name: String, _ item: String) -> [String] {
        let others = distractor.map { ["\($0.name) has \($0.count) \($0.item) ."] } ?? []
        return ["\(name) has \(start) \(item) ."] + others + events.map { $0.sentence(about: name) }
            + ["how many \(item) does \(name) have now ?"]
    }
}
