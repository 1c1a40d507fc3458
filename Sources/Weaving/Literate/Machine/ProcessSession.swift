import Foundation

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A program and all that it started, however deep: a session of the system's.
///
/// A process group is not enough: Foundation's `Process` gives each child a group of its own.
enum ProcessSession {
    /// Asks the group of the process `leader` to end.
    static func askToEnd(_ leader: pid_t) { kill(-leader, SIGTERM) }

    /// Ends everything in the session of the process `leader`.
    static func end(_ leader: pid_t) {
        kill(-leader, SIGKILL)
        #if os(Linux)
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        for process in processes.compactMap(pid_t.init) where getsid(process) == leader { kill(process, SIGKILL) }
        #endif
    }
}
