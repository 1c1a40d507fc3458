#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file that is being written.
public final class OutputFile {
    /// Where it is.
    public let path: String
    private let descriptor: FileDescriptor
    /// How many bytes of whole lines stand in the file.
    private var length = 0

    /// Starts the file; what stood there is gone.
    public init(path: String) throws(RecordError) {
        self.path = path
        do throws(FileDescriptor.Refusal) {
            descriptor = try FileDescriptor(writing: path)
        } catch {
            throw .unwritable(path: path, code: error.code)
        }
    }

    /// Goes on with a file behind what stands there; starts it if it is not there.
    public init(goingOnWith path: String) throws(RecordError) {
        self.path = path
        do throws(FileDescriptor.Refusal) {
            descriptor = try FileDescriptor(appendingTo: path)
        } catch {
            throw .unwritable(path: path, code: error.code)
        }
        length = descriptor.size
    }

    /// Hands all bytes to the system.
    public func write(_ bytes: [UInt8]) throws(RecordError) {
        try write(bytes[...])
    }

    /// Hands all bytes of a text to the system.
    public func write(_ text: String) throws(RecordError) {
        try write(Array(text.utf8))
    }

    private func write(_ bytes: ArraySlice<UInt8>) throws(RecordError) {
        do throws(FileDescriptor.Refusal) {
            try descriptor.write(bytes)
        } catch {
            throw .unwritable(path: path, code: error.code)
        }
    }

    /// Hands whole lines to the system, at most a page of them at a time if no line is longer: a process that is killed
    /// while it writes more leaves a part of it, cut anywhere. If the disk is full, the lines that fitted stay.
    public func write(lines: ArraySlice<UInt8>) throws(RecordError) {
        var rest = lines
        while !rest.isEmpty {
            var page = rest.prefix(Self.pageSize)
            if page.count < rest.count, let end = page.lastIndex(of: UInt8(ascii: "\n")) {
                page = page[...end]
            }
            do throws(RecordError) {
                try write(page)
            } catch {
                // A part of the page may have fitted. That the file is cut is not worth more than the error itself.
                try? descriptor.truncate(to: length)
                throw error
            }
            length += page.count
            rest = rest[page.endIndex...]
        }
    }

    private static let pageSize = 4096

    /// Writes a file whole or not at all, in place of one that is there.
    ///
    /// What a killed process leaves, a file `PATH.part`, is used up by the next one; names by chance would stay for ever.
    public static func replace(_ path: String, with bytes: [UInt8]) throws(RecordError) {
        try OutputFile(path: path + ".part").write(bytes)
        guard rename(path + ".part", path) == 0 else { throw .unwritable(path: path, code: errno) }
    }
}
