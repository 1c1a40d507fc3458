import Markdown
import Scanning

/// `[@key]`, `[@key, section 13.3]`, `[@one; @two]`: a citation. Its entry stands beside the first one, and at the page's end.
extension Linker {
    // Made once, as the pattern of references is.
    private nonisolated(unsafe) static let citation = #/\[(@[^\[\]]+)\]/#

    /// The citations in a text, and what stands between them.
    mutating func citations(in text: String, at range: SourceRange) -> [Inline] {
        guard text.contains("[@") else { return references(in: text, at: range) }
        var result: [Inline] = []
        var rest = text[...]
        var column = range.start.column
        func place(_ offset: Int) -> SourceRange {
            SourceRange(start: SourcePosition(line: range.start.line, column: column + offset), end: range.end)
        }
        while let match = rest.firstMatch(of: Self.citation) {
            let works = match.output.1.split(separator: ";").map { $0.drop { $0 == " " } }
            let before = rest[..<match.range.lowerBound]
            let isCitation = works.allSatisfy { $0.first == "@" && LabelledThing.Kind(of: Self.key(of: $0)) == nil }
            let read = isCitation ? before : rest[..<match.range.upperBound]
            result += references(in: String(read), at: place(0))
            if isCitation { result += citation(works, at: place(before.utf8.count + 1)) }
            column += rest[..<match.range.upperBound].utf8.count
            rest = rest[match.range.upperBound...]
        }
        return result + references(in: String(rest), at: place(0))
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
        return text.ranges(of: "[@").last.map { !text[$0.upperBound...].contains("]") } ?? false
    }

    /// Where the first `part` in a range stands in the chapter.
    private mutating func place(of part: String, in range: SourceRange) -> SourcePosition? {
        for line in range.start.line...max(range.start.line, range.end.line) {
            let column = line == range.start.line ? range.start.column : 1
            let start = SourcePosition(line: line, column: column)
            if let place = source.position(of: part, from: start).position { return place }
        }
        return nil
    }

    private static func key(of work: Substring) -> String {
        String(work.dropFirst().prefix { $0 != "," && $0 != " " })
    }

    /// `(Williams 1992; Sutton and Barto 2018, section 13.3)`.
    private mutating func citation(_ works: [Substring], at range: SourceRange) -> [Inline] {
        func text(_ text: String) -> Inline { Inline(.text(text), at: range) }
        var result: [Inline] = []
        var column = range.start.column
        for work in works {
            let key = Self.key(of: work)
            let locator = work.dropFirst(1 + key.count)
            if let entry = bibliography.entries[key] {
                if !result.isEmpty { result.append(text("; ")) }
                result.append(Inline(.marked(.citation(of: "#" + entry.anchor), [text(entry.shortName)]), at: range))
                if !locator.isEmpty { result.append(text(String(locator))) }
                if !cited.contains(entry) {
                    cited.append(entry)
                    waitingNotes.append(Inline(.marked(.note(nil), entry.inlines), at: range))
                }
            } else {
                let known = bibliography.entries.keys.sorted()
                let position =
                    place(of: "@" + key, in: range) ?? SourcePosition(line: range.start.line, column: column)
                let problem = Problem.unknownCitation(key, file: Bibliography.fileName, known: known)
                diagnostics.append(chapter.diagnostic(position, problem))
            }
            column += work.utf8.count + 2
        }
        return [text("(")] + result + [text(")")]
    }
}
