import DeterministicMath
public import Records
public import Trajectories

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
/// | `training_logs/N_rollouts.jsonl` | the same for programs: a line for each answer |
/// | `eval_logs/metrics_N.json` | an evaluation before step N |
/// | `eval_logs/answers_N.jsonl` | its sampled answers, a line each |
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
        _ = try OutputFolder(path)
        try OutputFile.replace("\(path)/args.json", with: arguments.jsonLines())
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

    /// Writes a step's answers and what they earned, to be read by programs.
    public func writeRollouts(_ answers: Answers, _ rewards: [Rewards], step: Int) throws {
        try rolloutLog.write(answers.logged(rewards, epoch: step), epoch: step)
    }

    /// What the model wrote in each step of its training.
    public var rolloutLog: RolloutLog { RolloutLog("\(path)/training_logs") }

    /// Writes an evaluation before a step.
    public func write(_ evaluation: EvaluationSummary) throws {
        try OutputFolder("\(path)/eval_logs").file("metrics_\(evaluation.step).json").write(evaluation.jsonLines())
    }

    /// Writes the sampled answers of an evaluation before a step.
    public func write(_ answers: Answers, _ rewards: [Rewards], beforeStep step: Int) throws {
        let lines = try zip(answers.texts, rewards).map { try ScoredAnswer($0, $1).jsonLine() + "\n" }
        try OutputFolder("\(path)/eval_logs").file("answers_\(step).jsonl").write(lines.joined())
    }

    /// The steps that were logged: whole lines only.
    public func metrics() throws -> [GRPOMetrics] {
        let bytes = try [UInt8](contentsOfFile: logPath)
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
        return try lines.map { try GRPOMetrics(parsingJSON: Array($0), path: logPath) }
    }

    /// The sampled answers of the evaluation before a step.
    public func answers(beforeStep step: Int) throws -> [ScoredAnswer] {
        let path = "\(path)/eval_logs/answers_\(step).jsonl"
        let lines = try [UInt8](contentsOfFile: path).split(separator: UInt8(ascii: "\n"))
        return try lines.map { try ScoredAnswer(parsingJSON: Array($0), path: path) }
    }

    /// The evaluations, by their steps.
    public func evaluations() throws -> [EvaluationSummary] {
        let folder = "\(path)/eval_logs"
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
        return try names.filter { $0.hasSuffix(".json") }
            .map { try EvaluationSummary(readingJSON: "\(folder)/\($0)") }.sorted { $0.step < $1.step }
    }
}

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
