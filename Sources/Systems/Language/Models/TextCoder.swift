public import Autodiff

/// How questions become tokens, and tokens answers: a vocabulary of words, or a checkpoint's tokenizer with its chat template.
public protocol TextCoder: Sendable {
    /// The number of tokens that it can give and read.
    var tokenCount: Int { get }

    /// The tokens that end a completion.
    var stops: Set<Int> { get }

    /// What a model reads of a question.
    func prompt(of question: Question) throws -> [Int]

    /// A completion with these words, and the token that ends it.
    func completion(_ text: String) throws -> [Int]

    /// The text of a completion, without the token that ends it.
    func text(of completion: [Int]) -> String
}

/// A coder whose models lie in folders in a form of their own: that of a checkpoint.
public protocol CheckpointCoder: TextCoder {
    /// Writes a model with this coder into a folder.
    func write(_ model: LanguageModel, to path: String) throws

    /// What is learnt of a model, as it is in a folder to which the model was written earlier.
    func parameters(of model: LanguageModel, in path: String) throws -> Parameters
}

extension Vocabulary: TextCoder {
    /// The number of tokens.
    public var tokenCount: Int { count }
    /// The end token.
    public var stops: Set<Int> { [Self.end] }
    /// The tokens of the question's text.
    public func prompt(of question: Question) throws -> [Int] { try encode(question.text) }
    /// The tokens of the text, and the end token.
    public func completion(_ text: String) throws -> [Int] { try encode(text) + [Self.end] }
    /// The text up to the end token.
    public func text(of completion: [Int]) -> String { decode(completion) }
}
