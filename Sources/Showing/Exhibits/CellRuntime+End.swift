#if canImport(Glibc)
@preconcurrency import Glibc
#else
@preconcurrency import Darwin
#endif

/// The program's end when weave is gone.
extension CellRuntime {
    /// Ends this process, and what it started, as soon as nobody reads the pipe `descriptor` any more: a weave that was killed
    /// with -9 could not end its chapters itself, and a cell may run for ever.
    static func endWithReader(of descriptor: Int32) {
        watched = descriptor
        // A closure that the C library calls can not capture anything.
        #if os(Linux)
        var thread = pthread_t()
        #else
        var thread: pthread_t?
        #endif
        let status = pthread_create(&thread, nil, { _ in CellRuntime.waitForEnd() }, nil)
        precondition(status == 0, "no thread can be started: \(String(cString: strerror(status)))")
    }

    private nonisolated(unsafe) static var watched: Int32 = -1

    private static func waitForEnd() -> UnsafeMutableRawPointer? {
        // Asks for nothing: what is told all the same is that the other end was closed.
        var pipe = pollfd(fd: watched, events: 0, revents: 0)
        while poll(&pipe, 1, -1) < 0, errno == EINTR {}
        // A pipe that the program closed itself is not one that nobody reads.
        guard pipe.revents & Int16(POLLNVAL) == 0 else { return nil }
        // A launcher's session is its own affair.
        if getsid(0) == getpid() { ProcessSession.end(getpid()) }
        _exit(EXIT_FAILURE)
    }
}
