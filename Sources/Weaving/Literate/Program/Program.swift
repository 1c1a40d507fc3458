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
    let meaning: String
    /// Where the inline expressions in it stand in the chapter, by their indices.
    let expressions: [Int: SourcePosition]

    /// Stands for line 1 in the program: the call before an expression takes the line before it, and there is no line 0.
    static let firstLineStandIn = 10_000_000

    /// Writes a chapter's cells and inline expressions in their order, with the calls around them that report to weave.
    ///
    /// - Parameter end: how many of them to write; nil for all.
    public init(tangling chapter: Chapter, modules: [String], upTo end: Int? = nil) {
        self.init(tangling: chapter, modules: modules, items: Array(chapter.runningCode.prefix(end ?? .max)))
    }

    /// What decides all that is on the chapter's page: the program's ``meaning`` and the cells that only the compiler sees.
    func meaning(with chapter: Chapter) -> String {
        meaning
            + chapter.compileOnlyCells.map { "\u{0}\($0.kind.rawValue) \($0.index)\n" + $0.code }.joined()
    }

    /// The names behind all imports of the chapter, those of the cells that only the compiler sees included.
    func imports(with chapter: Chapter) -> Set<String> {
        chapter.compileOnlyCells.reduce(ImportedNames.all(in: source)) { $0.union(ImportedNames.all(in: $1.code)) }
    }

    /// Writes what stands before a cell that does not run, and the cell.
    init(tangling chapter: Chapter, modules: [String], checking cell: Cell) {
        self.init(tangling: chapter, modules: modules, items: chapter.runningCode(before: cell) + [.cell(cell.index)])
    }

    private init(tangling chapter: Chapter, modules: [String], items: [CodeItem]) {
        path = chapter.path
        var tangle = Tangle(path: chapter.path)
        tangle.start(modules: modules)
        for item in items {
            switch item {
            case .cell(let index): tangle.add(chapter.cells[index])
            case .inline(let index): tangle.add(chapter.inlines[index])
            }
        }
        tangle.end()
        source = tangle.text
        meaning = Self.asksForItsPlace(tangle.code) ? tangle.text : tangle.code
        let inlines = items.compactMap { item in if case .inline(let index) = item { index } else { nil } }
        expressions = Dictionary(uniqueKeysWithValues: inlines.map { ($0, chapter.inlines[$0].position) })
    }
}

extension Program {
    private static let callStart = "CellRuntime.inline("

    /// The line before an expression, which reports its value.
    fileprivate static func call(of expression: Int) -> String { "\(callStart)\(expression), (" }

    /// The index of the expression whose call a line of the program is; nil if it is another line.
    static func expression(calledIn line: Substring) -> Int? {
        guard line.hasPrefix(callStart) else { return nil }
        return Int(line.dropFirst(callStart.count).prefix { $0.isNumber })
    }

    /// One cell or expression by itself, at its lines.
    static func piece(_ item: CodeItem, of chapter: Chapter) -> String {
        var tangle = Tangle(path: chapter.path)
        switch item {
        case .cell(let index): tangle.addCode(of: chapter.cells[index])
        case .inline(let index): tangle.addCode(of: chapter.inlines[index])
        }
        return tangle.text
    }

    /// Whether the code has a literal such as `#line` in it.
    static func asksForItsPlace(_ code: String) -> Bool {
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
        line("CellRuntime.start(arguments: CommandLine.arguments)")
    }

    mutating func add(_ cell: Cell) {
        code += "\u{0}cell \(cell.index) \(cell.kind.rawValue)\(cell.options.error ? " error" : "")\n" + cell.code
        let isGuarded = cell.runs && (cell.options.error || cell.kind == .shouldTrap)
        line(cell.kind == .shouldTrap ? "if CellRuntime.forks(\(cell.index)) {" : "CellRuntime.begin(\(cell.index))")
        if isGuarded { line("do { try CellRuntime.mayThrow()") }
        addCode(of: cell)
        if isGuarded { line("} catch { CellRuntime.threw(error) }") }
        line(cell.kind == .shouldTrap ? "CellRuntime.survived() }" : "CellRuntime.end(\(cell.index))")
    }

    mutating func add(_ expression: InlineExpression) {
        code += "\u{0}inline \(expression.index)\n" + expression.code
        addCode(of: expression, call: Program.call(of: expression.index))
    }

    mutating func addCode(of cell: Cell) {
        line("#sourceLocation(file: \"\(file)\", line: \(cell.firstLine))")
        let padding = String(repeating: " ", count: cell.indentation)
        for codeLine in cell.code.split(separator: "\n", omittingEmptySubsequences: false) {
            line(codeLine.isEmpty ? "" : padding + codeLine)
        }
        line("#sourceLocation()")
    }

    /// The expression stands in a line of its own, at its own column.
    mutating func addCode(of expression: InlineExpression, call: String = "print((") {
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
