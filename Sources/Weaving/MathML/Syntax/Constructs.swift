/// Reads what belongs to a command whose token is given.
typealias Construct = @Sendable (inout Parser, Token) throws(FormulaError) -> Node

/// The commands with a syntax of their own.
enum Constructs {
    /// What reads each, by its name.
    static let named: [String: Construct] = {
        var constructs: [String: Construct] = [
            "begin": { parser, token throws(FormulaError) in try Environment.read(token, from: &parser) },
            "left": { parser, token throws(FormulaError) in try fence(token, from: &parser) },
            "sqrt": { parser, token throws(FormulaError) in
                let index = try parser.optionalArgument()
                return .root(radicand: try parser.argument(of: token), index: index)
            },
            "frac": fraction(style: nil), "dfrac": fraction(style: .display), "tfrac": fraction(style: .text),
            "binom": binomial(style: nil), "dbinom": binomial(style: .display), "tbinom": binomial(style: .text),
            "overset": { parser, token throws(FormulaError) in
                let over = try parser.argument(of: token)
                return .stack(base: only(try parser.argument(of: token)), over: over, under: nil)
            },
            "underset": { parser, token throws(FormulaError) in
                let under = try parser.argument(of: token)
                return .stack(base: only(try parser.argument(of: token)), over: nil, under: under)
            },
            "stackrel": { parser, token throws(FormulaError) in
                let over = try parser.argument(of: token)
                let base = try parser.argument(of: token)
                return .classed(.relation, [.stack(base: only(base), over: over, under: nil)], takesLimits: false)
            },
            "operatorname": { parser, token throws(FormulaError) in try operatorName(token, from: &parser) },
            "substack": { parser, token throws(FormulaError) in try Environment.substack(token, from: &parser) },
            "overline": { parser, token throws(FormulaError) in .overline(try parser.argument(of: token)) },
            "underline": { parser, token throws(FormulaError) in .underline(try parser.argument(of: token)) },
            "boxed": { parser, token throws(FormulaError) in .boxed(try parser.argument(of: token)) },
            "phantom": phantom(.both), "hphantom": phantom(.width), "vphantom": phantom(.height),
            "not": { parser, token throws(FormulaError) in try negation(token, from: &parser) },
            "dots": { parser, _ throws(FormulaError) in
                .symbol(Symbol(text: operatorFollows(in: parser) ? "⋯" : "…", atom: .inner))
            },
            "bmod": { _, _ throws(FormulaError) in
                .classed(.binary, [.letter("mod", isUpright: true)], takesLimits: false)
            },
            "pmod": { parser, token throws(FormulaError) in try modulus(token, from: &parser) },
        ]
        for (name, atom) in [
            ("mathord", AtomClass.ordinary), ("mathop", .largeOperator), ("mathbin", .binary), ("mathrel", .relation),
            ("mathopen", .opening), ("mathclose", .closing), ("mathpunct", .punctuation), ("mathinner", .inner),
        ] {
            constructs[name] = classed(atom)
        }
        return constructs
    }()

    private static func fraction(style: MathStyle?) -> Construct {
        { parser, token throws(FormulaError) in
            let numerator = try parser.argument(of: token)
            let denominator = try parser.argument(of: token)
            return .fraction(Fraction(numerator: numerator, denominator: denominator, style: style))
        }
    }

    private static func binomial(style: MathStyle?) -> Construct {
        { parser, token throws(FormulaError) in
            let above = try parser.argument(of: token)
            let below = try parser.argument(of: token)
            let stack = Fraction(numerator: above, denominator: below, style: style, hasLine: false)
            return .fence(
                left: Symbol(text: "(", atom: .opening), body: [.fraction(stack)],
                right: Symbol(text: ")", atom: .closing))
        }
    }

    private static func classed(_ atom: AtomClass) -> Construct {
        { parser, token throws(FormulaError) in
            .classed(atom, try parser.argument(of: token), takesLimits: atom == .largeOperator)
        }
    }

    private static func phantom(_ kind: Phantom) -> Construct {
        { parser, token throws(FormulaError) in .phantom(kind, try parser.argument(of: token)) }
    }

    /// The node, if there is only one, so that it keeps its class.
    private static func only(_ nodes: [Node]) -> Node { nodes.count == 1 ? nodes[0] : .group(nodes) }

    /// `\operatorname{…}`, or `\operatorname*{…}` with limits.
    private static func operatorName(_ token: Token, from parser: inout Parser) throws(FormulaError) -> Node {
        parser.skipSpaces()
        let takesLimits = parser.peek.kind == .character("*")
        if takesLimits { parser.advance() }
        let nodes = try parser.argument(of: token, in: .upright)
        var name = ""
        for node in nodes {
            switch node {
            case .letter(let letters, _): name += letters
            case .number(let digits): name += digits
            case .space: name += "\u{2009}"
            case .symbol(let symbol) where symbol.text == "−": name += "-"
            default: return .classed(.largeOperator, nodes, takesLimits: takesLimits)
            }
        }
        return .operatorName(name, takesLimits: takesLimits)
    }

    /// `\pmod{m}`: a space and (mod m).
    private static func modulus(_ token: Token, from parser: inout Parser) throws(FormulaError) -> Node {
        let mod: [Node] = [.letter("mod", isUpright: true), .space(Space(mu: 6))]
        return .group([
            .space(Space(mu: 8)), .symbol(Symbol(text: "(", atom: .opening)),
            .group(mod + (try parser.argument(of: token))),
            .symbol(Symbol(text: ")", atom: .closing)),
        ])
    }

    private static func negation(_ token: Token, from parser: inout Parser) throws(FormulaError) -> Node {
        guard let first = try parser.argument(of: token).first, case .symbol(var symbol) = first else {
            throw token.error(.missingArgument(of: token.spelling))
        }
        symbol.text = Symbol.negations[symbol.text] ?? symbol.text + "\u{338}"
        return .symbol(symbol)
    }

    /// Whether the next token is a relation or an operator, between which dots are raised.
    private static func operatorFollows(in parser: Parser) -> Bool {
        let symbol: Symbol? =
            switch parser.peekPastSpaces.kind {
            case .character(let character): Symbol.characters[String(character)]
            case .command(let name): Symbol.commands[name]
            default: nil
            }
        return symbol.map { $0.atom == .binary || $0.atom == .relation } ?? false
    }

    /// What stands between `\left`, already read, and its `\right`.
    private static func fence(_ token: Token, from parser: inout Parser) throws(FormulaError) -> Node {
        let left = try parser.delimiter(after: token, "left")
        var body: [Node] = []
        while true {
            body += try parser.list()
            let end = parser.next()
            switch end.kind {
            case .command("middle"): body.append(.separator(try parser.delimiter(after: end, "middle")))
            case .command("right"):
                return .fence(left: left, body: body, right: try parser.delimiter(after: end, "right"))
            default: throw token.error(.unclosedLeft)
            }
        }
    }
}
