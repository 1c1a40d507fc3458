/// A place in a Markdown file: line and column, both counted from 1. A column counts bytes of UTF-8, as compilers do.
public struct SourcePosition: Hashable, Comparable, Sendable, Codable {
    /// The line, from 1.
    public var line: Int
    /// The column in bytes, from 1.
    public var column: Int

    /// Creates the place at `line` and `column`.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Whether `left` stands before `right`.
    public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// The first and the last place of a piece of Markdown.
public struct SourceRange: Hashable, Sendable, Codable {
    /// Where the piece starts.
    public var start: SourcePosition
    /// Its last character.
    public var end: SourcePosition

    /// Creates the range from `start` to `end`.
    public init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }
}
