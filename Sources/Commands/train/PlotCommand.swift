import ArgumentParser
import Exhibits
import Figures

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// `train plot`: pictures of logs.
struct PlotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plot",
        abstract: "Draws the logs of one or several runs.",
        discussion: """
            Writes learning-curves.svg; for each run a heat map and small multiples of what was remembered of each prompt; \
            and index.html, a page with all of them that needs no other file. Nothing is written if a log can not be read.
            """)

    @Argument(help: "The log folders, each of a run.")
    var logdirs: [String]

    @Option(name: .customLong("to"), help: "The folder of the pictures.")
    var output = "plots"

    func validate() throws {
        guard !output.isEmpty else { throw ValidationError("--to is empty; it must be a folder's path") }
        var folders = Set<FilePath>()
        for logdir in logdirs where !folders.insert(FilePath(logdir).lexicallyNormalized()).inserted {
            throw ValidationError("the log folder \(logdir) is named twice")
        }
    }

    func run() throws {
        do {
            let plots = try Plots(of: logdirs.map { path throws(FileError) in try RecordedLog(reading: path) })
            try makeFolder(output)
            for (name, text) in plots.files {
                try OutputFile(path: "\(output)/\(name)").write(text.utf8)
            }
            print("\(plots.files.count) files written to \(output)/")
        } catch let error as FileError {
            printError("\(error)")
            throw ExitCode.failure
        } catch let error as FigureError {
            printError("error: \(error)")
            throw ExitCode.failure
        }
    }
}

/// All that is drawn of several logs.
struct Plots {
    /// Names and contents.
    let files: [(name: String, text: String)]

    init(of logs: [RecordedLog]) throws {
        for log in logs where log.epochs.isEmpty {
            throw FileError.malformed(path: "\(log.folder)/epochs.csv", line: 2, reason: "there is no epoch to draw")
        }
        var figures = [("learning-curves", try LogFigures.learningCurves(of: logs).drawn())]
        for (number, log) in logs.enumerated() where !log.prompts.isEmpty {
            let suffix = logs.count == 1 ? "" : "-\(number + 1)"
            figures.append(("heat-map\(suffix)", try LogFigures.heatMap(of: log).drawn()))
            figures.append(("prompts\(suffix)", try LogFigures.smallMultiples(of: log).drawn()))
        }
        let notes = logs.map { log in
            let isWhole = log.epochs.count == log.record.epochs
            return "\(log.name): \(log.epochs.count) epochs"
                + (isWhole ? "" : " of \(log.record.epochs); the run was stopped")
                + ", ceiling \(plain(log.record.ceiling))."
        }
        let page = PlotPage(title: "Training logs", notes: notes, figures: figures.map(\.1))
        files = figures.map { ($0.0 + ".svg", $0.1.standalone) } + [("index.html", page.html)]
    }
}
