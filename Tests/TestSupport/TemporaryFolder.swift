import Foundation

/// A folder that is gone when the test is over.
public final class TemporaryFolder {
    /// Where it is.
    public let path = NSTemporaryDirectory() + "weave-test-\(UUID().uuidString)"

    /// Makes the folder.
    public init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The text of a file in it.
    public func text(of name: String) throws -> String {
        try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
    }

    /// Writes a file in it, and makes the folders on the way.
    public func write(_ text: String, to name: String) throws {
        let folder = URL(filePath: "\(path)/\(name)").deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
    }
}
