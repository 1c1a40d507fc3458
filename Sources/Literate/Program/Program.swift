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
    }
}

private struct Tangle {
    let file: String
    var text = ""

    init(path: String) {
        file = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    mutating func start(modules: [String]) {
        for module in modules { line("import \(module)") }
        if !modules.contains("Exhibits") { line("import Exhibits") }
        line("CellRuntime.start(outputFolder: CommandLine.arguments[1])")
    }

    mutating func add(_ cell: Cell) {
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
        let call = "CellRuntime.inline(\(expression.index), ("
        let padding = String(repeating: " ", count: expression.position.column - 1)
        if expression.position.line > 1 {
            line("#sourceLocation(file: \"\(file)\", line: \(expression.position.line - 1))")
            line(call)
            line(padding + expression.code)
        } else {
            line("#sourceLocation(file: \"\(file)\", line: 1)")
            line(call + expression.code)
        }
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
