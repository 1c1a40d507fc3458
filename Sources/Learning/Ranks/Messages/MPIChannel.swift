#if MPI
import CMPI
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The line of MPI's messages. A rank that dies ends the job, as MPI has it; one that says nothing for longer than a limit does too.
public struct MPIChannel: Channel {
    /// The number of this process among those of `MPI_COMM_WORLD`.
    public let rank: Int
    /// How many these are.
    public let size: Int
    private let limit: Duration

    /// How many bytes this process has sent.
    private static let sent = Atomic(0)
    /// How many nanoseconds it has waited for others.
    private static let waited = Atomic(Int64(0))

    /// Joins the job that this process was started in: once in a process, before it has threads.
    ///
    /// - Parameter limit: how long another rank may say nothing.
    /// - Throws: ``Launch/Mistake`` if MPI sees other processes than the launcher started.
    public init(limit: Duration) throws(Launch.Mistake) {
        guard cmpi_begin() != 0 else { fatalError("MPI did not start, or not for programs with threads") }
        (rank, size, self.limit) = (Int(cmpi_rank()), Int(cmpi_size()), limit)
        try Launch.check(seen: size) { name in getenv(name).map { String(cString: $0) } }
    }

    /// Sends bytes, at most a gibibyte in a message.
    public func send(_ bytes: UnsafeRawBufferPointer, to other: Int) {
        Self.sent.wrappingAdd(bytes.count, ordering: .relaxed)
        for piece in Self.pieces(of: bytes.count) {
            var request: MPI_Request?
            cmpi_send(bytes.baseAddress.map { $0 + piece.lowerBound }, Int32(piece.count), Int32(other), &request)
            finish(&request, with: other)
        }
    }

    /// Waits for bytes, no longer than the limit.
    public func receive(_ bytes: UnsafeMutableRawBufferPointer, from other: Int) {
        for piece in Self.pieces(of: bytes.count) {
            var request: MPI_Request?
            cmpi_receive(bytes.baseAddress.map { $0 + piece.lowerBound }, Int32(piece.count), Int32(other), &request)
            finish(&request, with: other)
        }
    }

    /// What this process sent, and how long it waited.
    public var report: String {
        let seconds = Double(Self.waited.load(ordering: .relaxed)) / 1e9
        return "Rank \(rank) of \(size): \(Self.sent.load(ordering: .relaxed)) bytes sent, \(seconds) s waited"
    }

    /// Says goodbye to the others; nothing may be sent afterwards.
    public func leave() { cmpi_end() }

    /// Waits asleep: a rank that asks all the time takes the processor from those it waits for.
    private func finish(_ request: inout MPI_Request?, with other: Int) {
        let start = ContinuousClock.now
        var pause: UInt32 = 20
        while cmpi_is_done(&request) == 0 {
            guard ContinuousClock.now - start < limit else {
                let message = Array(stalled(other).utf8)
                // The job ends, whoever reads it.
                _ = write(STDERR_FILENO, message, message.count)
                cmpi_abort(1)
                return
            }
            usleep(pause)
            pause = min(2 * pause, 2_000)
        }
        let waited = (ContinuousClock.now - start).components
        Self.waited.wrappingAdd(waited.seconds * 1_000_000_000 + waited.attoseconds / 1_000_000_000, ordering: .relaxed)
    }

    private func stalled(_ other: Int) -> String {
        "error: rank \(other) has said nothing to rank \(rank) for \(limit); the job ends\n"
    }

    /// MPI counts bytes in 31 bits.
    private static func pieces(of count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: 1 << 30).map { $0..<min($0 + 1 << 30, count) }
    }
}
#endif
