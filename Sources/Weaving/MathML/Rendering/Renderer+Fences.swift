import Exhibits

extension Renderer {
    /// Delimiters of a size that covers `body`.
    ///
    /// They stretch only around what is high: Chromium gives a stretched bracket the width of its font's widest one.
    func fence(_ left: Symbol?, _ body: [Node], _ right: Symbol?) -> String {
        let height = height(of: body)
        if height == .stretched {
            // In a row of its own: Firefox does not stretch to a sum or an integral beside the delimiters.
            return element("mrow", "", stretched(left, "prefix") + single(body) + stretched(right, "postfix"))
        }
        func delimiter(_ symbol: Symbol?, _ atom: AtomClass) -> [Node] {
            guard let symbol = symbol.map({ Symbol(text: $0.text, atom: atom) }) else { return [] }
            return [height == .line ? .symbol(symbol) : .sizedDelimiter(symbol, .big)]
        }
        let separated = body.flatMap { node in
            if case .separator(let symbol) = node { delimiter(symbol, .opening) } else { [node] }
        }
        return single(delimiter(left, .opening) + separated + delimiter(right, .closing))
    }

    private func stretched(_ symbol: Symbol?, _ form: String) -> String {
        guard let symbol else { return "" }
        let attributes = "form=\"\(form)\" stretchy=\"true\" lspace=\"0\" rspace=\"0\""
        return element("mo", attributes, symbol.text.escaped(for: .content))
    }

    /// The size of delimiters around nodes.
    private enum Height: Int {
        case line, big, stretched
    }

    private func height(of nodes: [Node]) -> Height {
        nodes.map(height).max { $0.rawValue < $1.rawValue } ?? .line
    }

    private func height(of node: Node) -> Height {
        switch node {
        case .letter, .number, .operatorName, .text, .space, .separator: .line
        case .symbol(let symbol): symbol.atom == .largeOperator ? .stretched : .line
        case .accent(let accent, let nodes): accent.takesLabel ? .stretched : height(of: nodes)
        case .group(let nodes), .classed(_, let nodes, _), .fence(_, let nodes, _): height(of: nodes)
        case .scripts(let scripts): height(of: [scripts.base] + (scripts.sub ?? []) + (scripts.sup ?? []))
        case .fraction(let fraction):
            (fraction.style ?? style) != .display && height(of: fraction.numerator + fraction.denominator) == .line
                ? .big : .stretched
        case .root(let radicand, _): height(of: radicand) == .line ? .big : .stretched
        case .sizedDelimiter(_, let size): size.attributes == DelimiterSize.big.attributes ? .big : .stretched
        case .overline, .underline, .stack, .arrow, .styled, .table, .phantom, .boxed: .stretched
        }
    }
}
