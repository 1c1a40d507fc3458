extension Parser {
    /// An atom with its scripts.
    mutating func term() throws(FormulaError) -> Node {
        var scripts = Scripts(base: try base())
        var hasSuperscript = false
        while true {
            let token = peekPastSpaces
            switch token.kind {
            case .character("'"):
                if scripts.sup != nil { throw token.error(.doubleSuperscript) }
                scripts.sup = [primes()]
            case .caret:
                skipSpaces()
                advance()
                if hasSuperscript { throw token.error(.doubleSuperscript) }
                hasSuperscript = true
                scripts.sup = (scripts.sup ?? []) + (try argument(of: token))
            case .underscore:
                skipSpaces()
                advance()
                if scripts.sub != nil { throw token.error(.doubleSubscript) }
                scripts.sub = try argument(of: token)
            case .command("limits"), .command("nolimits"):
                skipSpaces()
                advance()
                guard scripts.base.edges?.leading == .largeOperator else { throw token.error(.limitsWithoutOperator) }
                scripts.limits = token.kind == .command("limits")
            default:
                return scripts.sub == nil && scripts.sup == nil ? scripts.base : .scripts(scripts)
            }
        }
    }

    /// What scripts belong to; nothing, if the formula has a script first.
    private mutating func base() throws(FormulaError) -> Node {
        switch peek.kind {
        case .caret, .underscore, .character("'"): .group([])
        default: try atom()
        }
    }

    /// All primes that follow, as one sign where Unicode has it.
    private mutating func primes() -> Node {
        var count = 0
        while peekPastSpaces.kind == .character("'") {
            skipSpaces()
            advance()
            count += 1
        }
        let signs = ["′", "″", "‴", "⁗"]
        let text = count <= signs.count ? signs[count - 1] : String(repeating: "′", count: count)
        return .symbol(Symbol(text: text, atom: .ordinary))
    }

    /// A single atom without scripts. As an argument without braces a number is one digit: `\frac12` is a half.
    mutating func atom(isArgument: Bool = false) throws(FormulaError) -> Node {
        let token = next()
        switch token.kind {
        case .openBrace: return .group(try group(from: token))
        case .command(let name): return try command(name, token)
        case .character(let character) where character.isASCIIDigit || (character == "." && peek.isDigit):
            return isArgument ? .number(shaped(character)) : number(from: character)
        case .character(let character): return try self.character(character, token)
        default: preconditionFailure("\(token) ends a list")
        }
    }

    private mutating func number(from first: Unicode.Scalar) -> Node {
        var text = shaped(first)
        var hasPoint = first == "."
        while case .character(let character) = peek.kind {
            if character == ".", !hasPoint, isFollowedByDigit {
                hasPoint = true
            } else if !character.isASCIIDigit {
                break
            }
            text += shaped(character)
            advance()
        }
        return .number(text)
    }

    private var isFollowedByDigit: Bool {
        var ahead = self
        ahead.advance()
        return ahead.peek.isDigit
    }

    private func character(_ character: Unicode.Scalar, _ token: Token) throws(FormulaError) -> Node {
        switch character {
        case "'": return .symbol(Symbol(text: "′", atom: .ordinary))
        case "~": return .space(Space(mu: 5))
        case _ where character.isASCIILetter: return letter(character)
        default: break
        }
        if let symbol = Symbol.characters[String(character)] { return shaped(symbol) }
        guard character.properties.isAlphabetic else { throw token.error(.unexpectedCharacter(character)) }
        return letter(character)
    }

    private func letter(_ character: Unicode.Scalar) -> Node {
        .letter(shaped(character), isUpright: alphabet == .upright)
    }

    /// `symbol`, in the current alphabet if that has such a letter.
    func shaped(_ symbol: Symbol) -> Node {
        guard let alphabet, symbol.atom == .ordinary, let scalar = symbol.text.unicodeScalars.first,
            alphabet(scalar) != scalar
        else { return .symbol(symbol) }
        return .letter(shaped(scalar), isUpright: false)
    }

    private func shaped(_ character: Unicode.Scalar) -> String {
        String(alphabet.map { $0(character) } ?? character)
    }
}

extension Token {
    fileprivate var isDigit: Bool {
        if case .character(let character) = kind { character.isASCIIDigit } else { false }
    }
}
