import Markdown

/// A chapter's Swift as one program, tangled.
///
/// Every line of a cell knows its line in the chapter by `#sourceLocation`, so compiler messages, traps and `#line` speak
/// of the Markdown.
public struct Program: Hashable, Sendable {
    /// The chapter the program was tangled from, as diagnostics name it.
    public let path: String
    /// The Swift.
    public let source: String
    /// What decides the program's results: the code in its order, without the places at which it stands, unless the code
    /// itself asks for its place. A change of the prose moves code, and moves no result.
    let identity: String

    /// Stands for line 1 in the program: the call before an expression takes the line before it, and there is no line 0.
    static let firstLineStandIn = 10_000_000

    /// Writes a chapter's cells and inline expressions in their order, with the calls around them that report to weave.
    ///
    /// - Parameter end: how many of them to write; nil for all.
    public init(tangling chapter: Chapter, modules: [String], upTo end: Int? = nil) {
        path = chapter.path
        var tangle = Tangle(path: chapter.path)
        tangle.start(modules: modules)
        for item in chapter.runningCode.prefix(end ?? .max) {
            switch item {
            case .cell(let index): tangle.add(chapter.cells[index])
            case .inline(let index): tangle.add(chapter.inlines[index])
            }
        }
        tangle.end()
        source = tangle.text
        identity = Self.asksForItsPlace(tangle.code) ? tangle.text : tangle.code
    }
}

extension Program {
    /// Whether the code has a literal such as `#line` in it.
    private static func asksForItsPlace(_ code: String) -> Bool {
        ["#line", "#column", "#file", "#sourceLocation", "#function"].contains { code.contains($0) }
    }
}

private struct Tangle {
    let file: String
    var text = ""
    /// The code alone, each piece behind a line that no Swift contains.
    var code = ""

    init(path: String) {
        file = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    mutating func start(modules: [String]) {
        for module in modules {
            line("import \(module)")
            code += "\u{0}import \(module)\n"
        }
        if !modules.contains("Exhibits") { line("import Exhibits") }
        line("CellRuntime.start(outputFolder: CommandLine.arguments[1])")
    }

    mutating func add(_ cell: Cell) {
        code += "\u{0}cell \(cell.index)\n" + cell.code
        line("CellRuntime.begin(\(cell.index))")
        line("#sourceLocation(file: \"\(file)\", line: \(cell.firstLine))")
        let padding = String(repeating: " ", count: cell.indentation)
        for codeLine in cell.code.split(separator: "\n", omittingEmptySubsequences: false) {
            line(codeLine.isEmpty ? "" : padding + codeLine)
        }
        line("#sourceLocation()")
        line("CellRuntime.end(\(cell.index))")
    }

    /// The expression stands in a line of its own, at its own column.
    mutating func add(_ expression: InlineExpression) {
        code += "\u{0}inline \(expression.index)\n" + expression.code
        let call = "CellRuntime.inline(\(expression.index), ("
        let padding = String(repeating: " ", count: expression.position.column - 1)
        let isFirst = expression.position.line == 1
        let number = isFirst ? Program.firstLineStandIn : expression.position.line
        line("#sourceLocation(file: \"\(file)\", line: \(number - 1))")
        line(call)
        line(padding + expression.code)
        line("))")
        line("#sourceLocation()")
    }

    mutating func end() {
        line("CellRuntime.finish()")
    }

    private mutating func line(_ line: String) {
        text += line + "\n"
    }
}
