#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An open file; closed when nobody holds it any more.
final class PlainFile: Sendable {
    private let path: String
    private let number: Int32

    /// Opens a file for reading.
    init(reading path: String) throws(HistoryError) {
        self.path = path
        number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw Self.refusal(path) }
    }

    /// Opens a file for reading and writing; what stands there stays.
    init(writing path: String) throws(HistoryError) {
        self.path = path
        number = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard number >= 0 else { throw Self.refusal(path) }
    }

    deinit { close(number) }

    /// How many bytes it has.
    func length() throws(HistoryError) -> Int {
        let end = lseek(number, 0, SEEK_END)
        guard end >= 0 else { throw Self.refusal(path) }
        return Int(end)
    }

    /// Bytes from a place on, fewer at the end of the file.
    func bytes(at place: Int, count: Int) throws(HistoryError) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = 0
            while filled < count {
                let result = pread(number, buffer.baseAddress! + filled, count - filled, off_t(place + filled))
                if result < 0, errno == EINTR { continue }
                failed = result < 0
                if result <= 0 { return }
                filled += result
            }
        }
        if failed { throw Self.refusal(path) }
        return bytes
    }

    /// Writes all bytes at a place.
    func write(_ bytes: [UInt8], at place: Int) throws(HistoryError) {
        var written = 0
        while written < bytes.count {
            let result = bytes.withUnsafeBytes {
                pwrite(number, $0.baseAddress! + written, bytes.count - written, off_t(place + written))
            }
            if result < 0, errno == EINTR { continue }
            guard result > 0 else { throw Self.refusal(path) }
            written += result
        }
    }

    /// Cuts the file.
    func cut(to length: Int) throws(HistoryError) {
        guard ftruncate(number, off_t(length)) == 0 else { throw Self.refusal(path) }
    }

    private static func refusal(_ path: String) -> HistoryError {
        .file(path: path, reason: String(cString: strerror(errno)))
    }
}
