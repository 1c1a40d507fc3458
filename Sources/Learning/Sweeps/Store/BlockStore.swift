import DeterministicMath
import Records
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The blocks that were computed, each a file named by its content's key, in a folder that many machines may share.
///
/// There is no lock and no server. A block is written under a name of its own, handed to the disk and then linked to its name, which
/// the system does for the first and refuses to all others (also over NFS). Who comes second compares: the same bytes are a test
/// passed, others an error.
public struct BlockStore: Sendable {
    /// Where the blocks are.
    public let folder: String

    /// Names a folder; it need not be there yet.
    public init(_ folder: String) { self.folder = folder }

    /// The file of a block.
    public func path(of block: SweepBlock) -> String {
        "\(folder)/\(block.key.prefix(2))/\(block.key).csv"
    }

    /// The lines of a block; nil if they are not there, or not whole. Throws ``SweepError`` if the file is another block's.
    public func lines(of block: SweepBlock) throws -> [String]? {
        let path = path(of: block)
        guard access(path, F_OK) == 0 else { return nil }
        guard let text = String(validating: try [UInt8](contentsOfFile: path), as: UTF8.self) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.count >= 3, lines.last == "" else { return nil }
        let content = lines.dropFirst().dropLast(2)
        guard lines[lines.count - 2] == "# whole \(Self.digest(lines.dropLast(2)))" else { return nil }
        guard lines[0] == "# \(block.identity)" else { throw SweepError.misnamed(file: path) }
        return Array(content)
    }

    /// Keeps the lines of a block. Throws ``SweepError/disagreement(block:file:line:)`` if other lines are there already.
    public func keep(_ lines: [String], of block: SweepBlock) throws {
        let (whole, path) = (["# \(block.identity)"] + lines, path(of: block))
        let text = whole.map { $0 + "\n" }.joined() + "# whole \(Self.digest(whole))\n"
        let part =
            try OutputFolder("\(folder)/tmp").path
            + "/\(block.key)-\(Self.host)-\(getpid())-\(Self.number.add(1, ordering: .relaxed).newValue)"
        _ = try OutputFolder("\(folder)/\(block.key.prefix(2))")
        try OutputFile(path: part).write(text)
        defer { unlink(part) }
        try Self.synchronize(part)
        while link(part, path) != 0 {
            guard errno == EEXIST else { throw RecordError.unwritable(path: path, code: errno) }
            guard let earlier = try self.lines(of: block) else {
                // A file that is not whole is nobody's result.
                guard rename(part, path) == 0 else { throw RecordError.unwritable(path: path, code: errno) }
                return
            }
            guard earlier != lines else { return }
            let line =
                zip(earlier, lines).enumerated().first { $1.0 != $1.1 }?.offset ?? min(earlier.count, lines.count)
            throw SweepError.disagreement(block: block.name, file: path, line: line + 2)
        }
    }

    /// Tells writers of one process apart.
    private static let number = Atomic(0)

    /// Waits until the disk has a file, so that no name leads to what a failing machine lost.
    private static func synchronize(_ path: String) throws(RecordError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0 else { throw .unwritable(path: path, code: errno) }
    }

    private static func digest(_ lines: some Sequence<String>) -> Digest {
        var digest = Digest()
        for line in lines { digest.combine(line + "\n") }
        return digest
    }

    private static let host: String = {
        var name = [CChar](repeating: 0, count: 256)
        return gethostname(&name, 255) == 0
            ? String(decoding: name.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self) : "host"
    }()
}
