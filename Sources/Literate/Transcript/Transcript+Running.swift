import Exhibits
import Foundation

extension Transcript {
    /// Runs a chapter's program and listens to it.
    ///
    /// - Parameters:
    ///   - data: the folder in which the program runs, where its cells find data files.
    ///   - timeout: the longest that the whole program may take.
    /// - Throws: ``Diagnostics``: a trap, an error, an exit, false claims, at their lines of the chapter.
    init(
        running executable: URL, of chapter: Chapter, in data: URL, timeout: Duration
    ) async throws {
        let folder = executable.deletingLastPathComponent()
        let outputs = folder.appendingPathComponent("output")
        let backtrace = folder.appendingPathComponent("backtrace.json")
        // What an earlier run left would be read as this run's.
        for stale in [outputs, backtrace] where FileManager.default.fileExists(atPath: stale.path) {
            try FileManager.default.removeItem(at: stale)
        }
        try FileManager.default.createDirectory(at: outputs, withIntermediateDirectories: true)
        let command = Command(executable: executable.path, arguments: [outputs.path])
        let (lines, end) = try await command.listen(
            environment: [
                "SWIFT_BACKTRACE":
                    "enable=yes,format=json,threads=crashed,images=none,color=no,output-to=\(backtrace.path)"
            ],
            directory: data, errors: outputs.appendingPathComponent("start.err"), timeout: timeout)
        var listener = Listener(chapter: chapter, outputs: outputs)
        let decoder = JSONDecoder()
        for line in lines { listener.hear(try decoder.decode(CellEvent.self, from: Data(line.utf8))) }
        listener.finish(end, backtrace: backtrace, timeout: timeout)
        guard listener.diagnostics.isEmpty else { throw Diagnostics(listener.diagnostics) }
        self = listener.transcript
    }
}
