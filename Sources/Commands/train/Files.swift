#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
#if canImport(System)
import System
#else
import SystemPackage
#endif

/// Makes a folder, and those above it that are missing.
func makeFolder(_ path: String) throws(FileError) {
    let parent = FilePath(path).removingLastComponent().string
    if !parent.isEmpty, parent != path, access(parent, F_OK) != 0 {
        try makeFolder(parent)
    }
    var status = stat()
    if mkdir(path, 0o777) != 0, !(errno == EEXIST && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR) {
        throw .unwritable(path: path, reason: Errno(rawValue: errno).description)
    }
}

/// A file that is being written, from its beginning; what stood there is gone.
final class OutputFile {
    let path: String
    private let descriptor: FileDescriptor
    /// How many bytes of whole lines stand in the file.
    private var length = 0

    init(path: String) throws(FileError) {
        self.path = path
        do {
            descriptor = try FileDescriptor.open(
                path, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite, .groupRead, .otherRead])
        } catch {
            throw .unwritable(path: path, reason: "\(error)")
        }
    }

    deinit {
        try? descriptor.close()
    }

    /// Hands all bytes to the system.
    func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
        do {
            _ = try descriptor.writeAll(bytes)
        } catch {
            throw .unwritable(path: path, reason: "\(error)")
        }
    }

    /// Hands whole lines to the system, at most a page of them at a time if no line is longer: a process that is killed
    /// while it writes more leaves a part of it, cut anywhere. If the disk is full, the lines that fitted stay.
    func write(lines: ArraySlice<UInt8>) throws(FileError) {
        var rest = lines
        while !rest.isEmpty {
            var page = rest.prefix(Self.pageSize)
            if page.count < rest.count, let end = page.lastIndex(of: UInt8(ascii: "\n")) {
                page = page[...end]
            }
            do throws(FileError) {
                try write(page)
            } catch {
                // A part of the page may have fitted. That the file is cut is not worth more than the error itself.
                try? descriptor.resize(to: Int64(length))
                throw error
            }
            length += page.count
            rest = rest[page.endIndex...]
        }
    }

    private static let pageSize = 4096
}

/// Everything that stands in a file.
func contents(of path: String) throws(FileError) -> [UInt8] {
    do {
        let descriptor = try FileDescriptor.open(path, .readOnly)
        defer { try? descriptor.close() }
        let size = Int(try descriptor.seek(offset: 0, from: .end))
        try descriptor.seek(offset: 0, from: .start)
        var bytes = [UInt8]()
        while true {
            // A folder is as long as can be; reading it is the error, not its length.
            let capacity = min(max(size - bytes.count, 4096), 1 << 26)
            let chunk = try [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                count = try descriptor.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            if chunk.isEmpty { return bytes }
            if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
        }
    } catch {
        throw .unreadable(path: path, reason: "\(error)")
    }
}
