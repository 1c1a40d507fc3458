/// The lines of a source, for what libcmark does not tell: the raw text of tables and exact columns.
struct SourceLines {
    private let lines: [Substring]

    init(_ source: String) {
        lines = source.split(omittingEmptySubsequences: false) { $0.endsLine }
    }

    /// Line `number`, counted from 1; empty beyond the end.
    subscript(number: Int) -> Substring {
        lines.indices.contains(number - 1) ? lines[number - 1] : ""
    }
}

extension Character {
    /// Whether CommonMark ends a line here; the other separators of Unicode do not.
    var endsLine: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}
