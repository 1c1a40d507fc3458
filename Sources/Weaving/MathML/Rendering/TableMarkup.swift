/// A table as MathML. Its class tells the page's style sheet how its columns are aligned.
struct TableMarkup {
    let table: Table
    /// Of the style around it.
    let renderer: Renderer

    /// Rows of cells.
    var element: String {
        let cells: MathStyle
        var attributes: [String]
        switch table.kind {
        case .aligned, .gathered:
            cells = .display
            attributes = ["displaystyle=\"true\""]
        case .cases, .matrix, .array:
            cells = .text
            attributes = []
        case .smallMatrix:
            cells = .script
            attributes = [renderer.styleAttributes(.script)]
        case .substack:
            cells = renderer.style
            attributes = []
        }
        if let name = table.kind.className { attributes.insert("class=\"\(name)\"", at: 0) }
        let renderer = renderer.with(cells)
        let rows = table.rows.map { row in
            MathML.element("mtr", "", row.indices.map { cell(row[$0], at: $0, by: renderer) }.joined())
        }
        return MathML.element("mtable", attributes.joined(separator: " "), rows.joined())
    }

    private func cell(_ nodes: [Node], at column: Int, by renderer: Renderer) -> String {
        var followsOperand = false
        var classes: [String] = []
        switch table.kind {
        case .aligned: followsOperand = column % 2 == 1
        case .array(let alignments, let rules):
            if alignments[column] != .center { classes.append("math-\(alignments[column])") }
            if rules.contains(column) { classes.append("math-rule") }
            if column == alignments.count - 1, rules.contains(column + 1) { classes.append("math-rule-after") }
        case .cases, .matrix, .smallMatrix, .gathered, .substack: break
        }
        return MathML.element(
            "mtd", classes.isEmpty ? "" : "class=\"\(classes.joined(separator: " "))\"",
            renderer.row(nodes, followsOperand: followsOperand).joined())
    }
}

extension Table.Kind {
    fileprivate var className: String? {
        switch self {
        case .aligned: "math-aligned"
        case .cases: "math-cases"
        case .gathered: "math-gathered"
        case .substack: "math-substack"
        case .matrix, .array: "math-matrix"
        case .smallMatrix: "math-smallmatrix"
        }
    }
}
