#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
package import Glibc
#else
package import Darwin
#endif

/// A program and all that it started, however deep: a session of the system's.
///
/// A process group is not enough: Foundation's `Process` gives each child a group of its own.
package enum ProcessSession {
    /// Asks the group of the process `leader` to end.
    package static func askToEnd(_ leader: pid_t) { kill(-leader, SIGTERM) }

    /// Ends everything in the session of the process `leader`; if that is this process, itself at last.
    package static func end(_ leader: pid_t) {
        let isOwn = leader == getpid()
        if !isOwn { kill(-leader, SIGKILL) }
        #if os(Linux)
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        for process in processes.compactMap({ pid_t($0) }) where process != getpid() && getsid(process) == leader {
            kill(process, SIGKILL)
        }
        #endif
        if isOwn { kill(-leader, SIGKILL) }
    }
}
