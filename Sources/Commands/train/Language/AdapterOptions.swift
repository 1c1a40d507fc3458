import ArgumentParser
import Language
import Transformers

/// The flags that let adapters learn in a model's place.
struct AdapterOptions: ParsableArguments {
    @Option(
        help: "Train low-rank adapters of this rank, and nothing else; without it, the model, or what --adapter names.")
    var loraRank: Int?
    @Option(help: "How much they count, times the rank; twice the rank without it.") var loraAlpha: Float?
    @Option(help: "Which maps of every layer have adapters: \(LowRank.names.joined(separator: ",")).")
    var loraTargets = "q_proj,v_proj"

    func validate() throws {
        if loraRank == nil, let loraAlpha {
            throw ValidationError("--lora-alpha is \(loraAlpha), which needs --lora-rank")
        }
        do { _ = try settings() } catch { throw ValidationError("\(error)") }
    }

    /// The adapters that were asked for; nil without a rank.
    func settings() throws(LowRankError) -> LowRank? {
        guard let loraRank else { return nil }
        return try LowRank(
            rank: loraRank, alpha: loraAlpha, targets: loraTargets.split(separator: ",").map(String.init))
    }

    /// Throws if layers are to be trained beside adapters.
    func check(trainLayers: Int?) throws(ValidationError) {
        guard let trainLayers else { return }
        try require(loraRank == nil, "--train-layers", trainLayers, "left out with --lora-rank")
    }

    /// The named model with new adapters, if they were asked for; nil if no model was named.
    func learner(_ options: ModelOptions, seed: UInt64) throws -> LanguageModel? {
        let settings = try settings()
        guard options.model != nil else {
            if let flag = settings != nil ? "--lora-rank" : options.adapter != nil ? "--adapter" : nil {
                throw ValidationError("\(flag) needs --model, whose adapters they are")
            }
            return nil
        }
        let named = try options.named()
        return try settings.map { try named.adapted(by: $0, seed: seed) } ?? named
    }
}
