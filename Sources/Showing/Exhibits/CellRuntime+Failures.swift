#if canImport(Glibc)
@preconcurrency import Glibc
#else
@preconcurrency import Darwin
#endif

/// Cells that are meant to fail: those that may throw and those that must trap.
extension CellRuntime {
    /// Throws nothing; with it a cell may throw, and need not.
    public static func mayThrow() throws {}

    /// Reports the error that a cell threw.
    public static func threw(_ error: any Error) {
        send(.threw(String(describing: error)))
    }

    /// Starts a cell that must trap in a copy of the process, and waits for the copy's end.
    ///
    /// - Returns: true in the copy, which runs the cell; false in the program, which goes on as if it had not.
    public static func forks(_ cell: Int) -> Bool {
        begin(cell)
        fflush(nil)
        let child = copyOfProcess()
        if child == 0 {
            // The trap is expected: no backtrace is made of it.
            for number in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] { signal(number, SIG_DFL) }
            // A copy has only the thread that made it.
            if let channel { endWithReader(of: channel.descriptor) }
            return true
        }
        guard child > 0 else { preconditionFailure("no process can be started: \(String(cString: strerror(errno)))") }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        send(.forkEnded(cell: cell, bySignal: status & 0x7f != 0))
        return false
    }

    /// Ends the copy in which a cell did not trap.
    public static func survived() -> Never {
        fflush(nil)
        _exit(EXIT_SUCCESS)
    }

    private static func copyOfProcess() -> pid_t {
        #if os(Linux)
        return fork()
        #else
        // Swift hides `fork`, since Apple's frameworks do not survive it; a cell that traps at once does.
        guard let symbol = dlsym(UnsafeMutableRawPointer(bitPattern: -2), "fork") else { return -1 }
        return unsafeBitCast(symbol, to: (@convention(c) () -> pid_t).self)()
        #endif
    }
}
