public import Language
import Tokenizers
public import Transformers

/// A conversation with a chat model, whose answers are told as they are written.
public struct ChatSession {
    private let model: LanguageModel
    private let coder: ChatCoder
    private let sampler: Sampler
    private let limit: Int
    private let seed: UInt64
    private var turns: [ChatTemplate.Message] = []

    /// A conversation in which nothing was said.
    ///
    /// - Throws: ``ChatModelError/noTemplate`` for a model that is no checkpoint's.
    public init(
        with model: LanguageModel, sampler: Sampler, limit: Int, seed: UInt64
    ) throws(ChatModelError) {
        guard let coder = model.coder as? ChatCoder else { throw .noTemplate }
        (self.model, self.coder, self.sampler, self.limit, self.seed) = (model, coder, sampler, limit, seed)
    }

    /// The model's answer to what a person says.
    ///
    /// - Parameter show: called with each piece of the answer as soon as it is there; characters are whole in every piece.
    /// - Returns: the whole answer, which is the sum of the pieces.
    @discardableResult public mutating func answer(to text: String, show: @escaping (String) -> Void) -> String {
        turns.append(.init(role: "user", content: text))
        var stream = TextStream(coder.tokenizer)
        var answer = ""
        _ = model.decoder.completion(
            of: coder.prompt(of: turns), limit: limit, stops: coder.stops, sampler: sampler, with: model.parameters,
            seed: seed &+ UInt64(turns.count)
        ) { token in
            let piece = stream.text(of: token)
            guard !piece.isEmpty else { return }
            answer += piece
            show(piece)
        }
        let rest = stream.rest()
        if !rest.isEmpty { show(rest) }
        turns.append(.init(role: "assistant", content: answer + rest))
        return answer + rest
    }
}
