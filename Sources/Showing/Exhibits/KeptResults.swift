#if canImport(FoundationEssentials)
package import FoundationEssentials
#else
package import Foundation
#endif

/// The results of one chapter that are kept with the book, in a file of lines: a key, the name in the text, and what the
/// store of this machine has under the key, between tabs.
package struct KeptResults: Sendable {
    /// One result.
    package struct Line: Hashable, Sendable {
        /// Names all that it depends on.
        package var key: String
        /// Its name in the chapter.
        package var name: String
        /// A digest and JSON.
        package var entry: Data

        package init(key: String, name: String, entry: Data) {
            self.key = key
            self.name = name
            self.entry = entry
        }

        /// Whether it is as it was written.
        package var isWhole: Bool { ResultFile.json(in: entry) != nil }
    }

    /// The results in their order.
    package var lines: [Line]

    package init(lines: [Line] = []) {
        self.lines = lines
    }

    /// Reads a file; one that does not exist has no lines, and what is not a line is none.
    package init(reading file: URL) {
        let data = (try? Data(contentsOf: file)) ?? Data()
        lines = data.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 2)
            guard parts.count == 3, let name = try? JSONDecoder().decode([String].self, from: parts[1]).first else {
                return nil
            }
            return Line(key: String(decoding: parts[0], as: UTF8.self), name: name, entry: Data(parts[2]))
        }
    }

    /// The file.
    package var data: Data {
        lines.reduce(into: Data()) { data, line in
            data += Data("\(line.key)\t".utf8)
            // A text can always be encoded.
            data += (try? ResultFile.encoder.encode([line.name])) ?? Data()
            data += Data("\t".utf8) + line.entry + Data("\n".utf8)
        }
    }

    /// What is kept under `key`; nil if there is nothing or it is damaged.
    package func content(of key: String) -> Data? { lines.first { $0.key == key && $0.isWhole }?.entry }
}
