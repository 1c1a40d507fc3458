import Exhibits

/// Makes MathML of nodes in one of TeX's styles.
struct Renderer {
    let style: MathStyle

    /// What a node is to its neighbours.
    struct Role {
        var atom: AtomClass
        var before = 0
        var after = 0
        /// Whether the node is the first or last of its row, which makes browsers take an operator for a sign.
        var isAtEnd = false

        /// The role of the operator inside an element with scripts: it is that element's first child.
        var inside: Role {
            var role = self
            role.isAtEnd = true
            return role
        }
    }

    func with(_ style: MathStyle) -> Renderer { Renderer(style: style) }

    /// One element for all of `nodes`.
    func single(_ nodes: [Node]) -> String {
        let elements = row(nodes)
        return elements.count == 1 ? elements[0] : element("mrow", "", elements.joined())
    }

    /// An element for each of `nodes`, with the space between them.
    func row(_ nodes: [Node], followsOperand: Bool = false) -> [String] {
        let edges = resolvedEdges(of: nodes, followsOperand: followsOperand)
        var roles = edges.map { Role(atom: $0?.leading ?? .ordinary) }
        var thinSpaces = Array(repeating: 0, count: nodes.count)
        // A relation at the start of an aligned column keeps its distance from the column before.
        var previous: (index: Int?, edge: AtomClass)? = followsOperand ? (nil, .ordinary) : nil
        for index in nodes.indices {
            guard let edge = edges[index] else { continue }
            if let (left, leftEdge) = previous {
                let mu = gap(leftEdge, edge.leading, in: style)
                if let left, nodes[left].isOperator, leftEdge.expectsOperand, leftEdge != .opening {
                    roles[left].after = mu
                } else if nodes[index].isOperator || left == nil {
                    roles[index].before = mu
                } else if let left {
                    thinSpaces[left] = mu
                }
            }
            previous = (index, edge.trailing)
        }
        var elements: [String] = []
        for index in nodes.indices {
            roles[index].isAtEnd = nodes.count > 1 && (index == 0 || index == nodes.count - 1)
            elements.append(markup(of: nodes[index], as: roles[index]))
            if thinSpaces[index] != 0 { elements.append(space(mu: thinSpaces[index])) }
        }
        return elements
    }

    func markup(of node: Node, as role: Role = Role(atom: .ordinary)) -> String {
        switch node {
        case .letter(let text, let isUpright): letterElement(text, isUpright: isUpright)
        case .number(let text): element("mn", "", text)
        case .symbol(let symbol): symbolElement(symbol, as: role)
        case .operatorName(let name, _): letterElement(name, isUpright: true)
        case .text(let text): element("mtext", "", text.escaped(for: .content))
        case .space(let space): self.space(mu: space.mu)
        case .group(let nodes), .classed(_, let nodes, _): single(nodes)
        case .scripts(let scripts): self.scripts(scripts, as: role)
        case .fraction(let fraction): self.fraction(fraction)
        case .root(let radicand, nil): element("msqrt", "", row(radicand).joined())
        case .root(let radicand, let index?): element("mroot", "", single(radicand) + with(.scriptScript).single(index))
        case .fence(let left, let body, let right): fence(left, body, right)
        case .separator(let symbol): symbol.map { operatorElement($0.text, "stretchy=\"true\"", as: role) } ?? "<mrow/>"
        case .sizedDelimiter(let symbol, let size): operatorElement(symbol.text, size.attributes, as: role)
        case .overline(let nodes): element("mrow", "class=\"math-overline\"", row(nodes).joined())
        case .underline(let nodes): element("mrow", "class=\"math-underline\"", row(nodes).joined())
        case .accent(let accent, let base): self.accent(accent, base)
        case .stack(let base, let over, let under):
            stacked(markup(of: base, as: role.inside), under: under.map(script), over: over.map(script))
        case .arrow(let arrow, let over, let under):
            stacked(
                operatorElement(arrow, "stretchy=\"true\"", as: role.inside), under: under.map(padded),
                over: over.map(padded))
        case .styled(let style, let nodes):
            element("mstyle", styleAttributes(style), with(style).row(nodes).joined())
        case .table(let table): TableMarkup(table: table, renderer: self).element
        case .phantom(let kind, let nodes): phantom(kind, nodes)
        case .boxed(let nodes): element("mrow", "class=\"math-boxed\"", row(nodes).joined())
        }
    }

    /// `nodes` as a script in this style.
    func script(_ nodes: [Node]) -> String { with(style.ofScripts).single(nodes) }

    func space(mu: Int) -> String {
        mu < 0 ? "<mspace class=\"math-back\"/>" : "<mspace width=\"\(Space.length(mu: mu))\"/>"
    }

    /// The attributes that set an element in `style`, given this one around it.
    func styleAttributes(_ style: MathStyle) -> String {
        let level = style == .scriptScript ? 2 : style == .script ? 1 : 0
        return "displaystyle=\"\(style == .display)\" scriptlevel=\"\(level)\""
    }
}
