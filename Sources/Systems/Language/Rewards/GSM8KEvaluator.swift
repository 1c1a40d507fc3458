/// The five rewards of the original: is the answer right, is it a whole number, and is it in the format?
///
/// | reward | earns |
/// | --- | --- |
/// | correctness | 2 if the extracted answer is the right one |
/// | integer | 0.5 if it is a whole number |
/// | strict format | 0.5 for both tags, each on a line of its own |
/// | soft format | 0.5 for both tags, one after the other |
/// | tags | 0.125 for each of the four tags that stands once, less 0.001 for each character after the last |
///
/// Each of them has mistakes; without mendings they are what they are, number by number.
public struct GSM8KEvaluator: Evaluator, Hashable {
    /// What is mended.
    public let mending: Mending

    /// Creates the evaluator, as the original is or mended.
    public init(mending: Mending = []) { self.mending = mending }

    /// Mistakes of the original that can be mended, one by one.
    public struct Mending: OptionSet, Hashable, Sendable, Codable {
        /// The mendings as bits.
        public let rawValue: Int

        /// Creates a set of mendings from bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Reasoning may have several lines, and line breaks stand between tags in the soft format too; every tag stands
        /// once, nothing is empty, and nothing follows.
        ///
        /// In the original no point of a pattern matches a line break: what the strict format demands, the soft one
        /// forbids, so that no text earns both.
        public static let formats = Mending(rawValue: 1)
        /// An answer is what stands in one pair of tags; without it there is none.
        ///
        /// In the original a text without tags is all answer: a bare number earns 2.5.
        public static let extraction = Mending(rawValue: 2)
        /// Whole numbers may have a sign and commas between thousands, and are compared as numbers.
        ///
        /// In the original the right answers -3 and 1,000 are no whole numbers, ² is one, and 07 is not 7.
        public static let numbers = Mending(rawValue: 4)
        /// Tags count wherever they stand, and the deduction for what follows ends at 0.
        ///
        /// In the original it is made twice, grows with the whole text if the last line break is missing, and has no end.
        public static let tags = Mending(rawValue: 8)

        /// All of them: the text that is right in every way earns 4.
        public static let all: Mending = [.formats, .extraction, .numbers, .tags]
    }

    /// The five names.
    public var rewardNames: [String] { Self.names }

    private static let names = ["correctness", "integer", "strict format", "soft format", "tags"]

    /// The rewards of answers.
    public func rewards(of answers: [Answer]) -> [Rewards] { answers.map(rewards) }

    /// The rewards of one answer.
    public func rewards(of answer: Answer) -> Rewards {
        let text = CodePoints(answer.text)
        let extracted = extractedAnswer(of: text)
        let isRight = extracted.map { isSame($0, answer.question.answer) } ?? false
        let format = FormatPatterns(acrossLines: mending.contains(.formats))
        return Rewards(
            names: Self.names,
            values: [
                isRight ? 2 : 0,
                extracted.map(isWholeNumber) ?? false ? 0.5 : 0,
                format.isStrict(text) ? 0.5 : 0,
                format.isSoft(text) ? 0.5 : 0,
                mending.contains(.tags) ? TagCount.mended(text) : TagCount.original(text),
            ],
            isRight: isRight)
    }

    /// What is taken for the answer of a text: nil if there is none.
    public func extractedAnswer(of text: String) -> String? {
        extractedAnswer(of: CodePoints(text)).map { String(String.UnicodeScalarView($0.scalars)) }
    }

    private func extractedAnswer(of text: CodePoints) -> CodePoints? {
        if mending.contains(.extraction) {
            let (opening, closing) = (text.places(of: "<answer>"), text.places(of: "</answer>"))
            guard opening.count == 1, closing.count == 1, opening[0] < closing[0] else { return nil }
        }
        return text.afterLast("<answer>").beforeFirst("</answer>").stripped
    }

    private func isSame(_ extracted: CodePoints, _ answer: String) -> Bool {
        let answer = CodePoints(answer)
        guard mending.contains(.numbers), let number = WholeNumber(extracted) else { return extracted == answer }
        return number == WholeNumber(answer.stripped)
    }

    private func isWholeNumber(_ extracted: CodePoints) -> Bool {
        mending.contains(.numbers) ? WholeNumber(extracted) != nil : extracted.isDigits
    }
}
