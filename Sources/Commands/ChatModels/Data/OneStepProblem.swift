public import DeterministicMath

/// A word problem of one step, in words that a chat model knows, and some of whose answers are never trained.
///
/// ```swift
/// var generator = Xoshiro256StarStar(seed: 1)
/// print(OneStepProblem(for: .training, using: &generator).question)
/// // Ruth has 4 coins and buys 3 more. How many coins does Ruth have now?
/// ```
public struct OneStepProblem: Hashable, Sendable {
    /// Who has the things.
    public let name: String
    /// What things these are.
    public let item: String
    /// How many there are at first: 2 to 12.
    public let start: Int
    /// How many are bought, 1 to 9; or, below zero, how many are lost, less than there are.
    public let change: Int

    /// What a problem is for.
    public enum Use: Hashable, Sendable {
        /// To learn from.
        case training
        /// To be judged by, with an answer that other problems have in training.
        case seenAnswer
        /// To be judged by, with an answer that no problem has in training.
        case newAnswer
    }

    /// The answers that no problem has in training.
    public static let newAnswers: Set<Int> = [5, 8, 13, 16]

    private static let names = ["Tom", "Mia", "Sara", "Ivan", "Ruth", "Leo", "Eva", "Max"]
    private static let items = ["apples", "books", "coins", "cards", "shells", "pens", "stones", "stamps"]

    /// Draws a problem; two of three are sums.
    public init(for use: Use, using generator: inout Xoshiro256StarStar) {
        repeat { self.init(using: &generator) } while self.use != use
    }

    private init(using generator: inout Xoshiro256StarStar) {
        name = Self.names[generator.integer(below: Self.names.count)]
        item = Self.items[generator.integer(below: Self.items.count)]
        start = 2 + generator.integer(below: 11)
        change =
            generator.integer(below: 3) < 2
            ? 1 + generator.integer(below: 9) : -1 - generator.integer(below: min(9, start - 1))
    }

    /// How many things there are in the end: 1 to 21.
    public var answer: Int { start + change }

    /// What the model reads.
    public var question: String {
        let event = change > 0 ? "buys \(change) more" : "loses \(-change)"
        return "\(name) has \(start) \(item) and \(event). How many \(item) does \(name) have now?"
    }

    /// The calculation and the answer, as GSM8K writes them.
    public var solution: String {
        "\(start) \(change > 0 ? "+" : "-") \(abs(change)) = \(answer)\n#### \(answer)"
    }

    /// What it may be used for: one question of four is kept from training, whatever its answer.
    public var use: Use {
        if Self.newAnswers.contains(answer) { return .newAnswer }
        return SplitMix64.mix(Digest(of: question).value) % 4 == 0 ? .seenAnswer : .training
    }

    /// Problems to learn from, in the order in which a seed draws them.
    public static func training(_ count: Int, seed: UInt64) -> [OneStepProblem] {
        var generator = Xoshiro256StarStar(seed: seed)
        return (0..<count).map { _ in OneStepProblem(for: .training, using: &generator) }
    }

    /// Different problems to be judged by: the second, the fourth … have answers that are new.
    public static func heldOut(_ count: Int, seed: UInt64) -> [OneStepProblem] {
        var generator = Xoshiro256StarStar(seed: seed)
        var problems: [OneStepProblem] = []
        while problems.count < count {
            let use: Use = problems.count.isMultiple(of: 2) ? .seenAnswer : .newAnswer
            let problem = OneStepProblem(for: use, using: &generator)
            if !problems.contains(problem) { problems.append(problem) }
        }
        return problems
    }
}

/// A line of a file as GSM8K's.
extension OneStepProblem: Encodable {
    private enum Key: CodingKey { case question, answer }

    /// Writes `question` and `answer`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(question, forKey: .question)
        try container.encode(solution, forKey: .answer)
    }
}
