import Foundation

/// A committed file that holds what a test expects.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the file is written anew, and the test fails, so that nobody records by
/// accident.
public struct Snapshot {
    private let path: String

    /// The snapshot at `path`, which is written from the repository's root.
    public init(_ path: String) {
        self.path = path
    }

    /// How `text` differs from the snapshot, by its first differing line; nil if it does not.
    ///
    /// ```swift
    /// #expect(try Snapshot("docs/diagnostics.md").difference(from: text) == nil)
    /// ```
    public func difference(from text: String) throws -> String? {
        let file = Repository.file(path)
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: file)
            return "recorded \(path); look at the difference before committing it"
        }
        let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        guard text != expected else { return nil }
        let (now, then) = (text.split(separator: "\n"), expected.split(separator: "\n"))
        let place = zip(now, then).enumerated().first { $0.element.0 != $0.element.1 }
        guard let (_, (line, was)) = place else { return "\(path): another length" }
        return "\(path):\nnow \(line)\nwas \(was)"
    }
}
