/// What is said while a run goes on: a line for each step and each evaluation, and a warning where a step teaches nothing.
public struct RunProgress {
    private let steps: Int
    private var last = ContinuousClock.now
    private var warned: Set<String> = []

    /// The progress of a run of so many steps, whose clock runs from now on.
    public init(steps: Int) { self.steps = steps }

    /// What to say of a report, with the seconds since the last one.
    public mutating func line(_ report: RunReport) -> String {
        let now = ContinuousClock.now
        defer { last = now }
        return "\(report.words(steps: steps)), \(short((now - last) / .seconds(1))) s"
    }

    /// What to warn of. Once is enough of a kind: a run that can not learn would say it at each of its steps.
    public mutating func warnings(_ report: RunReport) -> [String] {
        guard case .step(let metrics) = report else { return [] }
        return metrics.warnings.compactMap { warning in
            let isNew = warned.insert(String("\(warning)".drop { !$0.isLetter }.prefix(8))).inserted
            return isNew ? "warning: step \(metrics.step + 1): \(warning)" : nil
        }
    }
}

extension RunReport {
    fileprivate func words(steps: Int) -> String {
        switch self {
        case .step(let metrics):
            "Step \(metrics.step + 1) of \(steps): reward \(short(metrics.reward)), accuracy \(short(metrics.accuracy)), "
                + "KL \(short(metrics.divergence)), length \(short(metrics.length))"
        case .evaluation(let summary):
            "Evaluation before step \(summary.step): accuracy \(short(summary.accuracy)) "
                + "(\(summary.accuracyInterval.map(short).joined(separator: " to "))), "
                + "greedy \(short(summary.greedyAccuracy)), reward \(short(summary.reward))"
        }
    }

    /// Whether a step was made; otherwise the model was evaluated.
    public var isStep: Bool { if case .step = self { true } else { false } }
}

extension FineTuningMetrics {
    /// A line for people.
    public var line: String { "Step \(step + 1): loss \(short(loss)), gradient norm \(short(gradientNorm))" }
}
