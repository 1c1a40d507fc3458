/// Splits TeX into tokens. Runs of white space are one token, those after a command's name and comments none.
struct Tokenizer {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var line = 1
    private var column = 1

    init(_ tex: String) {
        scalars = Array(tex.unicodeScalars)
    }

    /// All tokens; the last is ``Token/Kind/end``.
    mutating func tokens() -> [Token] {
        var tokens: [Token] = []
        while true {
            let token = next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private mutating func next() -> Token {
        while peek == "%" { skip { $0 != "\n" } }
        let (line, column) = (line, column)
        let kind: Token.Kind =
            switch advance() {
            case nil: .end
            case "\\": command()
            case "{": .openBrace
            case "}": .closeBrace
            case "^": .caret
            case "_": .underscore
            case "&": .ampersand
            case let character? where character.isTeXSpace: space()
            case let character?: .character(character)
            }
        return Token(kind: kind, line: line, column: column)
    }

    private mutating func space() -> Token.Kind {
        skip(while: \.isTeXSpace)
        return .space
    }

    private mutating func command() -> Token.Kind {
        guard let first = advance() else { return .command("") }
        guard first.isASCIILetter else { return .command(first.isTeXSpace ? " " : String(first)) }
        var name = String(first)
        while let letter = peek, letter.isASCIILetter {
            name.unicodeScalars.append(letter)
            _ = advance()
        }
        skip(while: \.isTeXSpace)
        return .command(name)
    }

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func skip(while condition: (Unicode.Scalar) -> Bool) {
        while let scalar = peek, condition(scalar) { _ = advance() }
    }

    private mutating func advance() -> Unicode.Scalar? {
        guard let scalar = peek else { return nil }
        position += 1
        if scalar == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
        return scalar
    }
}

extension Unicode.Scalar {
    var isTeXSpace: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }
    var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
