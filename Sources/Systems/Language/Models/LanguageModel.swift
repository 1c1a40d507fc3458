import Advantages
public import Autodiff
import DeterministicMath
public import GRPO
public import Transformers

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

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

    /// How many of the lowest layers stay as they are where so many of the highest are trained; without a number, none.
    func frozenLayers(training layers: Int?) -> Int { layers.map { max(0, decoder.settings.layers - $0) } ?? 0 }

    /// Answers to questions, several to each, written side by side.
    ///
    /// - Parameters:
    ///   - each: how many answers to each question.
    ///   - limit: the most tokens of an answer.
    ///   - promptLimit: the most tokens of a question.
    ///   - peers: processes that share the questions.
    public func answers(
        to questions: [Question], each: Int, limit: Int, promptLimit: Int = .max, sampler: Sampler, threads: Int = .max,
        among peers: (any Peers)? = nil, using generator: inout some RandomNumberGenerator
    ) async throws -> Answers {
        let prompts = try questions.map { question in
            let prompt = try coder.prompt(of: question)
            guard prompt.count <= promptLimit else {
                throw LanguageError.promptTooLong(tokens: prompt.count, limit: promptLimit, text: question.text)
            }
            return prompt
        }
        let share = peers?.share(of: prompts.count) ?? prompts.indices
        // One word is the seed of one answer, whoever writes it.
        for _ in 0..<each * share.lowerBound { _ = generator.next() }
        var groups = await decoder.completions(
            of: Array(prompts[share]), each: each, limit: limit, stops: coder.stops, sampler: sampler, with: parameters,
            threads: threads, using: &generator)
        for _ in 0..<each * (prompts.count - share.upperBound) { _ = generator.next() }
        if let peers { groups = try peers.gathered(groups) }
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
            group.map { Answer(to: question, coder.text(of: $0.tokens), isWhole: $0.isStopped) }
        }
    }
}

/// A model of a vocabulary's words can be kept as a value, with every bit of its numbers.
extension LanguageModel: Codable {
    private enum Key: CodingKey { case vocabulary, decoder, numbers }

    /// Keeps the words, the decoder's settings, and the numbers as little-endian floats, parameter after parameter. A
    /// checkpoint's tokenizer is too large to be a value: such a model is saved as a folder.
    public func encode(to encoder: any Encoder) throws {
        guard let vocabulary = coder as? Vocabulary else {
            let context = EncodingError.Context(
                codingPath: encoder.codingPath,
                debugDescription: "only a model with a vocabulary can be kept as a value")
            throw EncodingError.invalidValue(coder, context)
        }
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(vocabulary, forKey: .vocabulary)
        try container.encode(decoder.settings, forKey: .decoder)
        let bits = parameters.all.flatMap { parameters[$0].values.map(\.bitPattern.littleEndian) }
        try container.encode(bits.withUnsafeBytes { Data($0) }, forKey: .numbers)
    }

    /// The model that was kept.
    public init(from decoder: any Swift.Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let vocabulary = try container.decode(Vocabulary.self, forKey: .vocabulary)
        let settings = try container.decode(Transformers.Decoder.Settings.self, forKey: .decoder)
        var parameters = Parameters()
        // Every number is replaced.
        var generator = SplitMix64(seed: 0)
        let made = Transformers.Decoder(settings, in: &parameters, using: &generator)
        let data = try container.decode(Data.self, forKey: .numbers)
        guard data.count == 4 * parameters.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .numbers, in: container,
                debugDescription: "\(data.count) bytes are not the \(parameters.count) numbers of the decoder")
        }
        let numbers = data.withUnsafeBytes { bytes in
            (0..<parameters.count).map { place in
                Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self)))
            }
        }
        var rest = numbers[...]
        for parameter in parameters.all {
            parameters[parameter] = Tensor(parameter.shape, Array(rest.prefix(parameter.shape.count)))
            rest = rest.dropFirst(parameter.shape.count)
        }
        try self.init(coder: vocabulary, decoder: made, parameters: parameters)
    }
}

extension LanguageModel {
    /// The same model with new low-rank adapters, which alone are learnt; it answers as before until they are.
    ///
    /// - Parameter seed: decides the adapters' first numbers.
    /// - Throws: `LowRankError` if the model can not have such adapters.
    public func adapted(by adapters: LowRank, seed: UInt64) throws -> LanguageModel {
        // Samples have the streams of their steps' numbers.
        var generator = Xoshiro256StarStar(seed: seed, stream: .max)
        var learnt = Parameters(above: parameters)
        let adapted = try decoder.adapted(adapters, in: &learnt, using: &generator)
        return try LanguageModel(coder: coder, decoder: adapted, parameters: learnt)
    }

    /// The same model with its adapters' part added to every weight; itself if it has none.
    public func merged() throws(LanguageError) -> LanguageModel {
        let (decoder, parameters) = decoder.merged(parameters)
        return try LanguageModel(coder: coder, decoder: decoder, parameters: parameters)
    }

    /// Layers that are not trained, and adapters, exclude one another.
    func check(trainedLayers layers: Int?) throws(LanguageError) {
        guard let layers, decoder.adapters != nil else { return }
        throw .setting(InvalidSetting("trainedLayers", layers, mustBe: "left out where adapters are trained"))
    }
}

extension LanguageModel {
    /// The model with some words more, which it has yet to learn: their rows of the token table are drawn as those of a new model
    /// are, and all else is the same.
    ///
    /// - Parameters:
    ///   - words: none of them is a word of the model yet.
    ///   - seed: decides the new rows.
    /// - Throws: ``LanguageError`` if the model's tokens are those of a checkpoint.
    public func with(words: [String], seed: UInt64) throws(LanguageError) -> LanguageModel {
        guard let vocabulary = coder as? Vocabulary else {
            throw .setting(InvalidSetting("the model's tokenizer", type(of: coder), mustBe: "a vocabulary of words"))
        }
        let larger = vocabulary.adding(words)
        var settings = decoder.settings
        settings.vocabulary = larger.count
        var parameters = Parameters()
        var generator = Xoshiro256StarStar(seed: seed)
        let made = Decoder(settings, in: &parameters, using: &generator)
        for (old, new) in zip(self.parameters.all, parameters.all) {
            let known = self.parameters[old].values
            let drawn = parameters[new].values
            parameters[new] = Tensor(new.shape, known + drawn.dropFirst(known.count))
        }
        return try LanguageModel(coder: larger, decoder: made, parameters: parameters)
    }
}
