/// A mistake in a formula's TeX, and where it is.
public struct FormulaError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The line in the formula's own source, from 1.
    public let line: Int
    /// The column in that line, from 1, counted in Unicode scalars.
    public let column: Int
    /// What is wrong.
    public let reason: Reason

    /// Place and reason: `1:14: unknown command \sgima; did you mean \sigma?`
    public var description: String { "\(line):\(column): \(reason)" }
}

extension FormulaError {
    /// What is wrong with a formula. Names of commands are without their backslash.
    public enum Reason: Equatable, Sendable {
        /// There is nothing but white space.
        case emptyFormula
        /// No such command; the known one with the closest name, if one is close.
        case unknownCommand(String, suggestion: String?)
        /// A command of TeX that weave leaves out on purpose, and what to do instead.
        case unsupportedCommand(String, advice: String)
        /// A command that has no meaning inside `\text`.
        case commandInText(String)
        /// No such environment; the known one with the closest name, if one is close.
        case unknownEnvironment(String, suggestion: String?)
        /// A character that means nothing in a formula.
        case unexpectedCharacter(Unicode.Scalar)
        /// A `{` without its `}`.
        case unclosedBrace
        /// A `}` without its `{`.
        case unexpectedClosingBrace
        /// A `[` of an optional argument without its `]`.
        case unclosedBracket
        /// What stands before (a command, `^` or `_`) needs an argument.
        case missingArgument(of: String)
        /// The argument of `command` has to stand in braces.
        case argumentWithoutBraces(of: String)
        /// A second `^` on the same base.
        case doubleSuperscript
        /// A second `_` on the same base.
        case doubleSubscript
        /// `\limits` or `\nolimits` after something that is not an operator.
        case limitsWithoutOperator
        /// No delimiter follows `command`.
        case missingDelimiter(after: String)
        /// A `\left` without its `\right` before the end of its group, cell or formula.
        case unclosedLeft
        /// A `\right` without its `\left`.
        case unexpectedRight
        /// A `\middle` outside of `\left` … `\right`.
        case unexpectedMiddle
        /// An `&` outside of an environment with columns.
        case unexpectedAmpersand
        /// A `\\` outside of an environment with rows.
        case unexpectedRowBreak
        /// `\\[…]`: the page's style sheet decides the space between rows.
        case rowSpace
        /// More columns than the environment has.
        case tooManyColumns(environment: String, limit: Int)
        /// A column specification with something other than `l`, `c`, `r` and `|`.
        case columnSpecification(String)
        /// A `\begin` without its `\end`.
        case unclosedEnvironment(String)
        /// An `\end` of another environment than the one that is open.
        case mismatchedEnd(expected: String, found: String)
        /// An `\end` without its `\begin`.
        case unexpectedEnd(String)
        /// A label without a name.
        case emptyLabel
        /// A second label: a formula has one number.
        case secondLabel(String, first: String)
        /// Braces, scripts and environments are nested deeper than `limit`.
        case nestingTooDeep(limit: Int)
    }
}

extension FormulaError.Reason: CustomStringConvertible {
    /// The reason as words, without the place.
    public var description: String {
        switch self {
        case .emptyFormula: "the formula is empty"
        case .unknownCommand(let name, let suggestion):
            "unknown command \\\(name)" + (suggestion.map { "; did you mean \\\($0)?" } ?? "")
        case .unsupportedCommand(let name, let advice): "\\\(name) is not supported: \(advice)"
        case .commandInText(let name): "\\\(name) has no meaning in text; put it between dollar signs"
        case .unknownEnvironment(let name, let suggestion):
            "unknown environment \(name)" + (suggestion.map { "; did you mean \($0)?" } ?? "")
        case .unexpectedCharacter(let character): FormulaError.description(of: character)
        case .unclosedBrace: "this { has no matching }"
        case .unexpectedClosingBrace: "this } has no matching {"
        case .unclosedBracket: "this [ has no matching ]"
        case .missingArgument(let name): "\(name) needs an argument"
        case .argumentWithoutBraces(let name): "the argument of \(name) must stand in braces"
        case .doubleSuperscript: "a second superscript; use braces to say what it belongs to"
        case .doubleSubscript: "a second subscript; use braces to say what it belongs to"
        case .limitsWithoutOperator: "limits can only follow an operator such as \\sum"
        case .missingDelimiter(let name): "\\\(name) needs a delimiter such as ( or \\langle, or . for none"
        case .unclosedLeft: "this \\left has no matching \\right"
        case .unexpectedRight: "this \\right has no matching \\left"
        case .unexpectedMiddle: "\\middle can only stand between \\left and \\right"
        case .unexpectedAmpersand: "an & can only stand in an environment with columns; write \\& for the sign"
        case .unexpectedRowBreak: "a \\\\ can only stand in an environment such as aligned"
        case .rowSpace: "space after \\\\ is not supported; write \\\\{} before a bracket that belongs to the next row"
        case .tooManyColumns(let environment, let limit):
            "\(environment) has \(limit) column\(limit == 1 ? "" : "s") and this & begins another"
        case .columnSpecification(let text): "columns are a list of l, c, r and |, not \(text.isEmpty ? "empty" : text)"
        case .unclosedEnvironment(let name): "this \\begin{\(name)} has no matching \\end{\(name)}"
        case .mismatchedEnd(let expected, let found): "\\end{\(found)} where \\end{\(expected)} is needed"
        case .unexpectedEnd(let name): "this \\end{\(name)} has no matching \\begin{\(name)}"
        case .emptyLabel: "a label needs a name"
        case .secondLabel(let name, let first): "a second label, \(name): this formula already has \(first)"
        case .nestingTooDeep(let limit): "nested deeper than \(limit) levels"
        }
    }
}

extension FormulaError {
    fileprivate static func description(of character: Unicode.Scalar) -> String {
        switch character {
        case "$": "a $ inside a formula; write \\$ for the sign"
        case "#": "a # inside a formula; write \\# for the sign"
        default:
            if character.properties.generalCategory == .control || character.properties.isWhitespace {
                "the character U+\(String(character.value, radix: 16, uppercase: true)) has no meaning in a formula"
            } else {
                "the character \(character) has no meaning in a formula; put words in \\text{…}"
            }
        }
    }
}
