import ArgumentParser
import Foundation
import Literate

@main
struct Weave: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "weave",
        abstract: "Weaves chapters of Markdown and Swift into a site whose every number was just computed.",
        subcommands: [Build.self],
        defaultSubcommand: Build.self)
}

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Weaves the chapters into the site.")

    @Option(help: "The folder of the chapters.")
    var chapters = "chapters"

    @Option(help: "The folder of the site.")
    var site = "site"

    @Option(help: "How many chapters run at once.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "The longest that a chapter may run, in seconds.")
    var timeout = 600.0

    @Flag(help: "Run every cell again, whatever is kept from earlier runs.")
    var fresh = false

    func validate() throws {
        guard jobs >= 1 else { throw ValidationError("--jobs is at least 1, not \(jobs)") }
        guard timeout > 0 else { throw ValidationError("--timeout is more than 0 seconds, not \(timeout)") }
    }

    func run() async throws {
        let start = ContinuousClock.now
        let folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        let weaving = Weaving(
            package: folder, scratch: folder.appendingPathComponent(".build"), chapters: URL(fileURLWithPath: chapters),
            chaptersName: chapters,
            site: URL(fileURLWithPath: site), jobs: jobs, timeout: .seconds(timeout), isFresh: fresh)
        do {
            let summary = try await weaving.run()
            for warning in summary.warnings { print(warning) }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            print(summary.line(seconds: seconds, site: site))
        } catch let diagnostics as Diagnostics {
            for diagnostic in diagnostics.all { print(diagnostic) }
            throw ExitCode.failure
        }
    }
}

extension Weaving.Summary {
    /// What happened, in one line.
    fileprivate func line(seconds: Double, site: String) -> String {
        let runs = ran == 0 ? "nothing to run" : "\(ran) run"
        let written = isChanged ? "written to \(site)/" : "\(site)/ is as it was"
        let time = (seconds * 100).rounded() / 100
        return "\(chapters) chapters (\(runs)), \(cells) cells, \(figures) figures, \(numbers) numbers, "
            + "\(claims) claims hold; \(written); \(time) s"
    }
}
