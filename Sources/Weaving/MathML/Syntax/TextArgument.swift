/// The text that `\text{…}` and its like hold.
enum TextArgument {
    /// The text in the braces after `command`, with formulas between dollar signs.
    static func read(after command: Token, in alphabet: Alphabet, from parser: inout Parser) throws(FormulaError)
        -> Node
    {
        parser.skipSpaces()
        let open = parser.next()
        guard open.kind == .openBrace else { throw command.error(.argumentWithoutBraces(of: command.spelling)) }
        var pieces: [Node] = []
        var text = ""
        var depth = 1
        while true {
            let token = parser.next()
            switch token.kind {
            case .end: throw open.error(.unclosedBrace)
            case .openBrace: depth += 1
            case .closeBrace:
                depth -= 1
                if depth == 0 {
                    if !text.isEmpty { pieces.append(.text(text)) }
                    return .group(pieces)
                }
            case .character("$"):
                if !text.isEmpty { pieces.append(.text(text)) }
                text = ""
                pieces.append(.styled(.text, try formula(from: token, in: &parser)))
            case .command(let name):
                guard let inner = Alphabet.textCommands[name] else { fallthrough }
                if !text.isEmpty { pieces.append(.text(text)) }
                text = ""
                pieces.append(
                    try parser.nested { parser throws(FormulaError) in
                        try read(after: token, in: inner, from: &parser)
                    })
            default: text += try characters(of: token, in: alphabet)
            }
        }
    }

    private static func formula(from dollar: Token, in parser: inout Parser) throws(FormulaError) -> [Node] {
        let outer = parser.alphabet
        parser.alphabet = nil
        defer { parser.alphabet = outer }
        let nodes = try parser.list(endingAt: "$")
        guard parser.peek.kind == .character("$") else { throw dollar.error(.unexpectedCharacter("$")) }
        parser.advance()
        return nodes
    }

    private static func characters(of token: Token, in alphabet: Alphabet) throws(FormulaError) -> String {
        switch token.kind {
        case .space, .character("~"): return "\u{A0}"
        case .character("'"): return "’"
        case .character("`"): return "‘"
        case .character(let character) where character.properties.generalCategory == .control:
            throw token.error(.unexpectedCharacter(character))
        case .character(let character): return String(alphabet(character))
        case .command(let name):
            if let space = Space.commands[name] { return space.mu >= 5 ? "\u{A0}" : space.mu > 0 ? "\u{2009}" : "" }
            guard ["%", "$", "#", "&", "_", "{", "}"].contains(name) else { throw token.error(.commandInText(name)) }
            return name
        default: return token.spelling
        }
    }
}
