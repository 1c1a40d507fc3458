import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file that has its name only when it is whole: until then it grows beside it under another.
///
/// One that is not finished is taken away when nobody holds it any more.
final class WholeFile {
    private let path: String
    private let part: String
    private let stream: UnsafeMutablePointer<FILE>
    private var isOpen = true

    /// Writers of one process have files of their own.
    private static let writers = Atomic(0)

    init(path: String) throws(SafetensorsError) {
        let writer = Self.writers.wrappingAdd(1, ordering: .relaxed).newValue
        part = "\(path).\(getpid())-\(writer).part"
        guard let stream = fopen(part, "wb") else { throw Self.refusal(path) }
        self.stream = stream
        self.path = path
    }

    /// Adds bytes at the end.
    func write(_ bytes: UnsafeRawBufferPointer) throws(SafetensorsError) {
        guard fwrite(bytes.baseAddress, 1, bytes.count, stream) == bytes.count else { throw Self.refusal(path) }
    }

    /// Gives the file its name.
    func finish() throws(SafetensorsError) {
        isOpen = false
        guard fclose(stream) == 0, rename(part, path) == 0 else {
            let refusal = Self.refusal(path)
            unlink(part)
            throw refusal
        }
    }

    deinit {
        guard isOpen else { return }
        fclose(stream)
        unlink(part)
    }

    /// What the system said last.
    private static func refusal(_ path: String) -> SafetensorsError {
        .file(path: path, reason: String(cString: strerror(errno)))
    }
}
