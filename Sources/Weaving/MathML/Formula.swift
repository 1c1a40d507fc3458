import Exhibits

/// A mathematical formula, written in TeX and shown as MathML Core.
///
/// ```swift
/// let formula = try Formula(parsing: #"\hat A = \frac{r - \mu}{\sigma + \varepsilon} \label{eq-advantage}"#)
/// formula.label                    // "eq-advantage"
/// formula.mathML(display: .block)  // "<math display="block">…</math>"
/// ```
///
/// The page needs ``styleSheet``: MathML Core leaves the alignment of columns and frames to CSS.
public struct Formula: Sendable {
    /// The TeX the formula was made from.
    public let source: String
    /// The name in the formula's `\label{…}`, if it has one. The page makes the number and the anchor.
    public let label: String?

    let nodes: [Node]

    /// Where a formula stands.
    public enum Display: Sendable {
        /// In a line of prose.
        case inline
        /// On lines of its own.
        case block
    }

    /// Parses the mathematics of LaTeX with amsmath, as GitHub shows it.
    ///
    /// White space and `%` comments mean what they mean in TeX. A character may be written instead of its command:
    /// `θ` is `\theta`.
    ///
    /// - Throws: ``FormulaError`` at the first mistake.
    public init(parsing tex: String) throws(FormulaError) {
        var parser = Parser(tex)
        nodes = try parser.formula()
        label = parser.label
        source = tex
    }

    /// The formula as a `math` element, in one line, with its TeX as an annotation for programs that copy or index it.
    ///
    /// There is no `alttext`: it would repeat the annotation, and what reads formulas aloud reads the MathML.
    public func mathML(display: Display) -> String {
        let renderer = Renderer(style: display == .block ? .display : .text)
        let attributes = display == .block ? " display=\"block\"" : ""
        return "<math\(attributes)><semantics>\(renderer.single(nodes))"
            + "<annotation encoding=\"application/x-tex\">\(source.trimmed.escaped(for: .content))</annotation></semantics></math>"
    }
}

extension String {
    /// Without the white space at both ends.
    fileprivate var trimmed: String {
        let start = self.drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
