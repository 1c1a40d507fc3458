import Exhibits
import Foundation

extension Transcript {
    /// Runs a chapter's program and listens to it.
    ///
    /// - Parameters:
    ///   - data: the folder in which the program runs, where its cells find data files.
    ///   - memory: what the program is told of what its cells may remember.
    ///   - launcher: a program with arguments that starts the chapter's, such as `srun -n1`; empty for none.
    ///   - timeout: the longest that the whole program may take.
    ///   - progress: told of each cell that starts.
    /// - Throws: ``Diagnostics``: a trap, an error, an exit, false claims, at their lines of the chapter.
    init(
        running executable: URL, of chapter: Chapter, in data: URL, recalling memory: [String],
        launcher: [String] = [], timeout: Duration,
        progress: @escaping @Sendable (Cell) -> Void = { _ in }
    ) async throws {
        let folder = executable.deletingLastPathComponent()
        let outputs = folder.appendingPathComponent("output")
        let backtrace = folder.appendingPathComponent("backtrace.json")
        // What an earlier run left would be read as this run's.
        for stale in [outputs, backtrace] where FileManager.default.fileExists(atPath: stale.path) {
            try FileManager.default.removeItem(at: stale)
        }
        try FileManager.default.createDirectory(at: outputs, withIntermediateDirectories: true)
        var command = Command(executable: executable.path, arguments: [outputs.path] + memory)
        if !launcher.isEmpty {
            command = Command(
                executable: "/usr/bin/env", arguments: launcher + [executable.path] + command.arguments,
                grace: .seconds(10))
        }
        let supervisor = Supervisor(cells: chapter.cells, outputs: outputs, timeout: timeout, progress: progress)
        let end = try await command.listen(
            environment: [
                // Sets and dictionaries in the same order each time, or a book that goes through one would never be the same.
                "SWIFT_DETERMINISTIC_HASHING": "1",
                "SWIFT_BACKTRACE":
                    "enable=yes,format=json,threads=crashed,images=none,color=no,output-to=\(backtrace.path)",
            ],
            directory: data, errors: outputs.appendingPathComponent("start.err"), hear: supervisor.hear,
            mustStop: supervisor.mustStop)
        let (events, verdict) = supervisor.report
        var listener = Listener(chapter: chapter, outputs: outputs, launcher: launcher.first)
        for event in events { listener.hear(event) }
        listener.finish(end, verdict: verdict, backtrace: backtrace)
        guard listener.diagnostics.isEmpty else { throw Diagnostics(listener.diagnostics) }
        self = listener.transcript
    }
}
