/// The classes a node shows to its left and to its right neighbour.
struct Edges {
    var leading: AtomClass
    var trailing: AtomClass

    init(_ atom: AtomClass) { (leading, trailing) = (atom, atom) }

    init(leading: AtomClass, trailing: AtomClass) { (self.leading, self.trailing) = (leading, trailing) }
}

extension Node {
    /// The node's classes, or nil if it is only space.
    var edges: Edges? {
        switch self {
        case .space: nil
        // Not TeX's inner atom for a fraction: the style sheet's padding is all the space it needs.
        case .letter, .number, .text, .group, .root, .styled, .table, .phantom, .boxed, .accent, .fraction,
            .overline, .underline:
            Edges(.ordinary)
        case .symbol(let symbol), .sizedDelimiter(let symbol, _): Edges(symbol.atom)
        case .operatorName: Edges(.largeOperator)
        case .classed(let atom, _, _): Edges(atom)
        case .scripts(let scripts): scripts.base.edges ?? Edges(.ordinary)
        case .stack(let base, _, _): base.edges ?? Edges(.ordinary)
        case .arrow: Edges(.relation)
        // Not TeX's inner atom to its left: f\left(x\right) reads better without a thin space. To its right it needs that one,
        // or what follows would touch the delimiter.
        case .fence(let left, _, let right):
            Edges(leading: left == nil ? .ordinary : .opening, trailing: right == nil ? .ordinary : .inner)
        case .separator: Edges(.opening)
        }
    }

    /// Whether the node becomes an operator element of MathML, which brings the space around it as attributes.
    var isOperator: Bool {
        switch self {
        case .symbol(let symbol): symbol.atom != .ordinary && symbol.atom != .inner
        case .scripts(let scripts): scripts.base.isOperator
        case .stack(let base, _, _): base.isOperator
        case .arrow, .separator, .sizedDelimiter: true
        default: false
        }
    }
}

/// The space between two neighbours, in mu (The TeXbook, page 170).
func gap(_ left: AtomClass, _ right: AtomClass, in style: MathStyle) -> Int {
    // What TeX puts in parentheses, gone in scripts, has a minus here. Pairs that can not occur are 0.
    let table: [[Int]] = [
        // ord op bin rel open close punct inner
        [0, 3, -4, -5, 0, 0, 0, -3],  // ordinary
        [3, 3, 0, -5, 0, 0, 0, -3],  // large operator
        [-4, -4, 0, 0, -4, 0, 0, -4],  // binary
        [-5, -5, 0, 0, -5, 0, 0, -5],  // relation
        [0, 0, 0, 0, 0, 0, 0, 0],  // opening
        [0, 3, -4, -5, 0, 0, 0, -3],  // closing
        [-3, -3, 0, -3, -3, -3, -3, -3],  // punctuation
        [-3, 3, -4, -5, -3, 0, -3, -3],  // inner
    ]
    let mu = table[left.rawValue][right.rawValue]
    return style.isScript ? max(mu, 0) : abs(mu)
}

/// The edges of a row's nodes, with bars told apart and operators that lack an operand made ordinary.
///
/// `followsOperand` says that the row goes on where another ended, as the right column of an aligned pair does.
func resolvedEdges(of nodes: [Node], followsOperand: Bool) -> [Edges?] {
    var edges = nodes.map(\.edges)
    var previous: AtomClass? = followsOperand ? .ordinary : nil
    var openBinary: Int?
    for index in edges.indices {
        guard let edge = edges[index] else { continue }
        let opens = previous?.expectsOperand ?? true
        if edge.leading == .bar { edges[index] = Edges(opens ? .opening : .closing) }
        if edge.leading == .binary, opens { edges[index] = Edges(.ordinary) }
        guard let resolved = edges[index] else { continue }
        if let operation = openBinary, resolved.leading.endsOperand { edges[operation] = Edges(.ordinary) }
        openBinary = resolved.leading == .binary ? index : nil
        previous = resolved.trailing
    }
    if let operation = openBinary { edges[operation] = Edges(.ordinary) }
    return edges
}
