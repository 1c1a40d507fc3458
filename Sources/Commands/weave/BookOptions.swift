import ArgumentParser
import Foundation
import Literate

/// Where the book is and how it runs: the options of every command that weaves.
struct BookOptions: ParsableArguments {
    @Option(help: "The folder of the chapters.")
    var chapters = "chapters"

    @Option(help: "The folder of the site.")
    var site = "site"

    @Option(help: "How many chapters run at once.")
    var jobs = ProcessInfo.processInfo.activeProcessorCount

    @Option(help: "The longest that a chapter may run, in seconds.")
    var timeout = 1800.0

    @Option(help: "A launcher of the chapters' programs, such as 'srun -n1 -c2'.")
    var runWith = ""

    static var folder: URL { URL(fileURLWithPath: FileManager.default.currentDirectoryPath) }

    func validate() throws {
        if let problem = PackageFolder.problem(of: Self.folder) { throw ValidationError(problem) }
        guard jobs >= 1 else { throw ValidationError("--jobs is at least 1, not \(jobs)") }
        guard timeout > 0 else { throw ValidationError("--timeout is more than 0 seconds, not \(timeout)") }
    }

    func weaving(isFresh: Bool, progress: @escaping @Sendable (Weaving.Step) -> Void = { _ in }) -> Weaving {
        var weaving = Weaving(
            package: Self.folder, scratch: Self.folder.appendingPathComponent(".build"),
            chapters: URL(fileURLWithPath: chapters), chaptersName: chapters, site: URL(fileURLWithPath: site),
            jobs: jobs,
            timeout: .seconds(timeout), isFresh: isFresh, progress: progress)
        weaving.launcher = runWith.split(separator: " ").map(String.init)
        return weaving
    }
}
