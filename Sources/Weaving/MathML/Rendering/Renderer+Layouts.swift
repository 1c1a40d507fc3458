extension Renderer {
    /// Scripts beside their base, or above and below it where it takes limits.
    func scripts(_ scripts: Scripts, as role: Role) -> String {
        if case .accent(let accent, _) = scripts.base, accent.takesLabel {
            return stacked(markup(of: scripts.base), under: scripts.sub.map(script), over: scripts.sup.map(script))
        }
        if scripts.limits ?? (style == .display && scripts.base.takesLimits) {
            return stacked(
                operatorWithLimits(scripts.base, as: role.inside), under: scripts.sub.map(script),
                over: scripts.sup.map(script))
        }
        let base = self.base(scripts.base, as: role)
        let sup = scripts.sup.map { scripts.base.leansOver ? [.space(Space(mu: 3))] + $0 : $0 }
        switch (scripts.sub.map(script), sup.map(script)) {
        case (let sub?, let sup?): return element("msubsup", "", base + sub + sup)
        case (let sub?, nil): return element("msub", "", base + sub)
        case (nil, let sup?): return element("msup", "", base + sup)
        case (nil, nil): return base
        }
    }

    /// A base with scripts beside it. Browsers size a delimiter only in a row.
    private func base(_ node: Node, as role: Role) -> String {
        let markup = markup(of: node, as: role.inside)
        if case .sizedDelimiter = node { return element("mrow", "", markup) }
        return markup
    }

    /// A base whose limits stay where they are put outside of display style too.
    private func operatorWithLimits(_ base: Node, as role: Role) -> String {
        guard style != .display, case .symbol(let symbol) = base else { return markup(of: base, as: role) }
        return operatorElement(symbol.text, "movablelimits=\"false\"", as: role)
    }

    func stacked(_ base: String, under: String?, over: String?) -> String {
        switch (under, over) {
        case (let under?, let over?): element("munderover", "", base + under + over)
        case (let under?, nil): element("munder", "", base + under)
        case (nil, let over?): element("mover", "", base + over)
        case (nil, nil): base
        }
    }

    /// What stands over an arrow, with some of the arrow to see at both ends.
    func padded(_ nodes: [Node]) -> String {
        let padding = space(mu: 8)
        return element("mrow", "", padding + with(style.ofScripts).row(nodes).joined() + padding)
    }

    func fraction(_ fraction: Fraction) -> String {
        let inner = with((fraction.style ?? style).ofFractionParts)
        var attributes = fraction.style.map { [styleAttributes($0)] } ?? []
        if !fraction.hasLine { attributes.append("linethickness=\"0\"") }
        return element(
            "mfrac", attributes.joined(separator: " "),
            inner.single(fraction.numerator) + inner.single(fraction.denominator))
    }

    func accent(_ accent: Accent, _ base: [Node]) -> String {
        let attributes = accent.mark == "→" && !accent.stretches ? "class=\"math-vec\" " : ""
        let mark = element("mo", attributes + "stretchy=\"\(accent.stretches)\"", accent.mark)
        return accent.isUnder
            ? element("munder", "accentunder=\"true\"", single(base) + mark)
            : element("mover", "accent=\"true\"", single(base) + mark)
    }

    func phantom(_ kind: Phantom, _ nodes: [Node]) -> String {
        let content = element("mphantom", "", row(nodes).joined())
        return switch kind {
        case .both: content
        case .width: element("mpadded", "height=\"0\" depth=\"0\"", content)
        case .height: element("mpadded", "width=\"0\"", content)
        }
    }
}

extension Node {
    /// Whether the node is a letter whose top reaches out to the right, where Chromium would put a superscript over it.
    fileprivate var leansOver: Bool {
        if case .letter(let text, false) = self { ["F", "T", "V", "W", "Y"].contains(text) } else { false }
    }

    /// Whether scripts become limits in display style.
    fileprivate var takesLimits: Bool {
        switch self {
        case .symbol(let symbol): symbol.takesLimits
        case .operatorName(_, let takesLimits), .classed(_, _, let takesLimits): takesLimits
        default: false
        }
    }
}
