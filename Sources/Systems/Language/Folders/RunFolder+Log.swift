public import Records

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension RunFolder {
    /// Whether there are the logs of a run.
    public var hasLog: Bool { FileManager.default.fileExists(atPath: logPath) }

    /// What the run logged, to be drawn. Throws `RecordError`, also for logs without a step.
    public func log() throws -> StepLog {
        let (metrics, evaluations) = (try metrics(), try evaluations())
        guard let first = metrics.first else {
            throw RecordError.malformed(path: logPath, place: TextPlace(line: 1), flaw: .noEpochs)
        }
        func number(_ name: String, _ title: String, _ value: (GRPOMetrics) -> Double) -> LoggedNumber {
            let points = metrics.map { LoggedNumber.Point(step: $0.step, value: value($0)) }
            return LoggedNumber(name, title: title, points: points)
        }
        func accuracy(_ name: String, _ title: String, _ value: (EvaluationSummary) -> Double) -> LoggedNumber {
            let points = evaluations.map { LoggedNumber.Point(step: $0.step, value: value($0)) }
            return LoggedNumber(name, title: title, points: points, isNoisy: false)
        }
        var numbers = [number("reward", "The mean reward", \.reward)]
        numbers += first.rewards.keys.sorted().map { name in
            number(name, "The reward for \(name)") { $0.rewards[name] ?? 0 }
        }
        numbers += [
            number("accuracy", "The share of right answers", \.accuracy),
            number("reward deviation", "The rewards' deviation within groups", \.rewardDeviation),
            number("dead groups", "The share of groups that teach nothing", \.deadGroups),
            number("loss", "The loss", \.loss),
            number("divergence", "The divergence from the reference", \.divergence),
            number("entropy", "The entropy of a token", \.entropy),
            number("length", "The length of an answer", \.length),
            number("gradient norm", "The gradient's norm before it is clipped", \.gradientNorm),
            number("learning rate", "The learning rate", \.learningRate),
        ]
        if !evaluations.isEmpty {
            numbers += [
                accuracy("held-out accuracy", "The share of held-out questions that are answered rightly", \.accuracy),
                accuracy("greedy accuracy", "The share that the most probable answers get right", \.greedyAccuracy),
            ]
        }
        let note = "\(path): \(metrics.count) steps, \(evaluations.count) evaluations."
        return StepLog(name: path, note: note, numbers: numbers)
    }
}
