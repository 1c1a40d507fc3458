public import ArgumentParser
public import GRPO
import Language

extension KLPenalty: ExpressibleByArgument {}

/// The surrogates, as they are named on the command line.
enum SurrogateName: String, ExpressibleByArgument, CaseIterable {
    case policyGradient = "policy-gradient"
    case reference, clipped, ratio

    func surrogate(below: Double, above: Double) -> Surrogate {
        switch self {
        case .policyGradient: .policyGradient
        case .reference: .reference
        case .clipped: .clipped(below: below, above: above)
        case .ratio: .ratio
        }
    }
}

/// The aggregations, as they are named on the command line.
enum AggregationName: String, ExpressibleByArgument, CaseIterable {
    case sequence, token, constant

    func aggregation(limit: Int) -> Aggregation {
        switch self {
        case .sequence: .perSequence
        case .token: .perToken
        case .constant: .constant(length: limit)
        }
    }
}

/// The evaluators, as they are named on the command line.
enum EvaluatorName: String, ExpressibleByArgument, CaseIterable, Codable {
    case original, mended

    var evaluator: GSM8KEvaluator { GSM8KEvaluator(mending: self == .mended ? .all : []) }
}
