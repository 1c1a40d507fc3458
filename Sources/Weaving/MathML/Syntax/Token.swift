/// A piece of TeX and its place.
struct Token: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
        /// A control sequence, without its backslash.
        case command(String)
        case character(Unicode.Scalar)
        case openBrace, closeBrace, caret, underscore, ampersand, space, end
    }

    let kind: Kind
    let line: Int
    let column: Int

    /// How an error names this token.
    var spelling: String {
        switch kind {
        case .command(let name): "\\" + name
        case .character(let character): String(character)
        case .openBrace: "{"
        case .closeBrace: "}"
        case .caret: "^"
        case .underscore: "_"
        case .ampersand: "&"
        case .space: " "
        case .end: ""
        }
    }

    func error(_ reason: FormulaError.Reason) -> FormulaError {
        FormulaError(line: line, column: column, reason: reason)
    }
}
