import Markdown
import Scanning

/// The lines of a chapter, for finding the exact place of what libcmark tells only roughly.
struct SourceText: Hashable, Sendable {
    private let lines: [Substring]

    init(_ source: String) {
        lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// Line `number`, counted from 1; empty beyond the end.
    subscript(number: Int) -> Substring {
        lines.indices.contains(number - 1) ? lines[number - 1] : ""
    }

    /// How many bytes stand before `code` in a line: what the list or quotation around a block of code takes.
    func indentation(of code: Substring, line: Int) -> Int {
        let source = self[line]
        guard source.hasSuffix(code) else { return 0 }
        return source.utf8.count - code.utf8.count
    }

    /// The place `count` characters after the first `start` bytes of a line.
    func position(line: Int, bytes start: Int, scalars count: Int) -> SourcePosition {
        let scalars = Substring(self[line].utf8.dropFirst(start)).unicodeScalars
        let bytes = scalars.prefix(count).reduce(0) { $0 + UTF8.width($1) }
        return SourcePosition(line: line, column: start + bytes + 1)
    }

    /// The place just after occurrence `count` (from 0) of `marker` in a line; nil if there are fewer.
    func position(after marker: String, occurrence count: Int, line: Int) -> SourcePosition? {
        let ranges = self[line].ranges(of: marker)
        guard count < ranges.count else { return nil }
        let offset = self[line].utf8.distance(from: self[line].startIndex, to: ranges[count].upperBound)
        return SourcePosition(line: line, column: offset + 1)
    }

    /// The place between `marker` and `text` in a line; nil if they do not stand there.
    func position(after marker: String, before text: String, line: Int) -> SourcePosition? {
        guard let range = self[line].firstRange(of: marker + text) else { return nil }
        let offset = self[line].utf8.distance(from: self[line].startIndex, to: range.lowerBound)
        return SourcePosition(line: line, column: offset + marker.utf8.count + 1)
    }

    /// The first `part` in a line at or after `place`, and whether a backslash stands before it; nil if there is none, as
    /// when the source has it as an entity.
    func position(of part: String, from place: SourcePosition) -> (position: SourcePosition?, isEscaped: Bool) {
        let line = Array(self[place.line].utf8)
        guard let range = line.firstRange(of: Array(part.utf8), from: max(0, place.column - 1)) else {
            return (nil, false)
        }
        let isEscaped = range.lowerBound > 0 && line[range.lowerBound - 1] == UInt8(ascii: "\\")
        return (SourcePosition(line: place.line, column: range.lowerBound + 1), isEscaped)
    }

    /// `code` as it stands in the source at `position`, with the line ends that Markdown turned into spaces; `code`
    /// itself if the source is different.
    func unfolded(_ code: String, at position: SourcePosition) -> String {
        var line = position.line
        var rest = Substring(self[line].utf8.dropFirst(position.column - 1))
        var result = ""
        for character in code {
            if rest.isEmpty, character == " ", line < lines.count {
                line += 1
                rest = self[line]
                let indentation = rest.prefix { $0 == " " }
                result += "\n" + indentation
                rest = rest.dropFirst(indentation.count)
            } else if rest.first == character {
                result.append(character)
                rest.removeFirst()
            } else {
                return code
            }
        }
        return result
    }
}
