import DeterministicMath

/// How an accuracy comes about: how often answers have each style, and how often they are right when they do.
///
/// accuracy = Σ over styles of share · accuracy within the style
///
/// ```swift
/// let (before, after) = (StyleSplit(of: base), StyleSplit(of: trained))
/// print(before.change(to: after))  // (byShares: 0.55, within: -0.01): it learned what to show, not to compute
/// ```
public struct StyleSplit: Hashable, Sendable, Codable {
    /// The answers of one style.
    public struct Row: Hashable, Sendable, Codable {
        /// The style; nil for answers that have none of the six.
        public let style: SolutionStyle?
        /// Which share of all answers they are.
        public let share: Double
        /// The share of them that counts as right; 0 if there are none.
        public let accuracy: Double
        /// The share of them whose last number is the right one, whatever stands around it; 0 if there are none.
        public let computed: Double
    }

    /// A row for each of the six styles, and one for what has none.
    public let rows: [Row]

    /// Splits the answers of an evaluation.
    public init(of evaluation: Evaluation) {
        self.init(of: zip(evaluation.answers.texts, evaluation.rewards).map { ($0, $1.isRight) })
    }

    /// Splits answers, of which each is right or not.
    init(of answers: [(answer: Answer, isRight: Bool)]) {
        let styles = answers.map { SolutionStyle(of: $0.answer.text) }
        rows = (SolutionStyle.allCases.map(Optional.some) + [nil]).map { style in
            let own = answers.indices.filter { styles[$0] == style }.map { answers[$0] }
            func share(_ count: Int) -> Double { own.isEmpty ? 0 : Double(count) / Double(own.count) }
            return Row(
                style: style, share: Double(own.count) / Double(answers.count),
                accuracy: share(own.count(where: \.isRight)),
                computed: share(own.count { $0.answer.lastNumber == $0.answer.question.answer }))
        }
    }

    /// The answers of a style.
    public subscript(style: SolutionStyle?) -> Row { rows[rows.firstIndex { $0.style == style }!] }

    /// The share of right answers.
    public var accuracy: Double { rows.map { $0.share * $0.accuracy }.sum() }

    /// The share of answers whose last number is right.
    public var computed: Double { rows.map { $0.share * $0.computed }.sum() }

    /// By how much the accuracy changes because other styles are used, each as accurate as before, and by how much because
    /// styles become more accurate, with the later shares; together that is the whole change. A style that was not used before
    /// counts with its later accuracy.
    public func change(to later: StyleSplit) -> (byShares: Double, within: Double) {
        let pairs = zip(rows, later.rows).map { before, after in
            (before: before, after: after, accuracy: before.share > 0 ? before.accuracy : after.accuracy)
        }
        return (
            byShares: pairs.map { ($0.after.share - $0.before.share) * $0.accuracy }.sum(),
            within: pairs.map { $0.after.share * ($0.after.accuracy - $0.accuracy) }.sum()
        )
    }
}

extension Answer {
    /// The last word that is a number.
    fileprivate var lastNumber: String? {
        text.split(whereSeparator: \.isWhitespace).last { Int($0) != nil }.map(String.init)
    }
}
