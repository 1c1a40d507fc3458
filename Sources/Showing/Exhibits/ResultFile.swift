import DeterministicMath

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
@preconcurrency import Glibc
#else
@preconcurrency import Darwin
#endif

/// A result in a file that is named by all that it depends on: a digest, and JSON, whose shortest decimals give back every
/// bit of a number. (A binary property list does not: it takes -0 for 0.)
struct ResultFile: Sendable {
    /// Names all that the result depends on; empty if it can not be kept.
    let key: String
    let path: String
    /// What is kept with the book, in the form of the file.
    let kept: Data?

    /// What became of a result that was computed.
    enum Outcome: Hashable, Sendable {
        /// It is kept, or can not be, and is computed each time, which is slower and as right.
        case kept
        /// Another result with the same key is there already.
        case differs
    }

    static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return encoder
    }

    /// The result, from this machine or from the book; nil if there is none or it is damaged.
    func value<Value: Decodable>(as type: Value.Type) -> Value? {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        for entry in [content, kept] {
            guard let entry, let json = Self.json(in: entry) else { continue }
            if let value = try? decoder.decode([Value].self, from: json).first { return value }
        }
        return nil
    }

    /// Keeps a result.
    func keep(_ value: some Encodable) -> Outcome {
        guard !key.isEmpty, let json = try? Self.encoder.encode([value]) else { return .kept }
        return put(Self.entry(of: json))
    }

    /// Takes it away.
    func remove() { unlink(path) }

    private var content: Data? { key.isEmpty ? nil : try? Data(contentsOf: URL(fileURLWithPath: path)) }

    /// Puts an entry where it belongs, whole or not at all, also if several processes or machines do so at the same time.
    private func put(_ entry: Data) -> Outcome {
        let temporary = "\(path).\(getpid())-\(UInt64.random(in: 0 ... .max))"
        defer { unlink(temporary) }
        guard Self.writeSynchronously(entry, to: temporary) else { return .kept }
        if link(temporary, path) == 0 { return .kept }
        // Also where there are no links.
        guard let present = content, Self.json(in: present) != nil else {
            rename(temporary, path)
            return .kept
        }
        return present == entry ? .kept : .differs
    }

    private static func writeSynchronously(_ data: Data, to path: String) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { return false }
        defer { close(file) }
        return data.withUnsafeBytes { bytes in
            var offset = 0
            while offset < bytes.count {
                let written = write(file, bytes.baseAddress! + offset, bytes.count - offset)
                guard written > 0 || (written < 0 && errno == EINTR) else { return false }
                if written > 0 { offset += written }
            }
            return fsync(file) == 0
        }
    }

    /// JSON behind the digest of its bytes.
    static func entry(of json: Data) -> Data { Data(digest(of: json).utf8) + json }

    /// The JSON of an entry; nil if it is damaged.
    static func json(in entry: Data) -> Data? {
        let json = entry.dropFirst(16)
        return !json.isEmpty && entry.prefix(16) == Data(digest(of: json).utf8) ? json : nil
    }

    private static func digest(of json: Data) -> String {
        var digest = Digest()
        json.withUnsafeBytes { digest.combine(bytes: $0) }
        return digest.description
    }
}
