/// Low-rank adapters of a decoder's linear maps (Hu et al., "LoRA", 2021, section 4.1): a map's weight W stays as it is, and two small
/// ones beside it are learnt.
///
/// y = x·W + b + alpha/rank · (x·A)·B, with A of inputs × rank and B of rank × outputs.
///
/// A is drawn, B is 0: at first nothing is added, and a decoder with adapters gives the bits of one without.
public struct LowRank: Hashable, Sendable, Codable {
    /// How many numbers lie between A and B.
    public let rank: Int
    /// How much an adapter counts, times the rank.
    public let alpha: Float
    /// Which maps of every layer have adapters, by their names in checkpoints, in ascending order.
    public let targets: [String]

    /// The maps of Llama's and Qwen2's layers that can have adapters.
    public static let names = ["down_proj", "gate_proj", "k_proj", "o_proj", "q_proj", "up_proj", "v_proj"]

    /// Adapters of queries and values are the paper's, and the default.
    ///
    /// - Parameter alpha: twice the rank without it.
    public init(
        rank: Int, alpha: Float? = nil, targets: [String] = ["q_proj", "v_proj"]
    ) throws(LowRankError) {
        guard rank >= 1 else { throw .rank(rank) }
        let alpha = alpha ?? 2 * Float(rank)
        guard alpha > 0, alpha.isFinite else { throw .alpha(alpha) }
        guard !targets.isEmpty else { throw .target("") }
        if let unknown = targets.first(where: { !Self.names.contains($0) }) { throw .target(unknown) }
        (self.rank, self.alpha, self.targets) = (rank, alpha, Set(targets).sorted())
    }

    /// What A and B's product is multiplied by.
    public var scale: Float { alpha / Float(rank) }
}

/// Why a decoder can not have such adapters.
public enum LowRankError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A rank below 1.
    case rank(Int)
    /// A rank above that of the smallest map that should have an adapter.
    case rankAbove(Int, map: String, limit: Int)
    /// An alpha that is not above 0.
    case alpha(Float)
    /// No name of a map, or one that can not have an adapter.
    case target(String)
    /// The model has adapters already.
    case adapted

    /// The value and what was expected.
    public var description: String {
        switch self {
        case .rank(let rank): "an adapter's rank is \(rank); it must be at least 1"
        case .rankAbove(let rank, let map, let limit): "an adapter's rank is \(rank); \(map) has no more than \(limit)"
        case .alpha(let alpha): "an adapter's alpha is \(alpha); it must be above 0"
        case .target(let name):
            "'\(name)' is no map that can have an adapter; \(LowRank.names.joined(separator: ", ")) can"
        case .adapted: "the model has adapters already; it can not have others"
        }
    }
}
