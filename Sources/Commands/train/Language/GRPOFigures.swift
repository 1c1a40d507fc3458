import Exhibits
import Figures
import Language
import Records
import RunFigures

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is drawn of runs of GRPO: a picture for each number that they log, in which runs can be compared.
struct GRPOFigures {
    /// What a run logged.
    struct Log {
        let folder: String
        let metrics: [GRPOMetrics]
        let evaluations: [EvaluationSummary]

        init(reading folder: String) throws {
            self.folder = folder
            metrics = try RunFolder(folder).metrics()
            evaluations = try RunFolder(folder).evaluations()
            guard !metrics.isEmpty else {
                throw RecordError.malformed(
                    path: "\(folder)/training_logs/train_logs.jsonl", place: TextPlace(line: 1), flaw: .noEpochs)
            }
        }
    }

    /// Whether a folder is that of a run of GRPO.
    static func isRun(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/training_logs/train_logs.jsonl")
    }

    /// Names and contents.
    let files: [(name: String, text: String)]

    init(of logs: [Log]) throws {
        var figures: [(name: String, figure: DrawnFigure)] = []
        for panel in Panel.all(of: logs) {
            figures.append((panel.name.replacing(" ", with: "-"), try panel.figure(of: logs).drawn()))
        }
        if logs.contains(where: { !$0.evaluations.isEmpty }) {
            figures.append(("evaluation", try Self.evaluation(of: logs).drawn()))
        }
        let notes = logs.map { "\($0.folder): \($0.metrics.count) steps, \($0.evaluations.count) evaluations." }
        let page = FigurePage(title: "Training logs", notes: notes, figures: figures.map(\.figure))
        files = figures.map { ($0.name + ".svg", $0.figure.standalone) } + [("index.html", page.html)]
    }

    /// A point of a curve.
    struct Point {
        let run: String
        let step: Int
        let value: Double
    }

    private static func evaluation(of logs: [Log]) -> Figure<Point> {
        let points = logs.flatMap { log in
            log.evaluations.flatMap { evaluation in
                [("", evaluation.accuracy), (", greedy", evaluation.greedyAccuracy)].map { suffix, value in
                    Point(run: log.folder + suffix, step: evaluation.step, value: value)
                }
            }
        }
        return Figure("The share of held-out questions that are answered rightly") {
            Line(points, x: \.step, y: \.value, by: \.run)
        }
        .x("Step").y("Accuracy")
    }
}

/// A number that steps log.
private struct Panel {
    let name: String
    let title: String
    let value: (GRPOMetrics) -> Double

    static func all(of logs: [GRPOFigures.Log]) -> [Panel] {
        let names = logs[0].metrics[0].rewards.keys.sorted()
        return [Panel(name: "reward", title: "The mean reward", value: \.reward)]
            + names.map { name in
                Panel(name: name, title: "The reward for \(name)") { $0.rewards[name] ?? 0 }
            } + [
                Panel(name: "accuracy", title: "The share of right answers", value: \.accuracy),
                Panel(
                    name: "reward deviation", title: "The rewards' deviation within groups", value: \.rewardDeviation),
                Panel(name: "dead groups", title: "The share of groups that teach nothing", value: \.deadGroups),
                Panel(name: "loss", title: "The loss", value: \.loss),
                Panel(name: "divergence", title: "The divergence from the reference", value: \.divergence),
                Panel(name: "entropy", title: "The entropy of a token", value: \.entropy),
                Panel(name: "length", title: "The length of an answer", value: \.length),
                Panel(name: "gradient norm", title: "The gradient's norm before it is clipped", value: \.gradientNorm),
                Panel(name: "learning rate", title: "The learning rate", value: \.learningRate),
            ]
    }

    /// Each step in grey, and the mean of five steps.
    func figure(of logs: [GRPOFigures.Log]) -> Figure<GRPOFigures.Point> {
        let raw = logs.flatMap { log in
            log.metrics.map { GRPOFigures.Point(run: log.folder, step: $0.step, value: value($0)) }
        }
        let smooth = logs.flatMap { log in
            log.metrics.indices.dropFirst(4).map { place in
                let mean = log.metrics[place - 4...place].map(value).reduce(0, +) / 5
                return GRPOFigures.Point(run: log.folder, step: log.metrics[place].step, value: mean)
            }
        }
        let figure = Figure(title) {
            Line(raw, x: \.step, y: \.value, by: \.run).muted()
            Line(smooth.isEmpty ? raw : smooth, x: \.step, y: \.value, by: \.run)
        }
        return figure.x("Step").y(name)
    }
}
