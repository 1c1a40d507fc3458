import DeterministicMath
import Foundation

/// Transcripts of earlier runs, found by everything that a run depends on.
///
/// The key holds the program's text, the library's fingerprint, the compiler and its flags, and the data beside the
/// chapters; never a time, never a dependency that an author declared. An entry is used only if its whole key is equal.
struct TranscriptCache: Sendable {
    let folder: URL

    /// Everything that a chapter's transcript depends on.
    struct Key: Hashable, Codable, Sendable {
        /// Raised by hand whenever a transcript changes its form, or weave begins to check more before it keeps one.
        var format = 7
        var source: String
        var library: String
        var compiler: String
        var flags: [String]
        var data: String

        /// The name of the entry's file.
        var name: String {
            var digest = Digest()
            for part in [String(format), source, library, compiler, data] + flags {
                digest.combine("\(part.utf8.count) ")
                digest.combine(part)
            }
            return digest.description
        }
    }

    /// A transcript with its key, and how long it took to make.
    struct Entry: Codable, Sendable {
        var key: Key
        var transcript: Transcript
        var seconds: Double
    }

    /// What the cache has for a key.
    enum Answer: Sendable {
        case kept(Entry)
        case missing
        /// A file that is cut off or changed: as good as none.
        case damaged
    }

    private func file(for key: Key) -> URL {
        folder.appendingPathComponent(key.name + ".json")
    }

    /// What is kept for `key`.
    func entry(for key: Key) -> Answer {
        guard let data = try? Data(contentsOf: file(for: key)) else { return .missing }
        let content = data.dropFirst(16)
        guard data.prefix(16) == Data(Checksum.text(of: content).utf8),
            let entry = try? JSONDecoder().decode(Entry.self, from: content)
        else { return .damaged }
        return entry.key == key ? .kept(entry) : .missing
    }

    /// Keeps `entry`, behind a checksum of its bytes.
    func store(_ entry: Entry) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let content = try encoder.encode(entry)
        try (Data(Checksum.text(of: content).utf8) + content).write(to: file(for: entry.key), options: .atomic)
    }
}
