/// What a judge is told of an answer: one line of JSON, `{"answer": …, "question": …, "reference": …}`.
public struct JudgedAnswer: Hashable, Sendable, Codable {
    /// What was asked.
    public let question: String
    /// The right answer; empty where there is none.
    public let reference: String
    /// What was answered.
    public let answer: String

    /// States what was asked and answered.
    public init(question: String, reference: String, answer: String) {
        (self.question, self.reference, self.answer) = (question, reference, answer)
    }

    /// The line, without its end.
    func line() -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts can always be written.
        return String(decoding: try! encoder.encode(self), as: UTF8.self)
    }
}
