import Exhibits
import Language

/// A line for each step and each evaluation, and a warning where a step teaches nothing.
struct GRPOProgress {
    let steps: Int
    let isQuiet: Bool
    private var last = ContinuousClock.now
    private var warned: Set<String> = []

    init(steps: Int, isQuiet: Bool) {
        self.steps = steps
        self.isQuiet = isQuiet
    }

    mutating func report(_ report: RunReport) {
        switch report {
        case .step(let metrics): step(metrics)
        case .evaluation(let summary):
            let interval = summary.accuracyInterval.map(short).joined(separator: " to ")
            print(
                "Evaluation before step \(summary.step): accuracy \(short(summary.accuracy)) (\(interval)), "
                    + "greedy \(short(summary.greedyAccuracy)), reward \(short(summary.reward))")
        }
    }

    private mutating func step(_ metrics: GRPOMetrics) {
        let now = ContinuousClock.now
        let seconds = (now - last) / .seconds(1)
        last = now
        if !isQuiet {
            print(
                "Step \(metrics.step + 1) of \(steps): reward \(short(metrics.reward)), accuracy \(short(metrics.accuracy)), "
                    + "KL \(short(metrics.divergence)), length \(short(metrics.length)), \(short(seconds)) s")
        }
        for warning in metrics.warnings {
            // Once is enough: a run that can not learn would say it at each of its steps.
            let kind = String("\(warning)".drop { !$0.isLetter }.prefix(8))
            if warned.insert(kind).inserted { printError("warning: step \(metrics.step + 1): \(warning)") }
        }
    }
}

/// A number with three decimals at most.
func short(_ number: Double) -> String { NumberFormat.plain(number, places: 3) }
