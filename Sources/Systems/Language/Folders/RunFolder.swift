import DeterministicMath
import Records

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The folder of a GRPO run, with the original's names:
///
/// | what | is |
/// | --- | --- |
/// | `args.json` | the settings |
/// | `training_logs/train_logs.jsonl` | a line of metrics for each step |
/// | `training_logs/N_generations.txt` | the answers of step N, and what they earned |
/// | `eval_logs/metrics_N.json` | an evaluation before step N |
/// | `checkpoints/step-N` | everything that step N needs to begin |
///
/// A run that is killed leaves whole lines and whole checkpoints. Resumed, it goes on from the last checkpoint, forgets what came
/// after it, and leaves the same bytes as one that was never killed.
public struct RunFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Names a folder; it need not be there yet.
    public init(_ path: String) { self.path = path }

    /// Makes the folder and those in it, and writes what the run is.
    public func begin(_ arguments: some Encodable) throws {
        try OutputFolder(path).file("args.json").write(arguments.jsonLines())
        for name in ["training_logs", "eval_logs", "checkpoints"] { _ = try OutputFolder("\(path)/\(name)") }
    }

    var logPath: String { "\(path)/training_logs/train_logs.jsonl" }

    /// Appends a step's line, handed to the system whole.
    public func append(_ metrics: GRPOMetrics) throws {
        let line = Array((try metrics.jsonLine() + "\n").utf8)
        try OutputFile(goingOnWith: logPath).write(lines: line[...])
    }

    /// Writes a step's answers and what they earned.
    public func write(_ answers: Answers, _ rewards: [Rewards], _ advantages: [Double], step: Int) throws {
        var text = ""
        for (place, answer) in answers.texts.enumerated() {
            let parts = zip(rewards[place].names, rewards[place].values).map { "\($0) \($1)" }.joined(separator: ", ")
            text += "question: \(answer.question.text)\nanswer: \(answer.question.answer)\n\(answer.text)\n"
            text += "\(parts), total \(rewards[place].total), advantage \(advantages[place])\n\n"
        }
        try OutputFolder("\(path)/training_logs").file("\(step)_generations.txt").write(text)
    }

    /// Writes an evaluation before a step.
    public func write(_ evaluation: EvaluationSummary) throws {
        try OutputFolder("\(path)/eval_logs").file("metrics_\(evaluation.step).json").write(evaluation.jsonLines())
    }

    /// The steps that were logged: whole lines only.
    public func metrics() throws -> [GRPOMetrics] {
        let bytes = try [UInt8](contentsOfFile: logPath)
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        return try lines.map { try GRPOMetrics(parsingJSON: Array($0), path: logPath) }
    }

    /// The evaluations, by their steps.
    public func evaluations() throws -> [EvaluationSummary] {
        let folder = "\(path)/eval_logs"
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
        return try names.filter { $0.hasSuffix(".json") }
            .map { try EvaluationSummary(readingJSON: "\(folder)/\($0)") }.sorted { $0.step < $1.step }
    }
}

/// What an evaluation found, as it is logged.
public struct EvaluationSummary: Hashable, Sendable, Codable {
    /// Before which step it was made.
    public let step: Int
    /// The share of right answers, sampled as in training.
    public let accuracy: Double
    /// The ends of its 95 % interval.
    public let accuracyInterval: [Double]
    /// The share of right answers, always the most probable token.
    public let greedyAccuracy: Double
    /// The mean reward.
    public let reward: Double
    /// The mean of each reward, by its name.
    public let rewards: [String: Double]
    /// The mean number of tokens of an answer.
    public let length: Double

    /// Sums up two evaluations of the same model.
    public init(step: Int, sampled: Evaluation, greedy: Evaluation) {
        self.step = step
        accuracy = sampled.accuracy.mean
        accuracyInterval = [sampled.accuracy.interval().low, sampled.accuracy.interval().high]
        greedyAccuracy = greedy.accuracy.mean
        reward = sampled.reward
        rewards = sampled.means
        length = sampled.length
    }
}
