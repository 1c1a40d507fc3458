extension Formula {
    /// What the formula shows, in the order in which it is read and without its layout: what a search may find.
    public var text: String { nodes.text }
}

extension [Node] {
    fileprivate var text: String { map(\.text).joined() }
}

extension Node {
    fileprivate var text: String {
        switch self {
        case .letter(let text, _), .number(let text), .operatorName(let text, _), .text(let text): text
        case .symbol(let symbol), .sizedDelimiter(let symbol, _): symbol.text
        case .space: ""
        case .separator(let symbol): symbol?.text ?? ""
        case .group(let nodes), .classed(_, let nodes, _), .overline(let nodes), .underline(let nodes),
            .styled(_, let nodes), .phantom(_, let nodes), .boxed(let nodes):
            nodes.text
        case .scripts(let scripts): scripts.base.text + (scripts.sub ?? []).text + (scripts.sup ?? []).text
        case .fraction(let fraction): fraction.numerator.text + fraction.denominator.text
        case .root(let radicand, let index): radicand.text + (index ?? []).text
        case .fence(let left, let body, let right): (left?.text ?? "") + body.text + (right?.text ?? "")
        case .accent(let accent, let base): base.text + accent.mark
        case .stack(let base, let over, let under): base.text + (under ?? []).text + (over ?? []).text
        case .arrow(let arrow, let over, let under): arrow + (under ?? []).text + (over ?? []).text
        case .table(let table): table.rows.map { row in row.map(\.text).joined() }.joined()
        }
    }
}

/// A formula is what its source says.
extension Formula: Hashable {
    /// Whether two formulas have the same source.
    public static func == (left: Formula, right: Formula) -> Bool { left.source == right.source }

    /// Hashes the source.
    public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}
