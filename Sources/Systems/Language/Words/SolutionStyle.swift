public import DeterministicMath

/// The ways in which the base model was taught to answer: all compute rightly, few are what the rewards ask for.
///
/// They stand in for what a chat model has read: it can do more than it shows, and a reward decides what it shows.
public enum SolutionStyle: String, CaseIterable, Hashable, Sendable, Codable {
    /// The answer in its tags, without reasoning.
    case direct
    /// Reasoning, and the answer in a sentence, without tags.
    case plain
    /// Everything as it should be, but the answer is "9 apples".
    case units
    /// Reasoning over several lines.
    case multiline
    /// Tags, but no line breaks.
    case oneline
    /// What all rewards ask for.
    case perfect

    /// How often the base model's examples have this style; the shares add up to 1.
    public var share: Double {
        switch self {
        case .direct: 0.40
        case .plain: 0.30
        case .units: 0.10
        case .multiline: 0.08
        case .oneline: 0.07
        case .perfect: 0.05
        }
    }

    /// A style, drawn by the shares.
    public static func random(using generator: inout Xoshiro256StarStar) -> SolutionStyle {
        var rest = generator.uniform()
        for style in allCases {
            rest -= style.share
            if rest < 0 { return style }
        }
        return .perfect
    }
}

extension WordProblem {
    /// A right solution in a style.
    public func solution(in style: SolutionStyle) -> String {
        let oneLine = reasoning.joined(separator: " ; ")
        return switch style {
        case .direct: "<answer>\n\(answer)\n</answer>\n"
        case .plain: "\(oneLine) the answer is \(answer) ."
        case .units: Self.tagged(oneLine, "\(answer) \(item)")
        case .multiline: Self.tagged(reasoning.joined(separator: "\n"), "\(answer)")
        case .oneline: "<reasoning> \(oneLine) </reasoning> <answer> \(answer) </answer>"
        case .perfect: Self.tagged(oneLine, "\(answer)")
        }
    }

    /// The problem as a question with the solution that all rewards ask for.
    public var question: Question {
        Question(text: text, answer: "\(answer)", solution: solution(in: .perfect))
    }

    private static func tagged(_ reasoning: String, _ answer: String) -> String {
        "<reasoning>\n\(reasoning)\n</reasoning>\n<answer>\n\(answer)\n</answer>\n"
    }
}
