/// Makes nodes of TeX: recursive descent over lists, each of which ends where something around it goes on.
struct Parser {
    /// Deep enough for any formula a person reads, shallow enough for the half megabyte of stack that a thread of a
    /// Mac has (measured: an environment takes 13 KB a level in a debug build).
    static let nestingLimit = 24

    private let tokens: [Token]
    private var position = 0
    private var depth = 0
    /// The alphabet of the command whose argument is being read.
    var alphabet: Alphabet?
    /// The name in the formula's `\label`.
    private(set) var label: String?

    init(_ tex: String) {
        var tokenizer = Tokenizer(tex)
        tokens = tokenizer.tokens()
    }

    /// The whole formula.
    mutating func formula() throws(FormulaError) -> [Node] {
        let nodes = try list()
        guard peek.kind == .end else { throw try stray() }
        guard !nodes.isEmpty else { throw tokens[0].error(.emptyFormula) }
        return nodes
    }

    /// Nodes up to what can not belong to them, or to `bracket`, which stays unread.
    mutating func list(endingAt bracket: Unicode.Scalar? = nil) throws(FormulaError) -> [Node] {
        try nested { parser throws(FormulaError) in
            var nodes: [Node] = []
            while true {
                parser.skipSpaces()
                let token = parser.peek
                if token.endsList || bracket.map({ token.kind == .character($0) }) == true { return nodes }
                if case .command(let name) = token.kind {
                    if name == "label" {
                        try parser.readLabel()
                        continue
                    }
                    if let style = MathStyle.commands[name] {
                        parser.advance()
                        return nodes + [.styled(style, try parser.list(endingAt: bracket))]
                    }
                }
                nodes.append(try parser.term())
            }
        }
    }

    /// The group that `open`, already read, begins.
    mutating func group(from open: Token) throws(FormulaError) -> [Node] {
        let nodes = try list()
        switch peek.kind {
        case .closeBrace: advance()
        case .ampersand, .command("\\"): throw try stray()
        default: throw open.error(.unclosedBrace)
        }
        return nodes
    }

    /// The argument of `command`: a group, or a single atom.
    mutating func argument(of command: Token) throws(FormulaError) -> [Node] {
        skipSpaces()
        let token = peek
        if token.kind == .openBrace {
            advance()
            return try group(from: token)
        }
        guard !token.endsList, token.kind != .caret, token.kind != .underscore else {
            throw command.error(.missingArgument(of: command.spelling))
        }
        return try nested { parser throws(FormulaError) in [try parser.atom(isArgument: true)] }
    }

    /// The argument in square brackets, if one follows.
    mutating func optionalArgument() throws(FormulaError) -> [Node]? {
        skipSpaces()
        let open = peek
        guard open.kind == .character("[") else { return nil }
        advance()
        let nodes = try list(endingAt: "]")
        guard peek.kind == .character("]") else { throw open.error(.unclosedBracket) }
        advance()
        return nodes
    }

    /// The characters in the braces after `command`, unread as mathematics.
    mutating func name(of command: Token) throws(FormulaError) -> String {
        skipSpaces()
        let open = next()
        guard open.kind == .openBrace else { throw command.error(.argumentWithoutBraces(of: command.spelling)) }
        var name = ""
        while peek.kind != .closeBrace {
            guard peek.kind != .end else { throw open.error(.unclosedBrace) }
            name += next().spelling
        }
        advance()
        return name
    }

    private mutating func readLabel() throws(FormulaError) {
        let command = next()
        let name = try name(of: command)
        guard !name.allSatisfy(\.isWhitespace) else { throw command.error(.emptyLabel) }
        if let label { throw command.error(.secondLabel(name, first: label)) }
        label = name
    }

    /// The error of a token that ended a list and that nothing around waits for.
    mutating func stray() throws(FormulaError) -> FormulaError {
        let token = next()
        switch token.kind {
        case .ampersand: return token.error(.unexpectedAmpersand)
        case .command("\\"): return token.error(.unexpectedRowBreak)
        case .command("right"): return token.error(.unexpectedRight)
        case .command("middle"): return token.error(.unexpectedMiddle)
        case .command("end"): return token.error(.unexpectedEnd(try name(of: token)))
        default: return token.error(.unexpectedClosingBrace)
        }
    }

    /// Runs `body` one level deeper.
    mutating func nested<Result>(
        _ body: (inout Parser) throws(FormulaError) -> Result
    ) throws(FormulaError) -> Result {
        guard depth < Self.nestingLimit else { throw peek.error(.nestingTooDeep(limit: Self.nestingLimit)) }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }
}

// MARK: - Reading tokens

extension Parser {
    /// The token to be read next; past the end it stays the end.
    var peek: Token { tokens[position] }

    /// The first token that is not a space, from the next on.
    var peekPastSpaces: Token {
        var ahead = position
        while tokens[ahead].kind == .space { ahead += 1 }
        return tokens[ahead]
    }

    mutating func next() -> Token {
        let token = peek
        advance()
        return token
    }

    mutating func advance() {
        if position < tokens.count - 1 { position += 1 }
    }

    mutating func skipSpaces() {
        while peek.kind == .space { advance() }
    }
}

extension Token {
    /// Whether a list of nodes ends before this token.
    var endsList: Bool {
        switch kind {
        case .end, .closeBrace, .ampersand: true
        case .command(let name): ["\\", "right", "middle", "end"].contains(name)
        case .character, .openBrace, .caret, .underscore, .space: false
        }
    }
}

extension MathStyle {
    /// The commands that set the rest of their group in a style.
    static let commands: [String: MathStyle] = [
        "displaystyle": .display, "textstyle": .text, "scriptstyle": .script, "scriptscriptstyle": .scriptScript,
    ]
}
