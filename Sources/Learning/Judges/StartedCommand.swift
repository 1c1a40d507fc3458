#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A command that a shell runs in a process group of its own, so that all of it can be ended.
struct StartedCommand {
    /// What it gave.
    struct Result: Sendable {
        let output: [UInt8]
        let error: [UInt8]
        let code: Int32
    }

    private let process: pid_t
    /// Our ends of its standard input, output and error. A socket for the first: nobody dies who writes to one that was closed.
    private let (input, output, error): (Int32, Int32, Int32)
    private let text: String

    init(_ text: String) throws(JudgeError) {
        self.text = text
        var sockets: [Int32] = [-1, -1]
        var (outputs, errors): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
        #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue)
        #else
        let kind = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, kind, 0, &sockets) == 0, pipe(&outputs) == 0, pipe(&errors) == 0 else {
            throw .unreachable(judge: "'\(text)'", reason: systemsWords())
        }
        (input, output, error) = (sockets[0], outputs[0], errors[0])
        let theirs = [sockets[1], outputs[1], errors[1]]
        defer { for descriptor in theirs { close(descriptor) } }
        for descriptor in [input, output, error] { makeNonblocking(descriptor) }
        process = try Self.spawn(text, theirs)
    }

    private static func spawn(_ text: String, _ descriptors: [Int32]) throws(JudgeError) -> pid_t {
        #if canImport(Glibc)
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        #else
        var actions: posix_spawn_file_actions_t?
        var attributes: posix_spawnattr_t?
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        for (place, descriptor) in descriptors.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(place))
        }
        for descriptor in descriptors { posix_spawn_file_actions_addclose(&actions, descriptor) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        posix_spawnattr_setpgroup(&attributes, 0)
        var process = pid_t()
        let words = ["/bin/sh", "-c", text]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        let code = posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, environ)
        guard code == 0 else { throw .unreachable(judge: "'\(text)'", reason: String(cString: strerror(code))) }
        return process
    }

    /// Hands over the bytes, and takes what comes until the command ends.
    ///
    /// - Throws: ``JudgeError/timeout(judge:seconds:)`` after so many seconds; the command is ended then.
    func talk(_ bytes: [UInt8], seconds: Double) throws(JudgeError) -> Result {
        var rest = bytes[...]
        var texts: [Int32: [UInt8]] = [output: [], error: []]
        var open = [input, output, error]
        let deadline = Deadline(in: seconds)
        defer { for descriptor in open { close(descriptor) } }
        while !open.isEmpty {
            var waiting = open.map { pollfd(fd: $0, events: Int16($0 == input ? POLLOUT : POLLIN), revents: 0) }
            guard deadline.wait(for: &waiting) else { throw late(seconds) }
            for ready in waiting where ready.revents != 0 {
                let isDone =
                    ready.fd == input ? feed(&rest) : Self.take(from: ready.fd, into: &texts[ready.fd, default: []])
                guard isDone else { continue }
                close(ready.fd)
                open.removeAll { $0 == ready.fd }
            }
        }
        guard let code = status(until: deadline) else { throw late(seconds) }
        return Result(output: texts[output] ?? [], error: texts[error] ?? [], code: code)
    }

    /// Ends the command with all that it started.
    private func late(_ seconds: Double) -> JudgeError {
        kill(-process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        return .timeout(judge: "'\(text)'", seconds: seconds)
    }

    /// What the command ended with, 128 and the signal's number if one ended it; nil if it has not ended in time.
    private func status(until deadline: Deadline) -> Int32? {
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, WNOHANG)
            if ended == process { return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f) }
            guard ended == 0 || errno == EINTR, !deadline.isOver else { return nil }
            usleep(1000)
        }
    }

    /// Writes what fits; true when there is nothing left, or nobody reads it.
    private func feed(_ rest: inout ArraySlice<UInt8>) -> Bool {
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { sendQuietly(input, $0) }
            guard count >= 0 else { return errno != EAGAIN && errno != EINTR }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Reads what is there; true at the end.
    private static func take(from descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
        var room = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(descriptor, &room, room.count)
        guard count > 0 else { return count == 0 || errno != EAGAIN && errno != EINTR }
        bytes += room[..<count]
        return false
    }
}
