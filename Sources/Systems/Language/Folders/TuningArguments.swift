public import Transformers

/// What a fine-tuning was asked for. One that goes on must have been asked for the same.
public struct TuningArguments: Codable, Equatable, Sendable {
    /// How it learns.
    public let settings: FineTuningSettings
    /// What decides a new model's numbers and the lessons.
    public let seed: UInt64
    /// How many gold solutions it learns from, and of which model; nil for a new model and lessons without end.
    public let examples: Int?
    /// The folder of the model that it begins with; nil for a new one.
    public let model: String?
    /// The file of the questions; nil for word problems.
    public let data: String?
    /// What the model is told before every question; nil for what its coder says.
    public let system: String?
    /// The folder of the adapters that it begins with; nil for none.
    public let adapter: String?
    /// The new adapters that alone are learnt; nil for none.
    public let adapters: LowRank?

    /// States what is asked for.
    public init(
        settings: FineTuningSettings, seed: UInt64, examples: Int? = nil, model: String? = nil, data: String? = nil,
        system: String? = nil, adapter: String? = nil, adapters: LowRank? = nil
    ) {
        (self.settings, self.seed, self.examples) = (settings, seed, examples)
        (self.model, self.data, self.system) = (model, data, system)
        (self.adapter, self.adapters) = (adapter, adapters)
    }
}
