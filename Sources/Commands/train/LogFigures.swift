import DeterministicMath
import Exhibits
import Figures
import OneNumber

/// The figures that `train plot` makes of logs.
enum LogFigures {
    /// The learning curves of several runs, a panel for each.
    static func learningCurves(of logs: [RecordedLog]) -> Figure<CurveRow> {
        let rows = logs.flatMap { log in
            log.epochs.flatMap { epoch in
                [
                    CurveRow(run: log.name, series: "mean reward", epoch: epoch.epoch, value: epoch.mean),
                    CurveRow(run: log.name, series: "the ceiling", epoch: epoch.epoch, value: log.record.ceiling),
                ]
            }
        }
        let figure = Figure("The mean reward of each epoch") {
            Line(rows, x: \.epoch, y: \.value, by: \.series)
        }
        .x("Epoch").y("Mean reward")
        return logs.count == 1 ? figure : figure.facet(\.run, columns: min(logs.count, 3))
    }

    /// What a run remembers of each prompt over time, as one colour for each prompt and stretch of epochs.
    static func heatMap(of log: RecordedLog) -> Figure<PromptRow> {
        Figure("What is remembered of each prompt's rewards") {
            Cell(log.stretches(atMost: 60), x: \.epoch, y: \.prompt, value: \.mean, "mean reward")
        }
        .x("Epoch").y("Prompt")
    }

    /// The same as small multiples: a panel for each prompt.
    static func smallMultiples(of log: RecordedLog) -> Figure<PromptRow> {
        let rows = log.stretches(atMost: 60)
        return Figure("The mean and the standard deviation of each prompt's remembered rewards") {
            Band(rows, x: \.epoch, meaning: "the mean ± one standard deviation") {
                Interval(center: $0.mean, radius: $0.deviation)
            }
            Line(rows, x: \.epoch, y: \.mean)
        }
        .facet(\.prompt, columns: 4).x("Epoch").y("Reward")
    }

    struct CurveRow {
        let run: String
        let series: String
        let epoch: Int
        let value: Double
    }

    struct PromptRow {
        let epoch: Int
        let prompt: String
        let mean: Double
        let deviation: Double
    }
}

extension RecordedLog {
    /// The run in a few words.
    var name: String {
        "\(folder): \(record.advantage), \(record.duplicates.rawValue), seed \(record.seed)"
    }

    /// What is remembered of each prompt at the end of each of at most `count` stretches of epochs, by prompt as in the record.
    /// The last stretch ends with the last epoch; the first may be shorter than the others.
    func stretches(atMost count: Int) -> [LogFigures.PromptRow] {
        guard let last = prompts.last?.epoch else { return [] }
        let length = last / count + 1
        var rows: [String: [LogFigures.PromptRow]] = [:]
        for row in prompts where (last - row.epoch) % length == 0 {
            rows[row.prompt, default: []].append(
                LogFigures.PromptRow(
                    epoch: row.epoch, prompt: row.prompt, mean: row.mean, deviation: row.deviation))
        }
        return record.prompts.flatMap { rows[$0.name] ?? [] }
    }
}
