import Markdown
import Scanning

/// `[@key]`, `[see @key, section 13.3]`, `[@one; @two]`, `[-@key]` for the year alone: a citation. Its entry stands beside the first one, and at the page's end.
extension Linker {
    // Made once, as the pattern of references is.
    private nonisolated(unsafe) static let citation = #/\[([^\[\]]*@[^\[\]]+)\]/#

    /// The citations in a text, and what stands between them.
    mutating func citations(in text: String, at range: SourceRange) -> [Inline] {
        guard text.contains("[") else { return narrative(in: text, at: range) }
        var result: [Inline] = []
        var rest = text[...]
        var column = range.start.column
        func place(_ offset: Int) -> SourceRange {
            SourceRange(start: SourcePosition(line: range.start.line, column: column + offset), end: range.end)
        }
        while let match = rest.firstMatch(of: Self.citation) {
            let works = match.output.1.split(separator: ";").map { CitedWork($0.drop { $0 == " " }) }
            let before = rest[..<match.range.lowerBound]
            let isCitation = works.allSatisfy { mayBeCitation($0) } && !isEscaped("[" + match.output.1, in: range)
            let read = isCitation ? before : rest[..<match.range.upperBound]
            result += narrative(in: String(read), at: place(0))
            if isCitation { result += citation(works, at: place(before.utf8.count + 1)) }
            column += rest[..<match.range.upperBound].utf8.count
            rest = rest[match.range.upperBound...]
        }
        return result + narrative(in: String(rest), at: place(0))
    }

    /// The pieces of a paragraph, with each citation that goes over the end of a line in one text.
    static func joiningCitations(in inlines: [Inline]) -> [Inline] {
        guard inlines.contains(where: endsInCitation) else { return inlines }
        var result: [Inline] = []
        for inline in inlines {
            guard case .text(let text) = inline.kind, result.count >= 2, case .softBreak = result.last!.kind,
                endsInCitation(result[result.count - 2]), case .text(let start) = result[result.count - 2].kind
            else {
                result.append(inline)
                continue
            }
            result.removeLast()
            let end = text.firstIndex(of: "]").map(text.index(after:)) ?? text.endIndex
            result[result.count - 1].kind = .text(start + " " + text[..<end])
            result[result.count - 1].range.end = inline.range.end
            // What follows keeps its own place.
            var rest = inline
            rest.kind = .text(String(text[end...]))
            rest.range.start.column += text[..<end].utf8.count
            if end < text.endIndex { result.append(rest) }
        }
        return result
    }

    /// Whether a text ends inside the brackets of a citation.
    private static func endsInCitation(_ inline: Inline) -> Bool {
        guard case .text(let text) = inline.kind, text.contains(byte: UInt8(ascii: "@")) else { return false }
        return text.lastIndex(of: "[").map { text[$0...].contains("@") && !text[$0...].contains("]") } ?? false
    }

    /// Where the first `part` in a range stands in the chapter.
    mutating func place(of part: String, in range: SourceRange) -> SourcePosition? {
        for line in range.start.line...max(range.start.line, range.end.line) {
            let column = line == range.start.line ? range.start.column : 1
            let start = SourcePosition(line: line, column: column)
            if let place = source.position(of: part, from: start).position { return place }
        }
        return nil
    }

    /// Words before a key make a citation only if the bibliography has the key: they may be an address, or anything.
    private func mayBeCitation(_ work: CitedWork?) -> Bool {
        guard let work, LabelledThing.Kind(of: work.key) == nil else { return false }
        return work.prefix.isEmpty || bibliography.entries[work.key] != nil || bibliography.broken.contains(work.key)
    }

    /// Whether a backslash stands before a text, so that it stays text.
    private mutating func isEscaped(_ text: String, in range: SourceRange) -> Bool {
        source.position(of: String(text.prefix(12)), from: range.start).isEscaped
    }

    /// `(Williams 1992; Sutton and Barto 2018, section 13.3)`.
    private mutating func citation(_ works: [CitedWork?], at range: SourceRange) -> [Inline] {
        func text(_ text: String) -> Inline { Inline(.text(text), at: range) }
        var result: [Inline] = []
        for work in works.compactMap(\.self) {
            guard let entry = cited(work.key, at: range) else { continue }
            if !result.isEmpty { result.append(text("; ")) }
            if !work.prefix.isEmpty { result.append(text(work.prefix + " ")) }
            let shown = work.isYearOnly ? entry.yearText : entry.shortName
            result.append(Inline(.marked(.citation(of: "#" + entry.anchor), [text(shown)]), at: range))
            if !work.locator.isEmpty { result.append(text(work.locator)) }
        }
        return [text("(")] + result + [text(")")]
    }

    /// The work with this key, with its entry beside the paragraph if it is the first citation; nil, and reported, without one.
    mutating func cited(_ key: String, at range: SourceRange) -> BibliographyEntry? {
        guard let entry = bibliography.entries[key] else {
            let position = place(of: "@" + key, in: range) ?? range.start
            let file = Bibliography.fileName
            let problem: Problem =
                bibliography.broken.contains(key)
                ? .brokenCitation(key, file: file)
                : .unknownCitation(key, file: file, known: bibliography.entries.keys.sorted())
            diagnostics.append(chapter.diagnostic(position, problem))
            return nil
        }
        if !cited.contains(entry) {
            cited.append(entry)
            waitingNotes.append(Inline(.marked(.note(nil), entry.inlines), at: range))
        }
        return entry
    }

    /// `@key` in a sentence names its work there: Williams (1992). Addresses of e-mail and of the web name nobody's works, nor do
    /// keys that the bibliography does not have.
    mutating func narrative(in text: String, at range: SourceRange) -> [Inline] {
        guard !isInLink, !bibliography.entries.isEmpty, text.contains(byte: UInt8(ascii: "@")) else {
            return references(in: text, at: range)
        }
        var result: [Inline] = []
        // What has been taken in, up to here.
        var done = text.startIndex
        var place = range.start
        func at(_ index: String.Index) -> SourceRange {
            let bytes = text.utf8.distance(from: text.startIndex, to: index)
            return SourceRange(
                start: SourcePosition(line: range.start.line, column: range.start.column + bytes), end: range.end)
        }
        for start in text.indices where text[start] == "@" {
            let key = Self.key(at: text[start...].dropFirst())
            guard start >= done, let entry = bibliography.entries[String(key)], Self.mayName(text[..<start]) else {
                continue
            }
            let (position, isEscaped) = source.position(of: "@\(key)", from: place)
            if let position { place = SourcePosition(line: position.line, column: position.column + 1) }
            guard !isEscaped, let entry = cited(entry.key, at: at(start)) else { continue }
            if done < start { result += references(in: String(text[done..<start]), at: at(done)) }
            result.append(Inline(.text("\(entry.shortAuthors) ("), at: at(start)))
            let year = Inline(.text(entry.yearText), at: at(start))
            result.append(Inline(.marked(.citation(of: "#" + entry.anchor), [year]), at: at(start)))
            result.append(Inline(.text(")"), at: at(start)))
            done = key.endIndex
        }
        return done == text.endIndex ? result : result + references(in: String(text[done...]), at: at(done))
    }

    /// The key at the start of what follows an `@`, without the punctuation of the sentence around it.
    private static func key(at text: Substring) -> Substring {
        var key = text.prefix { $0.isLetter || $0.isNumber || "_-:.+/".contains($0) }
        while let last = key.last, !last.isLetter, !last.isNumber { key.removeLast() }
        return key
    }

    /// Whether what stands before an `@` leaves it free to start a name: nothing of an address.
    private static func mayName(_ before: Substring) -> Bool {
        guard let last = before.last else { return true }
        return !last.isLetter && !last.isNumber && !"/._+-\\".contains(last)
    }
}

/// One work in the brackets of a citation: `see @key, p. 3`.
private struct CitedWork {
    /// What stands before the key.
    let prefix: String
    /// The key.
    let key: String
    /// What stands behind it, with the comma.
    let locator: String
    /// Whether the sentence has named the authors: `-@key`.
    let isYearOnly: Bool

    /// Nil if there is no key.
    init?(_ text: Substring) {
        let start = text.indices.first { index in
            guard text[index] == "@" else { return false }
            let before = text[..<index].last
            return before == nil || before == " " || before == "-" || before == "("
        }
        guard let start else { return nil }
        var before = text[..<start]
        isYearOnly = before.last == "-" && (before.dropLast().last ?? " ") == " "
        if isYearOnly { before.removeLast() }
        while before.last == " " { before.removeLast() }
        prefix = String(before)
        key = String(text[start...].dropFirst().prefix { $0 != "," && $0 != " " })
        locator = String(text[start...].dropFirst(1 + key.count))
        if key.isEmpty { return nil }
    }
}
