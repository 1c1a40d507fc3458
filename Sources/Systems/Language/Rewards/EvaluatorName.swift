/// An evaluator by one word, for command lines and records.
public enum EvaluatorName: String, Hashable, Sendable, Codable, CaseIterable {
    /// The five rewards of the original, with all its mistakes.
    case original
    /// The same with none of them.
    case mended
    /// The last number and the end: ``LastNumberEvaluator``.
    case lastNumber = "last-number"

    /// The evaluator.
    public var evaluator: any Evaluator {
        switch self {
        case .original: GSM8KEvaluator(.original)
        case .mended: GSM8KEvaluator(.mended)
        case .lastNumber: LastNumberEvaluator()
        }
    }
}
