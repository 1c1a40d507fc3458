import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Keeps two weaves of one package from working in the same folders at once: the second waits.
///
/// The lock is the system's, on an open file: it ends with its process, however that ends.
enum WeaveLock {
    /// Runs `work` while no other weave works in `folder`.
    ///
    /// - Parameter waiting: called once if another weave is at work.
    static func holding<Result>(
        _ folder: URL, waiting: @Sendable () -> Void, work: () async throws -> Result
    ) async throws -> Result {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("lock").path
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw Failure.unwritable(path: path, reason: String(cString: strerror(errno))) }
        defer { close(file) }
        var isWaiting = false
        while flock(file, LOCK_EX | LOCK_NB) != 0 {
            if !isWaiting { waiting() }
            isWaiting = true
            try await Task.sleep(for: .milliseconds(20))
        }
        return try await work()
    }
}
