public import Transformers

/// What a run was asked for: `args.json`.
public struct RunArguments: Codable, Equatable, Sendable {
    /// How it learns.
    public let settings: GRPOSettings
    /// By which evaluator.
    public let evaluator: EvaluatorName
    /// What decides the base model, the questions and all samples.
    public let seed: UInt64
    /// The folder of the model that it began with; nil for a base model of its own.
    public let model: String?
    /// The file of the questions; nil for word problems.
    public let data: String?
    /// What the model is told before every question; nil for what its coder says.
    public let system: String?
    /// The folder of the adapters that it began with; nil for none.
    public let adapter: String?
    /// The new adapters that alone are learnt; nil for none.
    public let adapters: LowRank?
    /// What else scores the answers, in its own words; nil for the evaluator alone.
    public let judge: String?

    /// States what is asked for.
    public init(
        settings: GRPOSettings, evaluator: EvaluatorName, seed: UInt64, model: String?, data: String? = nil,
        system: String? = nil, adapter: String? = nil, adapters: LowRank? = nil,
        judge: String? = nil
    ) {
        (self.settings, self.evaluator, self.seed) = (settings, evaluator, seed)
        (self.model, self.data, self.system) = (model, data, system)
        (self.adapter, self.adapters, self.judge) = (adapter, adapters, judge)
    }
}
