/// How a conversation is written as one text for a model: ChatML, as Qwen2's and SmolLM2's checkpoints have it.
///
/// ```swift
/// let template = try ChatTemplate(jinja: text)
/// let prompt = template.prompt([.init(role: "user", content: "What is the capital of France?")])
/// ```
public struct ChatTemplate: Hashable, Sendable {
    /// One turn of a conversation.
    public struct Message: Hashable, Sendable {
        /// `system`, `user` or `assistant`.
        public let role: String
        /// What is said.
        public let content: String

        /// Creates a turn.
        public init(role: String, content: String) { (self.role, self.content) = (role, content) }
    }

    /// What a conversation without a system text begins with; nil if with nothing.
    public let defaultSystem: String?

    /// ChatML with, or without, a default system text.
    public init(defaultSystem: String?) { self.defaultSystem = defaultSystem }

    /// Recognises a checkpoint's template.
    ///
    /// - Throws: ``TokenizerError/template(_:)`` for any other: a template that is nearly right gives prompts that the model
    ///   never saw, without a word.
    public init(jinja text: String) throws(TokenizerError) {
        // In Jinja's texts a new line may be written out or as it is.
        let flat = text.replacing("\\n", with: "\n").trimmingNewlines
        if flat == Self.turns {
            self.init(defaultSystem: nil)
            return
        }
        let (before, after) = (Self.systemBefore, Self.systemAfter)
        guard flat.hasPrefix(before), flat.hasSuffix(after), flat.count >= before.count + after.count else {
            throw .template(text)
        }
        let system = String(flat.dropFirst(before.count).dropLast(after.count))
        guard !system.contains("'"), !system.contains("{"), !system.contains("\\") else { throw .template(text) }
        self.init(defaultSystem: system)
    }

    /// The conversation as text, with the opening of the assistant's turn behind it.
    public func prompt(_ messages: [Message]) -> String {
        var turns = messages
        if let defaultSystem, messages.first?.role != "system", !messages.isEmpty {
            turns.insert(Message(role: "system", content: defaultSystem), at: 0)
        }
        return turns.map { "<|im_start|>\($0.role)\n\($0.content)<|im_end|>\n" }.joined() + "<|im_start|>assistant\n"
    }

    private static let loop = "{% for message in messages %}"
    private static let turn =
        "{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}"
        + "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
    private static let turns = loop + turn
    private static let systemBefore =
        loop + "{% if loop.first and messages[0]['role'] != 'system' %}{{ '<|im_start|>system\n"
    private static let systemAfter = "<|im_end|>\n' }}{% endif %}" + turn
}

extension String {
    fileprivate var trimmingNewlines: String {
        var text = Substring(self)
        while text.last?.isNewline == true { text.removeLast() }
        return String(text)
    }
}
