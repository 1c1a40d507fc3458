import Dispatch
import Foundation

/// Ctrl-C and its like: the work is cancelled, which ends the programs that it started, and the site stays as it was.
enum Interruption {
    /// Does `work`, and cancels it when the process is asked to end; asked twice, the process ends at once.
    static func cancelling<Result: Sendable>(
        _ work: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        let task = Task { try await work() }
        let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            // A handler, not SIG_IGN: programs that are started would inherit that.
            signal(number) { _ in }
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if task.isCancelled { _exit(128 + number) }
                task.cancel()
            }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        return try await task.value
    }
}
