#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An open file; closed when nobody holds it any more.
final class FileDescriptor {
    private let number: Int32

    /// What the system answers instead of doing: its error number.
    struct Refusal: Error {
        let code: Int32
    }

    init(reading path: String) throws(Refusal) {
        number = open(path, O_RDONLY | O_CLOEXEC)
        guard number >= 0 else { throw Refusal(code: errno) }
    }

    /// Opens a file for writing, empty; makes it if need be, and then only if it `mustBeNew`.
    init(writing path: String, mustBeNew: Bool = false) throws(Refusal) {
        number = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (mustBeNew ? O_EXCL : O_TRUNC), 0o644)
        guard number >= 0 else { throw Refusal(code: errno) }
    }

    /// Opens a file for writing behind what stands there; makes it if need be.
    init(appendingTo path: String) throws(Refusal) {
        number = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND, 0o644)
        guard number >= 0 else { throw Refusal(code: errno) }
    }

    deinit { close(number) }

    /// How many bytes stand in the file, if it is an ordinary one.
    var size: Int {
        var status = stat()
        return fstat(number, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Everything from here to the end.
    func readToEnd() throws(Refusal) -> [UInt8] {
        var status = stat()
        // A folder is as long as can be; reading it is the error, not its length. A file may grow, or not know its length.
        var expected = fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
        var bytes: [UInt8] = []
        while true {
            var failure: Int32?
            let capacity = max(expected - bytes.count, 4096)
            let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                let result = read(number, buffer.baseAddress, capacity)
                count = max(result, 0)
                if result < 0, errno != EINTR { failure = errno }
            }
            if let failure { throw Refusal(code: failure) }
            if chunk.isEmpty { return bytes }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
            expected = max(expected, 2 * bytes.count)
        }
    }

    /// Hands all bytes to the system.
    func write(_ bytes: ArraySlice<UInt8>) throws(Refusal) {
        var rest = bytes
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Self.write(number, $0.baseAddress, $0.count) }
            guard written >= 0 || errno == EINTR else { throw Refusal(code: errno) }
            rest = rest.dropFirst(max(written, 0))
        }
    }

    #if canImport(Glibc)
    private static let write = Glibc.write
    #else
    private static let write = Darwin.write
    #endif

    /// Cuts the file.
    func truncate(to length: Int) throws(Refusal) {
        guard ftruncate(number, off_t(length)) == 0 else { throw Refusal(code: errno) }
    }
}
