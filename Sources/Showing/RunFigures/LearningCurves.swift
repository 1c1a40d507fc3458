import Exhibits
public import Figures
public import Records

/// A point of a learning curve.
public struct LearningCurvePoint {
    /// Folder and title of the run.
    public let run: String
    /// Whose curve it is.
    public let series: String
    /// Counted from 0.
    public let epoch: Int
    /// The mean reward, or the best that can be reached.
    public let value: Double
}

/// The learning curves of several runs, a panel for each.
public func learningCurves<Record>(of runs: [RecordedRun<Record>]) -> Figure<LearningCurvePoint> {
    let rows = runs.flatMap { run in
        run.epochs.flatMap { epoch in
            [("mean reward", epoch.mean), ("the ceiling", run.record.ceiling)].map { series, value in
                LearningCurvePoint(run: run.name, series: series, epoch: epoch.epoch, value: value)
            }
        }
    }
    let figure = Figure("The mean reward of each epoch") {
        Line(rows, x: \.epoch, y: \.value, by: \.series)
    }
    .x("Epoch").y("Mean reward")
    return runs.count == 1 ? figure : figure.facet(\.run, columns: min(runs.count, 3))
}

extension RecordedRun {
    /// Folder and title.
    public var name: String { "\(folder): \(record.title)" }
}
