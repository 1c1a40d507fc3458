import Markdown

extension Chapter {
    /// The cells that run and the inline expressions, in the order in which they run.
    var runningCode: [CodeItem] {
        code.filter { item in
            guard case .cell(let index) = item else { return true }
            return cells[index].runs
        }
    }

    /// The cells that the compiler sees each by itself, behind the running code before it.
    var compileOnlyCells: [Cell] { cells.filter(\.isCompileOnly) }

    /// Whether there is nothing to run and nothing for the compiler.
    var hasNoCode: Bool { runningCode.isEmpty && compileOnlyCells.isEmpty }

    /// The running code before a cell.
    func runningCode(before cell: Cell) -> [CodeItem] {
        let before = code.prefix { $0 != .cell(cell.index) }
        return runningCode.filter(before.contains)
    }

    /// Where the running code with this index stands.
    func position(ofRunningCode index: Int) -> SourcePosition {
        position(of: runningCode[index])
    }

    /// Where a piece of code stands.
    func position(of item: CodeItem) -> SourcePosition {
        switch item {
        case .cell(let cell): SourcePosition(line: cells[cell].firstLine, column: 1)
        case .inline(let inline): inlines[inline].position
        }
    }

    /// The line of the running code with this index.
    func line(ofRunningCode index: Int) -> Int {
        position(ofRunningCode: index).line
    }
}
