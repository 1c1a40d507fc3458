import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Keeps two weaves of one package from doing the same at once: the second waits.
///
/// The lock is the system's, on an open file: it ends with its process, however that ends.
enum WeaveLock {
    /// What only one weave does at a time.
    enum Work: String {
        /// All that it does from the first file it reads.
        case weaving = "lock"
        /// Putting a new site in the place of the old one.
        case writing = "site.lock"
    }

    /// Runs `work` while no other weave with this cache does the same.
    ///
    /// - Parameters:
    ///   - cache: the folder with the lock.
    ///   - kind: what the work is.
    ///   - waiting: called once if another weave is at work.
    static func holding<Result>(
        _ cache: URL, for kind: Work = .weaving, waiting: @Sendable () -> Void = {}, work: () async throws -> Result
    ) async throws -> Result {
        try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
        let path = cache.appendingPathComponent(kind.rawValue).path
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
