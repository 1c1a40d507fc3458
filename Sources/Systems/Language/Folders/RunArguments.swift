/// What a run was asked for: `args.json`.
public struct RunArguments: Codable, Equatable, Sendable {
    /// How it learns.
    public let settings: GRPOSettings
    /// By which evaluator.
    public let evaluator: GSM8KEvaluator.Version
    /// What decides the base model, the questions and all samples.
    public let seed: UInt64
    /// The folder of the model that it began with; nil for a base model of its own.
    public let model: String?

    /// States what is asked for.
    public init(settings: GRPOSettings, evaluator: GSM8KEvaluator.Version, seed: UInt64, model: String?) {
        (self.settings, self.evaluator, self.seed, self.model) = (settings, evaluator, seed, model)
    }
}
