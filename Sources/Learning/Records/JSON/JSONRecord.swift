import DeterministicMath

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension Decodable {
    /// Reads a value from a file of JSON, also a compressed one. Throws `RecordError`, which names the field.
    public init(readingJSON path: String) throws(RecordError) {
        try self.init(parsingJSON: [UInt8](contentsOfFile: path), path: path)
    }

    /// Reads a value from JSON that came from the file at `path`.
    public init(parsingJSON json: [UInt8], path: String) throws(RecordError) {
        try RecordError.requireUTF8(json, path: path)
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(json))
        } catch let error as DecodingError {
            throw RecordError(error, in: json, path: path)
        } catch {
            throw .malformed(path: path, place: nil, flaw: .notJSON(reason: "\(error)"))
        }
    }
}

extension Encodable {
    /// The value as JSON in lines, with its keys in the order of the alphabet and a line's end behind it.
    public func jsonLines() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return try encoder.encode(self) + [UInt8(ascii: "\n")]
    }

    /// The value as JSON in one line, with its keys in the order of the alphabet.
    public func jsonLine() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension RecordError {
    /// Throws unless the bytes are UTF-8, with the place of the first that is not.
    static func requireUTF8(_ bytes: [UInt8], path: String) throws(RecordError) {
        guard let (line, column) = bytes.firstInvalidUTF8 else { return }
        throw .malformed(path: path, place: TextPlace(line: line, column: column), flaw: .notUTF8)
    }

    /// Names the field that could not be decoded.
    fileprivate init(_ error: DecodingError, in json: [UInt8], path: String) {
        func flawed(_ flaw: Flaw) -> RecordError { .malformed(path: path, place: nil, flaw: flaw) }
        switch error {
        case .keyNotFound(let key, let context): self = flawed(.missing(field: Self.name(context.codingPath + [key])))
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            self = flawed(.wrongType(field: Self.name(context.codingPath)))
        case .dataCorrupted(let context):
            let reason = context.underlyingError.map { "\($0)" } ?? context.debugDescription
            if !context.codingPath.isEmpty {
                self = flawed(.notValid(field: Self.name(context.codingPath), reason: reason))
            } else if let (place, flaw) = firstNotFinite(in: json) {
                self = .malformed(path: path, place: place, flaw: flaw)
            } else {
                self = flawed(.notJSON(reason: reason))
            }
        @unknown default: self = flawed(.notJSON(reason: "\(error)"))
        }
    }

    /// `trace[3].noise[17]`.
    private static func name(_ path: [any CodingKey]) -> String {
        guard !path.isEmpty else { return "the file" }
        return path.reduce("") { name, key in
            if let index = key.intValue { return name + "[\(index)]" }
            return name.isEmpty ? key.stringValue : name + "." + key.stringValue
        }
    }
}
