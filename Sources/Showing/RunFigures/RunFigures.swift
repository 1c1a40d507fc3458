import Exhibits
import Figures
public import Records

/// All that is drawn of several recorded runs: pictures, and a page with them that needs no other file.
public struct RunFigures {
    /// Names and contents.
    public let files: [(name: String, text: String)]

    /// Draws the runs. Throws `RecordError` for a run without an epoch, and `FigureError`.
    public init<Record>(of runs: [RecordedRun<Record>]) throws {
        for run in runs where run.epochs.isEmpty {
            throw RecordError.malformed(path: "\(run.folder)/epochs.csv", place: TextPlace(line: 2), flaw: .noEpochs)
        }
        var figures = [("learning-curves", try learningCurves(of: runs).drawn())]
        for (number, run) in runs.enumerated() where !run.prompts.isEmpty {
            let suffix = runs.count == 1 ? "" : "-\(number + 1)"
            figures.append(("heat-map\(suffix)", try run.heatMap().drawn()))
            figures.append(("prompts\(suffix)", try run.promptHistories().drawn()))
        }
        let page = FigurePage(title: "Training logs", notes: runs.map(Self.note), figures: figures.map(\.1))
        files = figures.map { ($0.0 + ".svg", $0.1.standalone) } + [("index.html", page.html)]
    }

    private static func note<Record>(_ run: RecordedRun<Record>) -> String {
        let (made, planned) = (run.epochs.count, run.record.epochs)
        let rest = made == planned ? "" : " of \(planned); the run was stopped"
        return "\(run.name): \(made) epochs\(rest), ceiling \(NumberFormat.plain(run.record.ceiling, places: 2))."
    }
}
