public import Autodiff
public import Checkpoints
public import Language
public import Tokenizers
import Transformers

/// How a chat model reads questions and writes answers: a question is a user's turn, an answer the assistant's, up to its end.
///
/// What ends an answer, and nothing else, is taken from the checkpoint: temperature and limits are the run's alone.
public struct ChatCoder: CheckpointCoder {
    /// How text becomes tokens.
    public let tokenizer: Tokenizer
    /// How turns become one text.
    public let template: ChatTemplate
    /// What the model is told before every question; nil for the template's own text.
    public let system: String?
    /// The tokens that end an answer: those that the checkpoint declares, and the end of a turn.
    public let stops: Set<Int>
    private let end: Int
    private let configuration: ModelConfiguration
    private let texts: CheckpointTexts
    private let path: String

    /// The coder of a checkpoint.
    ///
    /// - Throws: what is wrong with tokenizer or template; ``ChatModelError/noTemplate`` if turns have no end token.
    public init(_ files: CheckpointFiles, _ configuration: ModelConfiguration, system: String?) throws {
        (tokenizer, template) = (try files.tokenizer(), try files.chatTemplate())
        guard let end = tokenizer.id(ofAdded: "<|im_end|>") else { throw ChatModelError.noTemplate }
        self.end = end
        stops = Set(configuration.endTokens + [end])
        (texts, path) = (try CheckpointTexts(of: files), files.path)
        (self.system, self.configuration) = (system, configuration)
    }

    /// The number of tokens; the table of the model may have more rows.
    public var tokenCount: Int { tokenizer.count }

    /// The system's turn, the question, and the opening of the answer.
    public func prompt(of question: Question) -> [Int] {
        prompt(of: [ChatTemplate.Message(role: "user", content: question.text)])
    }

    /// A conversation, and the opening of the next answer.
    public func prompt(of turns: [ChatTemplate.Message]) -> [Int] {
        let first = system.map { [ChatTemplate.Message(role: "system", content: $0)] } ?? []
        return tokenizer.encode(template.prompt(first + turns))
    }

    /// The tokens of an answer and the end of the turn.
    public func completion(_ text: String) -> [Int] { tokenizer.encode(text) + [end] }

    /// The text of an answer, special tokens left out.
    public func text(of completion: [Int]) -> String { tokenizer.decode(completion, skippingSpecial: true) }

    /// Writes a folder that transformers loads; of a model with adapters, one that PEFT loads.
    public func write(_ model: LanguageModel, to path: String) throws {
        let folder = URL(filePath: path)
        if model.decoder.adapters != nil {
            return try AdapterFolder(folder).write(model.decoder, model.parameters, base: self.path)
        }
        try Checkpoint(configuration, model.decoder, model.parameters).write(folder: folder)
        try texts.write(to: folder)
    }

    /// The numbers of a folder that was written.
    public func parameters(of model: LanguageModel, in path: String) throws -> Parameters {
        let folder = URL(filePath: path)
        guard let base = model.parameters.base else { return try Checkpoint(folder: folder).parameters }
        return try AdapterFolder(folder).read(for: model.decoder.unadapted, base).parameters
    }
}

extension LanguageModel {
    /// A checkpoint as a model that answers.
    ///
    /// - Parameters:
    ///   - path: a folder of Hugging Face's, a GGUF file, or the folder of a run that began with one of them.
    ///   - system: what it is told before every question; nil for what the checkpoint says itself.
    public init(checkpoint path: String, system: String? = nil) throws {
        let files = try CheckpointFiles(path)
        let checkpoint = try files.checkpoint()
        try self.init(
            coder: ChatCoder(files, checkpoint.configuration, system: system), decoder: checkpoint.decoder,
            parameters: checkpoint.parameters)
    }

    /// A model by its path: a checkpoint, a run's last, or a model of a vocabulary's words.
    ///
    /// - Parameter adapter: a folder of PEFT's, or of a run that trained adapters; nil for what `path` holds.
    public init(at path: String, system: String? = nil, adapter: String? = nil) throws {
        let place = RunFolder(path).lastCheckpoint ?? path
        let own = AdapterFolder(URL(filePath: place))
        if adapter == nil, own.holdsAdapters, !CheckpointFiles.isCheckpoint(place) {
            try self.init(checkpoint: own.configuration().base, system: system)
            try adapt(by: place)
        } else if CheckpointFiles.isCheckpoint(place) {
            try self.init(checkpoint: place, system: system)
            if let adapter { try adapt(by: RunFolder(adapter).lastCheckpoint ?? adapter) }
        } else {
            guard adapter == nil else { throw ChatModelError.noCheckpoint(path: path) }
            self = try ModelFolder(path).latest()
        }
    }

    /// Adds a folder's adapters.
    private mutating func adapt(by path: String) throws {
        let (decoder, parameters) = try AdapterFolder(URL(filePath: path)).read(for: decoder, parameters)
        self = try LanguageModel(coder: coder, decoder: decoder, parameters: parameters)
    }
}
