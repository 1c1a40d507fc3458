#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Synchronization

/// When a checkpoint is wanted: at the signal SIGUSR1, with which clusters say that time is nearly over, and when the last one is long ago.
public final class CheckpointRequests: Sendable {
    private static let isSignaled = Atomic(false)
    private let interval: Duration
    private let last = Mutex(ContinuousClock.now)

    /// Listens to the signal, which would otherwise end the process.
    ///
    /// - Parameter interval: after how long a checkpoint is wanted in any case.
    public init(every interval: Duration) {
        self.interval = interval
        signal(SIGUSR1) { _ in CheckpointRequests.isSignaled.store(true, ordering: .relaxed) }
    }

    /// Whether one is wanted now; each request is told once.
    public func take() -> Bool {
        let isSignaled = Self.isSignaled.exchange(false, ordering: .relaxed)
        return last.withLock { last in
            guard isSignaled || ContinuousClock.now - last > interval else { return false }
            last = .now
            return true
        }
    }
}
