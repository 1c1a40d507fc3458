#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
@preconcurrency import Glibc
#else
@preconcurrency import Darwin
#endif

/// The line to weave and the files that take the cells' output.
struct CellChannel {
    let descriptor: Int32
    private let folder: String
    /// The files that standard output and standard error are pointed at.
    private var targets: [OpenFile?] = [nil, nil]

    /// Keeps standard output as the channel.
    init(outputFolder folder: String) {
        self.folder = folder
        descriptor = dup(STDOUT_FILENO)
        // A child that a cell spawns must not hold the channel open, or weave would wait for it.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        // Line buffering: what a cell printed survives its trap.
        setvbuf(stdout, nil, _IOLBF, 0)
    }

    /// Points standard output and standard error at the files of `cell`.
    mutating func redirect(toCell cell: Int) {
        fflush(nil)
        point(STDOUT_FILENO, at: "\(folder)/\(cell).out")
        point(STDERR_FILENO, at: "\(folder)/\(cell).err")
        targets = [OpenFile(STDOUT_FILENO), OpenFile(STDERR_FILENO)]
    }

    /// The streams whose output is lost: the cell closed them, pointed them elsewhere, or the disk took no more.
    func lostStreams() -> [CellEvent.Stream] {
        fflush(nil)
        let streams = [(CellEvent.Stream.output, stdout, STDOUT_FILENO), (.errors, stderr, STDERR_FILENO)]
        return zip(streams, targets).compactMap { stream, target in
            let failed = stream.1.map { ferror($0) != 0 } ?? true
            if failed { stream.1.map(clearerr) }
            return failed || OpenFile(stream.2) != target ? stream.0 : nil
        }
    }

    /// Writes `event` as one line, whole.
    func send(_ event: CellEvent) {
        fflush(nil)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var line: Data
        do {
            line = try encoder.encode(event)
        } catch {
            preconditionFailure("an event can always be encoded: \(error)")
        }
        line.append(UInt8(ascii: "\n"))
        line.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count {
                let written = write(descriptor, bytes.baseAddress! + offset, bytes.count - offset)
                guard written > 0 || (written < 0 && errno == EINTR) else { exit(EXIT_FAILURE) }
                if written > 0 { offset += written }
            }
        }
    }

    private func point(_ target: Int32, at path: String) {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        guard file >= 0 else {
            fputs("weave: can not write \(path): \(String(cString: strerror(errno)))\n", stderr)
            exit(EXIT_FAILURE)
        }
        // Where a cell closed the stream, the file is opened in its place.
        guard file != target else { return }
        dup2(file, target)
        close(file)
    }
}

/// Which file a descriptor stands for; nil if it is closed.
private struct OpenFile: Equatable {
    let device: UInt64
    let node: UInt64

    init?(_ descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        (device, node) = (UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino))
    }
}
