extension Renderer {
    /// Rows of cells. The class of a table tells the page's style sheet how its columns are aligned.
    func table(_ table: Table) -> String {
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
            attributes = [styleAttributes(.script)]
        case .substack:
            cells = style
            attributes = []
        }
        if let name = table.kind.className { attributes.insert("class=\"\(name)\"", at: 0) }
        let renderer = with(cells)
        let rows = table.rows.map { row in
            element("mtr", "", row.indices.map { renderer.cell(row[$0], at: $0, in: table.kind) }.joined())
        }
        return element("mtable", attributes.joined(separator: " "), rows.joined())
    }

    private func cell(_ nodes: [Node], at column: Int, in kind: Table.Kind) -> String {
        var followsOperand = false
        var classes: [String] = []
        switch kind {
        case .aligned: followsOperand = column % 2 == 1
        case .array(let alignments, let rules):
            if alignments[column] != .center { classes.append("math-\(alignments[column])") }
            if rules.contains(column) { classes.append("math-rule") }
            if column == alignments.count - 1, rules.contains(column + 1) { classes.append("math-rule-after") }
        case .cases, .matrix, .smallMatrix, .gathered, .substack: break
        }
        return element(
            "mtd", classes.isEmpty ? "" : "class=\"\(classes.joined(separator: " "))\"",
            row(nodes, followsOperand: followsOperand).joined())
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
