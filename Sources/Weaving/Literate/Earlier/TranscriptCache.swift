import DeterministicMath
import Foundation

/// Transcripts of earlier runs, found by everything that a run depends on.
///
/// The key holds the program's text, the modules that it imports, the compiler and its flags, and the data beside the
/// chapters; never a time, never a dependency that an author declared. An entry is used only if its whole key is equal.
struct TranscriptCache: Sendable {
    let folder: URL

    /// Everything that a chapter's transcript depends on.
    struct Key: Hashable, Codable, Sendable {
        /// Raised by hand whenever a transcript changes its form, or weave begins to check more before it keeps one.
        var format = 10
        var source: String
        var modules: String
        var compiler: String
        var flags: [String]
        var data: String

        /// The name of the entry's file.
        var name: String {
            var digest = Digest()
            for part in [String(format), source, modules, compiler, data] + flags {
                digest.combine("\(part.utf8.count) ")
                digest.combine(part)
            }
            return digest.description
        }
    }

    /// A transcript with its key, what the compiler warned of, and how long it took to make.
    struct Entry: Codable, Sendable {
        var key: Key
        var transcript: Transcript
        var warnings: [CompilerWarning] = []
        var seconds: Double
    }

    private func file(for key: Key) -> URL {
        folder.appendingPathComponent(key.name + ".json")
    }

    /// What is kept for `key`.
    func entry(for key: Key) -> SealedFile.Content<Entry> {
        let content = SealedFile.read(file(for: key), as: Entry.self)
        if case .whole(let entry) = content, entry.key != key { return .missing }
        return content
    }

    /// Keeps `entry`.
    func store(_ entry: Entry) throws {
        try SealedFile.write(entry, to: file(for: entry.key))
    }
}
