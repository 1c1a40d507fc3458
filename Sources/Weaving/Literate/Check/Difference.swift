public import Markdown

/// Something on a site that a run from nothing does not give again.
public struct Difference: Hashable, Sendable, CustomStringConvertible {
    /// What differs.
    public enum Kind: Hashable, Sendable {
        /// A number in the prose.
        case number(expression: String, old: String, new: String)
        /// A line that a cell printed, or the first that differs of what it showed.
        case output(old: String, new: String)
        /// A row of the data of a figure or a table, counted from 1 behind the header.
        case data(file: String, row: Int, old: String, new: String)
        /// More rows of a file than are named one by one.
        case moreRows(file: String, count: Int)
        /// The drawing of a figure, though its data is the same.
        case drawing(file: String)
        /// A line of a page in something that no cell computes, or the first that differs in a style sheet or a script.
        case file(String, line: Int, old: String, new: String)
        /// The fingerprint of a page's results, though they are the same.
        case fingerprint(String, old: String, new: String)
        /// A file that the site does not have.
        case missing(String)
        /// A file that the site should not have.
        case surplus(String)
    }

    /// The chapter or the file of the site.
    public var path: String
    /// Where in the chapter.
    public var position: SourcePosition?
    /// What differs.
    public var kind: Kind

    /// One line: `path:line:column: difference: what, old, new`.
    public var description: String {
        let place = position.map { ":\($0.line):\($0.column)" } ?? ""
        return "\(path)\(place): difference: \(words)"
    }

    private var words: String {
        switch kind {
        case .number(let expression, let old, let new): "'\(expression)' was \(old) and is \(new)"
        case .output(let old, let new): "the cell showed '\(old)' and shows '\(new)'"
        case .data(let file, let row, let old, let new): "row \(row) of \(file) was '\(old)' and is '\(new)'"
        case .moreRows(let file, let count): "\(count) more rows of \(file) are others"
        case .drawing(let file): "the drawing \(file) is another"
        case .file(let file, let line, let old, let new): "line \(line) of \(file) was '\(old)' and is '\(new)'"
        case .fingerprint(let file, let old, let new): "the fingerprint on \(file) was \(old) and is \(new)"
        case .missing(let file): "\(file) is missing in the site"
        case .surplus(let file): "\(file) is in the site and belongs to no chapter"
        }
    }
}
