import Markdown

/// Reads the entries of a BibTeX or BibLaTeX file: `@article{key, author = {…}, year = 1992}`.
///
/// Abbreviations (`@string`) are put in, values with `#` between them joined. What stands between entries is a comment. An entry with
/// a mistake is left out, and reading goes on behind it.
struct BibTeXReader {
    private let text: [UInt8]
    /// Where each line starts.
    private let lineStarts: [Int]
    private var index = 0
    private var abbreviations = Dictionary(
        uniqueKeysWithValues: zip(
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November",
                "December",
            ]))
    /// The mistakes, and the key of the entry that has each, if it is known.
    private(set) var failures: [(failure: Failure, key: String?)] = []

    private static let spaces = Array(" \n\t\r".utf8)
    private static let wordEnds = spaces + Array(",={}\"@#".utf8)

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

    /// All entries in their order, without those that can not be read.
    mutating func entries() -> [BibliographyEntry] {
        var entries: [BibliographyEntry] = []
        while let start = text[index...].firstIndex(of: UInt8(ascii: "@")) {
            index = start
            var key: String?
            do throws(Failure) {
                if let entry = try entry(key: &key) { entries.append(entry) }
            } catch {
                failures.append((error, key))
                skipEntry(from: start)
            }
        }
        return entries
    }

    /// Goes to the next line that starts with an entry.
    private mutating func skipEntry(from start: Int) {
        let next = lineStarts.first { $0 > start && $0 < text.count && text[$0] == UInt8(ascii: "@") }
        index = next ?? text.count
    }

    private var position: SourcePosition {
        let line = lineStarts.lastIndex { $0 <= index }!
        return SourcePosition(line: line + 1, column: index - lineStarts[line] + 1)
    }

    private mutating func entry(key: inout String?) throws(Failure) -> BibliographyEntry? {
        let start = position
        index += 1
        let kind = word().lowercased()
        if kind == "comment" || kind == "preamble" {
            if take("{") { _ = try braced(from: start) }
            return nil
        }
        try expect("{")
        guard kind != "string" else {
            for (name, value) in try fields() { abbreviations[name] = value.raw }
            return nil
        }
        var entry = BibliographyEntry(key: word(), kind: kind, position: start)
        guard !entry.key.isEmpty else { throw Failure(position: position, reason: "an entry needs a key") }
        key = entry.key
        skipSpace()
        if take("}") { return entry }
        try expect(",")
        for (name, value) in try fields() {
            let isName = BibliographyEntry.nameFields.contains(name)
            // An address is what it is, but for signs that TeX would not take.
            let isAddress = ["url", "doi", "eprint", "file"].contains(name)
            let read = TeXText(
                isAddress ? value.raw.replacing("~", with: "\\textasciitilde{}") : value.raw, keepsBraces: isName)
            if let command = read.unknown, BibliographyEntry.shown.contains(name) {
                throw Failure(
                    position: value.position,
                    reason: "the command \(command) of TeX is not known: write the letter itself")
            }
            entry.fields[name] = isAddress ? read.text.replacing("–", with: "--") : read.text
        }
        return entry
    }

    private typealias Value = (raw: String, position: SourcePosition)

    /// The fields up to the brace that ends them.
    private mutating func fields() throws(Failure) -> [(name: String, value: Value)] {
        var result: [(name: String, value: Value)] = []
        while true {
            skipSpace()
            if take("}") { return result }
            if !result.isEmpty {
                try expect(",")
                skipSpace()
                if take("}") { return result }
            }
            let place = position
            let name = word().lowercased()
            guard !name.isEmpty else { throw Failure(position: place, reason: "the name of a field is missing") }
            try expect("=")
            skipSpace()
            let start = position
            var raw = try piece()
            skipSpace()
            while take("#") {
                raw += try piece()
                skipSpace()
            }
            result.append((name, (raw, start)))
        }
    }

    private mutating func piece() throws(Failure) -> String {
        skipSpace()
        let start = position
        if take("{") { return try braced(from: start) }
        if take("\"") { return try braced(until: "\"", from: start) }
        let value = word()
        guard !value.isEmpty else { throw Failure(position: start, reason: "the value of a field is missing") }
        return abbreviations[value.lowercased()] ?? value
    }

    /// What stands before `end` outside of inner braces, as it is written.
    private mutating func braced(until end: Unicode.Scalar = "}", from start: SourcePosition) throws(Failure) -> String
    {
        let first = index
        var depth = 0
        while index < text.count {
            let byte = text[index]
            if depth == 0, byte == UInt8(ascii: end) {
                defer { index += 1 }
                return String(decoding: text[first..<index], as: UTF8.self)
            }
            switch byte {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "\\"): index += 1
            default: break
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
