import ArgumentParser
import Language
import OneNumber
import Records
import RunFigures

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `train plot`: pictures of logs.
struct PlotCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plot",
        abstract: "Draws the logs of one or several runs.",
        discussion: """
            Writes learning-curves.svg; for each run a heat map and small multiples of what was remembered of each prompt; \
            and index.html, a page with all of them that needs no other file. For runs of `train grpo` it draws rewards, \
            deviation, loss, KL, entropy, length, learning rate and evaluations, each with a moving average of five steps. \
            Nothing is written if a log can not be read.
            """)

    @Argument(help: "The log folders, each of a run.") var logdirs: [String]
    @Option(name: .customLong("to"), help: "The folder of the pictures.") var output = "plots"

    func validate() throws {
        try requirePath("--to", output)
        var folders = Set<String>()
        for logdir in logdirs where !folders.insert(URL(filePath: logdir).standardizedFileURL.path).inserted {
            throw ValidationError("the log folder \(logdir) is named twice")
        }
    }

    func run() throws {
        let files: [(name: String, text: String)]
        switch logdirs.count(where: { RunFolder($0).hasLog }) {
        case 0: files = try RunFigures(of: logdirs.map(RecordedRun<Run.Record>.init(reading:))).files
        case logdirs.count: files = try StepFigures(of: logdirs.map { try RunFolder($0).log() }).files
        default: throw ValidationError("some of these are runs of language models, and others are not; draw them apart")
        }
        let folder = try OutputFolder(output)
        for (name, text) in files { try folder.file(name).write(text) }
        print("\(files.count) files written to \(output)/")
    }
}
