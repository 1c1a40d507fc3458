import ArgumentParser
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
            and index.html, a page with all of them that needs no other file. Nothing is written if a log can not be read.
            """)

    @Argument(help: "The log folders, each of a run.")
    var logdirs: [String]

    @Option(name: .customLong("to"), help: "The folder of the pictures.")
    var output = "plots"

    func validate() throws {
        guard !output.isEmpty else { throw ValidationError("--to is empty; it must be a folder's path") }
        var folders = Set<String>()
        for logdir in logdirs where !folders.insert(URL(filePath: logdir).standardizedFileURL.path).inserted {
            throw ValidationError("the log folder \(logdir) is named twice")
        }
    }

    func run() throws {
        let figures = try RunFigures(of: logdirs.map { try RecordedRun<Run.Record>(reading: $0) })
        let folder = try OutputFolder(output)
        for (name, text) in figures.files { try folder.file(name).write(text) }
        print("\(figures.files.count) files written to \(output)/")
    }
}
