/// What a language model is asked, and what is known of the right answer.
public struct Question: Hashable, Sendable, Codable {
    /// The text that the model reads.
    public var text: String
    /// What the extracted answer is compared with; empty where there is no single right answer.
    public var answer: String
    /// A whole completion that is right in every way, for fine-tuning on examples; nil where none is known.
    public var solution: String?

    /// Creates a question.
    public init(text: String, answer: String, solution: String? = nil) {
        self.text = text
        self.answer = answer
        self.solution = solution
    }
}
