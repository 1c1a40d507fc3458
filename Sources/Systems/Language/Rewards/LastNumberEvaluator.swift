/// Is the last number of an answer the right one, and did the answer end by itself? For models that know no format.
///
/// | reward | earns |
/// | --- | --- |
/// | last number | 1 if it is the right answer |
/// | end | 0.25 if the answer was not cut off |
///
/// ```swift
/// let question = Question(text: "What is 10 - 3?", answer: "7")
/// print(LastNumberEvaluator().rewards(of: [Answer(to: question, "10 - 3 = 7 shells.")])[0].total)   // 1.25
/// ```
public struct LastNumberEvaluator: Evaluator, Hashable {
    /// Creates the evaluator.
    public init() {}

    /// The two names.
    public var rewardNames: [String] { Self.names }

    private static let names = ["last number", "end"]

    /// The rewards of answers.
    public func rewards(of answers: [Answer]) -> [Rewards] {
        answers.map { answer in
            let isRight = Self.lastNumber(of: answer.text).map { $0 == answer.question.answer } ?? false
            return Rewards(
                names: Self.names, values: [isRight ? 1 : 0, answer.isWhole ? 0.25 : 0], isRight: isRight)
        }
    }

    /// The last number of a text as it is written, but without commas between digits: 1,000 is "1000"; nil if there is none.
    ///
    /// A minus belongs to the number that follows at once, unless it stands right behind a digit: "5-3" ends with 3.
    public static func lastNumber(of text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        func isDigit(_ place: Int) -> Bool { scalars.indices.contains(place) && ("0"..."9").contains(scalars[place]) }
        guard let last = scalars.indices.last(where: isDigit) else { return nil }
        var first = last
        while isDigit(first - 1) || (first > 1 && isDigit(first - 2) && [",", "."].contains(scalars[first - 1])) {
            first -= 1
        }
        if first > 0, scalars[first - 1] == "-", !isDigit(first - 2) { first -= 1 }
        return String(String.UnicodeScalarView(scalars[first...last].filter { $0 != "," }))
    }
}
