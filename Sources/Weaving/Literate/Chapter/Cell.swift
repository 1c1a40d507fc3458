public import Markdown

/// A block of Swift in a chapter.
public struct Cell: Hashable, Sendable {
    /// What happens to a cell.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It runs; the plain ```` ```swift ````.
        case run = ""
        /// Its types are checked, no more.
        case noRun = "no_run"
        /// It must not compile; the page shows what the compiler says.
        case compileFail = "compile_fail"
        /// It runs in a process of its own and must trap; the page shows the last words.
        case shouldTrap = "should_trap"
        /// It is only shown.
        case ignore
    }

    /// Its number in the chapter, from 0.
    public var index: Int
    /// What happens to it.
    public var kind: Kind
    /// Its options.
    public var options: CellOptions
    /// The Swift, without the lines of options.
    public var code: String
    /// The line of the chapter at which `code` starts.
    public var firstLine: Int
    /// The line of the chapter with the cell's opening fence.
    public var fenceLine: Int
    /// How many bytes of the chapter's lines stand before the code's lines: the indentation of a cell in a list.
    public var indentation: Int
    /// What the author says of the figure or the table, ready but for its inline expressions and references.
    var caption: [Inline] = []
    /// The number of the figure, table or listing that the label names, such as `4.2`; nil without a label.
    var number: String?

    /// Where its code stands on the page; nil if it is not shown.
    var codeAnchor: String? {
        guard options.echo else { return nil }
        if let label = options.label?.name, LabelledThing.Kind(of: label) == .listing { return label }
        return "cell-\(index + 1)"
    }
    /// Whether figures and tables of it can be on the page.
    var showsExhibits: Bool { kind == .run && options.eval && options.output }
    /// Whether it is part of the chapter's program.
    public var runs: Bool { options.eval && (kind == .run || kind == .shouldTrap) }
    /// Whether the compiler sees it beside the chapter's program.
    var isCompileOnly: Bool { options.eval && (kind == .noRun || kind == .compileFail) }
}

/// `` `{swift} expression` `` in the prose or in a caption.
public struct InlineExpression: Hashable, Sendable {
    /// Its number in the chapter, from 0.
    public var index: Int
    /// The Swift.
    public var code: String
    /// Where the Swift stands in the chapter.
    public var position: SourcePosition
}

/// What a chapter's program consists of, in its order.
enum CodeItem: Hashable, Sendable {
    /// The cell with this index.
    case cell(Int)
    /// The inline expression with this index.
    case inline(Int)
}
