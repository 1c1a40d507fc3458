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
        var format = 4
        var source: String
        var library: String
        var compiler: String
        var flags: [String]
        var data: String

        /// The name of the entry's file.
        var name: String {
            var digest = Digest()
            for part in [String(format), source, library, compiler, data] + flags { digest.combine(part) }
            return digest.description
        }
    }

    private struct Entry: Codable {
        var key: Key
        var transcript: Transcript
    }

    private func file(for key: Key) -> URL {
        folder.appendingPathComponent(key.name + ".json")
    }

    /// The transcript for `key`; nil if there is none, or it can not be read: then the program runs again.
    func transcript(for key: Key) -> Transcript? {
        guard let data = try? Data(contentsOf: file(for: key)),
            let entry = try? JSONDecoder().decode(Entry.self, from: data), entry.key == key
        else { return nil }
        return entry.transcript
    }

    /// Keeps `transcript`.
    func store(_ transcript: Transcript, for key: Key) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try encoder.encode(Entry(key: key, transcript: transcript)).write(to: file(for: key), options: .atomic)
    }
}
