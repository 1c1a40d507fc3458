import Markdown

/// A chapter's code as a plain program, each piece under a comment that says where it stands.
struct TangledChapter {
    private(set) var text: String

    init(of chapter: Chapter, modules: [String]) {
        text = "// Tangled from \(chapter.path): \(chapter.title)\n\n"
        for module in modules { text += "import \(module)\n" }
        if !modules.contains("Exhibits") { text += "import Exhibits\n" }
        for item in chapter.code {
            switch item {
            case .cell(let index): add(chapter.cells[index], of: chapter)
            case .inline(let index):
                let inline = chapter.inlines[index]
                text += "\n// \(chapter.path):\(inline.position.line)\nprint(\n    \(inline.code)\n)\n"
            }
        }
    }

    private mutating func add(_ cell: Cell, of chapter: Chapter) {
        let lines = cell.code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let last = max(cell.firstLine, cell.firstLine + lines.count - (lines.last == "" ? 2 : 1))
        let place = "// \(chapter.path):\(cell.firstLine)-\(last)"
        guard cell.runs, cell.kind == .run else {
            // It does not run in the book, or must not survive.
            let kind = cell.options.eval ? cell.kind.rawValue : "eval: false"
            text += "\n\(place) (\(kind))\n" + lines.filter { !$0.isEmpty }.map { "// \($0)\n" }.joined()
            return
        }
        text += "\n\(place)\n"
        if cell.options.error { text += "do {\n    try CellRuntime.mayThrow()\n" }
        text += cell.code + (cell.code.hasSuffix("\n") || cell.code.isEmpty ? "" : "\n")
        if cell.options.error { text += "} catch {\n    CellRuntime.threw(error)\n}\n" }
    }
}
