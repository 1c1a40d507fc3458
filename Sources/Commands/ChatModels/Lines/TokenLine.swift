public import Tokenizers

/// A line of `train tokens`: a text, `{"text"}`, for which its tokens are wanted, `{"ids"}`. Special tokens in the text are parsed,
/// none is added.
public struct TokenLine: Decodable, Sendable {
    let text: String

    /// What is answered.
    public struct Answer: Encodable, Hashable, Sendable {
        /// The numbers of the text's tokens.
        public let ids: [Int]
    }

    /// The text's tokens.
    public func answer(by tokenizer: Tokenizer) -> Answer { Answer(ids: tokenizer.encode(text)) }
}
