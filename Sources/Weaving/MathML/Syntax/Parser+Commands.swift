import Scanning

extension Parser {
    /// What the command `name`, already read as `token`, makes.
    mutating func command(_ name: String, _ token: Token) throws(FormulaError) -> Node {
        if let symbol = Symbol.commands[name] { return shaped(symbol) }
        if let word = OperatorName.plain[name] { return .operatorName(word, takesLimits: false) }
        if let word = OperatorName.withLimits[name] { return .operatorName(word, takesLimits: true) }
        if let space = Space.commands[name] { return .space(space) }
        if let accent = Accent.commands[name] { return .accent(accent, try argument(of: token)) }
        if let alphabet = Alphabet.commands[name] { return .group(try argument(of: token, in: alphabet)) }
        if let alphabet = Alphabet.textCommands[name] {
            return try TextArgument.read(after: token, in: alphabet, from: &self)
        }
        if let size = DelimiterSize.commands[name] { return try sizedDelimiter(size, token, name) }
        if let arrow = Symbol.extensibleArrows[name] {
            let under = try optionalArgument()
            return .arrow(arrow, over: try argument(of: token), under: under)
        }
        if let construct = Constructs.named[name] { return try construct(&self, token) }
        if let advice = Self.unsupported[name] { throw token.error(.unsupportedCommand(name, advice: advice)) }
        throw token.error(.unknownCommand(name, suggestion: suggestion(for: name, among: Self.commandNames)))
    }

    /// The argument of `command` with its letters in `alphabet`.
    mutating func argument(of command: Token, in alphabet: Alphabet) throws(FormulaError) -> [Node] {
        let outer = self.alphabet
        self.alphabet = alphabet
        defer { self.alphabet = outer }
        let nodes = try argument(of: command)
        return alphabet.makesWords ? joiningLetters(nodes) : nodes
    }

    /// Neighbouring letters, and digits beside them, as one word.
    private func joiningLetters(_ nodes: [Node]) -> [Node] {
        var joined: [Node] = []
        for node in nodes {
            switch (joined.last, node) {
            case (.letter(let word, let isUpright), .letter(let next, _)),
                (.letter(let word, let isUpright), .number(let next)):
                joined[joined.count - 1] = .letter(word + next, isUpright: isUpright)
            default: joined.append(node)
            }
        }
        return joined
    }

    private mutating func sizedDelimiter(
        _ size: DelimiterSize, _ token: Token, _ name: String
    ) throws(FormulaError) -> Node {
        guard let symbol = try delimiter(after: token, name) else {
            throw token.error(.missingDelimiter(after: name))
        }
        return .sizedDelimiter(Symbol(text: symbol.text, atom: size.atom ?? symbol.atom), size)
    }

    /// The delimiter after the command `name`; nil if it is a dot.
    mutating func delimiter(after token: Token, _ name: String) throws(FormulaError) -> Symbol? {
        skipSpaces()
        let symbol: Symbol? =
            switch peek.kind {
            case .character("."): nil
            case .character(let character): Symbol.characters[String(character)]?.asDelimiter
            case .command(let name): Symbol.commands[name]?.asDelimiter
            default: nil
            }
        guard symbol != nil || peek.kind == .character(".") else { throw token.error(.missingDelimiter(after: name)) }
        advance()
        return symbol
    }

    /// All commands there are, for suggestions.
    static let commandNames: Set<String> = Set(Symbol.commands.keys)
        .union(OperatorName.plain.keys).union(OperatorName.withLimits.keys)
        .union(Space.commands.keys).union(Accent.commands.keys)
        .union(Alphabet.commands.keys).union(Alphabet.textCommands.keys)
        .union(DelimiterSize.commands.keys).union(Symbol.extensibleArrows.keys)
        .union(Constructs.named.keys).union(MathStyle.commands.keys)
        .union(["right", "middle", "end", "label", "limits", "nolimits"])

    /// Commands authors know from elsewhere and have to do without.
    static let unsupported: [String: String] = {
        var advice = [
            "choose": "write \\binom{…}{…}", "over": "write \\frac{…}{…}",
            "rm": "write \\mathrm{…}", "bf": "write \\mathbf{…}", "it": "write \\mathit{…}",
            "cal": "write \\mathcal{…}",
        ]
        for name in ["tag", "notag", "nonumber"] { advice[name] = "the page numbers each formula that has a \\label" }
        for name in ["ref", "eqref"] { advice[name] = "write @ and the label in the prose" }
        for name in ["color", "textcolor", "colorbox"] { advice[name] = "the page decides the colours" }
        for name in ["hspace", "kern", "mkern", "mskip"] { advice[name] = "write \\, \\; \\quad or \\qquad" }
        for name in ["newcommand", "renewcommand", "def", "DeclareMathOperator"] {
            advice[name] = "write the formula out; \\operatorname{…} makes a named operator"
        }
        return advice
    }()
}
