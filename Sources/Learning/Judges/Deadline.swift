#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The moment at which waiting for a judge ends.
struct Deadline {
    private let end: ContinuousClock.Instant

    init(in seconds: Double) { end = .now + .seconds(seconds) }

    /// How many milliseconds are left, at least one until there are none.
    private var left: Int32 {
        let parts = (end - .now).components
        let milliseconds = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
        return Int32(clamping: milliseconds <= 0 ? 0 : milliseconds + 1)
    }

    /// Whether nothing is waited for any more.
    var isOver: Bool { left == 0 }

    /// Waits until one of the descriptors is ready; false if time is over before.
    func wait(for descriptors: inout [pollfd]) -> Bool {
        while true {
            let left = left
            guard left > 0 else { return false }
            let ready = poll(&descriptors, nfds_t(descriptors.count), left)
            if ready > 0 { return true }
            if ready == 0 || errno != EINTR { return false }
        }
    }

    /// Waits until a descriptor is ready for an event; false if time is over before.
    func wait(for descriptor: Int32, _ event: Int) -> Bool {
        var all = [pollfd(fd: descriptor, events: Int16(event), revents: 0)]
        return wait(for: &all)
    }
}

/// What the system said last.
func systemsWords() -> String { String(cString: strerror(errno)) }

/// Makes reading and writing return at once, and keeps a descriptor from programs that are started.
func makeNonblocking(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
}
