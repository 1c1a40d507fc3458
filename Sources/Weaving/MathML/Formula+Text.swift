extension Formula {
    /// What the formula shows, in the order in which it is read and without its layout: what a search may find.
    public var text: String { readText(of: nodes) }
}

private func readText(of nodes: [Node]) -> String { nodes.map(readText).joined() }

private func readText(of node: Node) -> String {
    switch node {
    case .letter(let text, _), .number(let text), .operatorName(let text, _), .text(let text): text
    case .symbol(let symbol), .sizedDelimiter(let symbol, _): symbol.text
    case .space: ""
    case .separator(let symbol): symbol?.text ?? ""
    case .group(let nodes), .classed(_, let nodes, _), .overline(let nodes), .underline(let nodes),
        .styled(_, let nodes), .phantom(_, let nodes), .boxed(let nodes):
        readText(of: nodes)
    case .scripts(let scripts):
        readText(of: scripts.base) + readText(of: scripts.sub ?? []) + readText(of: scripts.sup ?? [])
    case .fraction(let fraction): readText(of: fraction.numerator) + readText(of: fraction.denominator)
    case .root(let radicand, let index): readText(of: radicand) + readText(of: index ?? [])
    case .fence(let left, let body, let right): (left?.text ?? "") + readText(of: body) + (right?.text ?? "")
    case .accent(let accent, let base): readText(of: base) + accent.mark
    case .stack(let base, let over, let under):
        readText(of: base) + readText(of: under ?? []) + readText(of: over ?? [])
    case .arrow(let arrow, let over, let under): arrow + readText(of: under ?? []) + readText(of: over ?? [])
    case .table(let table): table.rows.map { row in row.map { readText(of: $0) }.joined() }.joined()
    }
}

/// A formula is what its source says.
extension Formula: Hashable {
    /// Whether two formulas have the same source.
    public static func == (left: Formula, right: Formula) -> Bool { left.source == right.source }

    /// Hashes the source.
    public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
