public import Autodiff
import DeterministicMath
public import GRPO
public import Transformers

/// A decoder with its numbers and its words: what is asked and answers.
public struct LanguageModel: Sendable {
    /// How text becomes tokens.
    public let coder: any TextCoder
    /// What the model is made of.
    public let decoder: Decoder
    /// Its numbers: what is learned.
    public var parameters: Parameters

    /// A model of given parts; the decoder must have as many tokens as the coder, or more.
    public init(coder: any TextCoder, decoder: Decoder, parameters: Parameters) throws(LanguageError) {
        guard coder.tokenCount <= decoder.settings.vocabulary else {
            throw .vocabulary(tokens: coder.tokenCount, model: decoder.settings.vocabulary)
        }
        self.coder = coder
        self.decoder = decoder
        self.parameters = parameters
    }

    /// A new model of the shape that the book's word problems are learned with: two layers, four heads on two of keys and
    /// values, SwiGLU with three times the features, a tied head.
    ///
    /// - Parameters:
    ///   - features: a multiple of 8; 64 makes 109,376 numbers with 164 tokens.
    ///   - seed: decides the numbers.
    public init(_ vocabulary: Vocabulary, features: Int = 64, layers: Int = 2, seed: UInt64) {
        var generator = Xoshiro256StarStar(seed: seed)
        var parameters = Parameters()
        coder = vocabulary
        decoder = Decoder(
            Decoder.Settings(
                vocabulary: vocabulary.count, features: features, layers: layers, heads: 4, keyValueHeads: 2,
                feedForward: .swiGLU(hidden: 3 * features), biases: .queryKeyValue,
                initialization: Decoder.Initialization(outputs: 0.5)),
            in: &parameters, using: &generator)
        self.parameters = parameters
    }

    /// Answers to questions, several to each, written side by side.
    ///
    /// - Parameters:
    ///   - each: how many answers to each question.
    ///   - limit: the most tokens of an answer.
    ///   - promptLimit: the most tokens of a question.
    public func answers(
        to questions: [Question], each: Int, limit: Int, promptLimit: Int = .max, sampler: Sampler, threads: Int = .max,
        using generator: inout some RandomNumberGenerator
    ) async throws -> Answers {
        let prompts = try questions.map { question in
            let prompt = try coder.prompt(of: question)
            guard prompt.count <= promptLimit else {
                throw LanguageError.promptTooLong(tokens: prompt.count, limit: promptLimit, text: question.text)
            }
            return prompt
        }
        let groups = await decoder.completions(
            of: prompts, each: each, limit: limit, stops: coder.stops, sampler: sampler, with: parameters,
            threads: threads, using: &generator)
        return Answers(questions: questions, rollout: Rollout(prompts: prompts, groups: groups), coder: coder)
    }
}

/// What a model answered: the tokens, to learn from, and the texts, to be scored.
public struct Answers: Sendable {
    /// The questions.
    public let questions: [Question]
    /// The tokens.
    public let rollout: Rollout
    /// The texts, with their questions, question by question.
    public let texts: [Answer]

    init(questions: [Question], rollout: Rollout, coder: any TextCoder) {
        self.questions = questions
        self.rollout = rollout
        texts = zip(questions, rollout.groups).flatMap { question, group in
            group.map { Answer(to: question, coder.text(of: $0.tokens)) }
        }
    }
}
