import Exhibits
import Figures
public import Records

/// What is drawn of runs that log numbers step by step: a picture for each number, in which the runs can be compared, and a page with
/// all of them that needs no other file.
public struct StepFigures {
    /// Names and contents.
    public let files: [(name: String, text: String)]

    /// Draws what the runs logged, a number by its name, in the order in which the names are met. Throws `FigureError`.
    public init(of logs: [StepLog]) throws {
        var names: [String] = []
        for number in logs.flatMap(\.numbers) where !names.contains(number.name) { names.append(number.name) }
        let figures = try names.map { ($0.replacing(" ", with: "-"), try Self.figure(of: $0, in: logs).drawn()) }
        let page = FigurePage(title: "Training logs", notes: logs.map(\.note), figures: figures.map(\.1))
        files = figures.map { ($0.0 + ".svg", $0.1.standalone) } + [("index.html", page.html)]
    }

    private struct Point {
        let run: String
        let step: Int
        let value: Double
    }

    /// Of a noisy number each step in grey, and the mean of five steps.
    private static func figure(of name: String, in logs: [StepLog]) -> Figure<Point> {
        let runs = logs.flatMap { log in log.numbers.filter { $0.name == name }.map { (run: log.name, number: $0) } }
        func points(_ values: (LoggedNumber) -> [LoggedNumber.Point]) -> [Point] {
            runs.flatMap { run, number in values(number).map { Point(run: run, step: $0.step, value: $0.value) } }
        }
        let (raw, means) = (points(\.points), points { $0.averaged(over: 5) })
        let figure =
            runs[0].number.isNoisy
            ? Figure(runs[0].number.title) {
                Line(raw, x: \.step, y: \.value, by: \.run).muted()
                Line(means.isEmpty ? raw : means, x: \.step, y: \.value, by: \.run)
            }
            : Figure(runs[0].number.title) { Line(raw, x: \.step, y: \.value, by: \.run) }
        return figure.x("Step").y(name)
    }
}
