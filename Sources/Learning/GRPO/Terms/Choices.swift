extension Surrogate {
    /// Every surrogate, with default settings.
    public static let choices: [Surrogate] = [.policyGradient, .reference, .clipped(below: 0.2, above: 0.2), .ratio]

    /// The surrogate's name on a command line.
    public var name: String {
        switch self {
        case .policyGradient: "policy-gradient"
        case .reference: "reference"
        case .ratio: "ratio"
        case .clipped: "clipped"
        }
    }

    /// The surrogate with these values for the settings that it has.
    public func with(below: Double, above: Double) -> Surrogate {
        switch self {
        case .policyGradient, .reference, .ratio: self
        case .clipped: .clipped(below: below, above: above)
        }
    }
}

extension Aggregation {
    /// Every aggregation; that by a constant with the limit of the original's answers.
    public static let choices: [Aggregation] = [.perSequence, .perToken, .constant(length: 786)]

    /// The aggregation's name on a command line.
    public var name: String {
        switch self {
        case .perSequence: "sequence"
        case .perToken: "token"
        case .constant: "constant"
        }
    }

    /// The aggregation with this value for the setting that it has.
    public func with(length: Int) -> Aggregation {
        switch self {
        case .perSequence, .perToken: self
        case .constant: .constant(length: length)
        }
    }
}
