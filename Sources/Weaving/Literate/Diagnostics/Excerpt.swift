import Markdown

/// The line of a source that a diagnostic is about, with a caret under the place.
struct Excerpt: Hashable, Sendable, CustomStringConvertible {
    /// The most characters of a line that are shown.
    private static let width = 100

    private let line: String
    private let number: Int
    private let caret: String

    /// The excerpt of `source` at `position`; nil if the source has no such line.
    init?(of source: String, at position: SourcePosition) {
        let lines = source.split(separator: "\n", maxSplits: position.line, omittingEmptySubsequences: false)
        guard position.line >= 1, position.line <= lines.count else { return nil }
        let line = lines[position.line - 1]
        let bytes = line.utf8.prefix(position.column - 1)
        let before = line[..<bytes.endIndex].map { $0 }
        let characters = Array(line.last == "\r" ? line.dropLast() : line)
        let start = before.count < Self.width * 3 / 4 ? 0 : min(before.count - Self.width / 2, characters.count)
        let shown = characters[start...].prefix(Self.width)
        number = position.line
        self.line =
            (start > 0 ? "…" : "") + String(shown).withoutControls + (start + shown.count < characters.count ? "…" : "")
        caret =
            (start > 0 ? " " : "") + before.dropFirst(start).map(Self.blank).joined()
    }

    /// Two lines: the source and the caret.
    var description: String {
        let label = String(number)
        let margin = String(repeating: " ", count: max(0, 4 - label.count)) + label
        return "\(margin) | \(line)\n\(String(repeating: " ", count: margin.count)) | \(caret)^"
    }

    /// White space as wide as `character` on a terminal.
    private static func blank(_ character: Character) -> String {
        if character == "\t" { return "\t" }
        let value = character.unicodeScalars.first!.value
        let isWide =
            (0x1100...0x115f).contains(value) || (0x2e80...0xa4cf).contains(value) || (0xac00...0xd7a3).contains(value)
            || (0xf900...0xfaff).contains(value) || (0xfe30...0xfe6f).contains(value)
            || (0xff00...0xff60).contains(value) || (0x1f300...0x1faff).contains(value)
        return isWide ? "  " : " "
    }
}

extension String {
    /// The text with control characters, which could steer a terminal or turn the text, exchanged; tabs and line ends stay.
    var withoutControls: String {
        String(String.UnicodeScalarView(unicodeScalars.map { Self.isControl($0) ? "\u{fffd}" : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\t" && scalar != "\n") || (0x7f..<0xa0).contains(scalar.value)
            || (0x202a...0x202e).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
}
