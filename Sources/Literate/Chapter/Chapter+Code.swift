import Markdown

extension Chapter {
    /// The cells that run and the inline expressions, in the order in which they run.
    var runningCode: [CodeItem] {
        code.filter { item in
            guard case .cell(let index) = item else { return true }
            return cells[index].kind == .run
        }
    }

    /// Where the running code with this index stands.
    func position(ofRunningCode index: Int) -> SourcePosition {
        switch runningCode[index] {
        case .cell(let cell): SourcePosition(line: cells[cell].firstLine, column: 1)
        case .inline(let inline): inlines[inline].position
        }
    }

    /// The line of the running code with this index.
    func line(ofRunningCode index: Int) -> Int {
        position(ofRunningCode: index).line
    }
}
