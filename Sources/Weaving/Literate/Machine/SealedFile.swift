import Foundation
import Scanning

/// A value in a file of the cache, behind the fingerprint of its bytes.
enum SealedFile {
    /// What a file holds.
    enum Content<Value: Sendable>: Sendable {
        case whole(Value)
        case missing
        /// Cut off or changed: as good as missing.
        case damaged
    }

    /// What `file` holds.
    static func read<Value: Decodable & Sendable>(_ file: URL, as type: Value.Type) -> Content<Value> {
        guard let data = try? Data(contentsOf: file) else { return .missing }
        let content = data.dropFirst(16)
        guard data.prefix(16) == Data(Fingerprint.of(content).utf8),
            let value = try? JSONDecoder().decode(type, from: content)
        else { return .damaged }
        return .whole(value)
    }

    /// Puts `value` into `file`, whole or not at all; makes the folder if there is none.
    static func write(_ value: some Encodable, to file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let content = try encoder.encode(value)
        try (Data(Fingerprint.of(content).utf8) + content).write(to: file, options: .atomic)
    }
}
