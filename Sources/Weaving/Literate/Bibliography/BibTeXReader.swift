import Markdown

/// Reads the entries of a BibTeX file: `@article{key, author = {…}, year = 1992}`.
///
/// Texts are UTF-8; commands of TeX are an error, since no one would see them set. Braces inside a text only protect
/// capital letters, and go away. What stands between entries is a comment.
struct BibTeXReader {
    private let text: [UInt8]
    /// Where each line starts.
    private let lineStarts: [Int]
    private var index = 0

    private static let spaces = Array(" \n\t\r".utf8)
    private static let wordEnds = spaces + Array(",={}\"@".utf8)

    /// What is wrong, and where.
    struct Failure: Error, Equatable {
        var position: SourcePosition
        var reason: String
    }

    init(_ source: String) {
        text = Array(source.utf8)
        var starts = [0]
        for (index, byte) in text.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
        lineStarts = starts
    }

    /// All entries in their order.
    mutating func entries() throws(Failure) -> [BibliographyEntry] {
        var entries: [BibliographyEntry] = []
        while let start = text[index...].firstIndex(of: UInt8(ascii: "@")) {
            index = start
            entries.append(try entry())
        }
        return entries
    }

    private var position: SourcePosition {
        let line = lineStarts.lastIndex { $0 <= index }!
        return SourcePosition(line: line + 1, column: index - lineStarts[line] + 1)
    }

    private mutating func entry() throws(Failure) -> BibliographyEntry {
        let start = position
        index += 1
        let kind = word().lowercased()
        try expect("{")
        var entry = BibliographyEntry(key: word(), kind: kind, position: start)
        guard !entry.key.isEmpty else { throw Failure(position: position, reason: "an entry needs a key") }
        while true {
            skipSpace()
            if take("}") { return entry }
            try expect(",")
            skipSpace()
            if take("}") { return entry }
            let place = position
            let name = word().lowercased()
            guard !name.isEmpty else { throw Failure(position: place, reason: "the name of a field is missing") }
            try expect("=")
            entry.fields[name] = try value()
        }
    }

    private mutating func value() throws(Failure) -> String {
        skipSpace()
        let start = position
        if take("{") { return try text(until: "}", from: start) }
        if take("\"") { return try text(until: "\"", from: start) }
        let value = word()
        guard !value.isEmpty else { throw Failure(position: start, reason: "the value of a field is missing") }
        return value
    }

    /// What stands before `end` outside of inner braces, in one line, with `--` as a dash.
    private mutating func text(until end: Unicode.Scalar, from start: SourcePosition) throws(Failure) -> String {
        var bytes: [UInt8] = []
        var depth = 0
        while index < text.count {
            let byte = text[index]
            if depth == 0, byte == UInt8(ascii: end) {
                index += 1
                let words = String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace }
                return words.joined(separator: " ").replacing("--", with: "–")
            }
            switch byte {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\\"):
                throw Failure(position: position, reason: "write the letter itself instead of a command of TeX")
            default: bytes.append(byte)
            }
            index += 1
        }
        throw Failure(position: start, reason: "the value has no end")
    }

    private mutating func word() -> String {
        skipSpace()
        let start = index
        while index < text.count, !Self.wordEnds.contains(text[index]) { index += 1 }
        return String(decoding: text[start..<index], as: UTF8.self)
    }

    private mutating func skipSpace() {
        while index < text.count, Self.spaces.contains(text[index]) { index += 1 }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard index < text.count, text[index] == UInt8(ascii: mark) else { return false }
        index += 1
        return true
    }

    private mutating func expect(_ mark: Unicode.Scalar) throws(Failure) {
        skipSpace()
        guard take(mark) else { throw Failure(position: position, reason: "'\(mark)' is missing") }
    }
}
