import Markdown

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

    /// The place just after occurrence `count` (from 0) of `marker` in a line; nil if there are fewer.
    func position(after marker: String, occurrence count: Int, line: Int) -> SourcePosition? {
        let ranges = self[line].ranges(of: marker)
        guard count < ranges.count else { return nil }
        let offset = self[line].utf8.distance(from: self[line].startIndex, to: ranges[count].upperBound)
        return SourcePosition(line: line, column: offset + 1)
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
