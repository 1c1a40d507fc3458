/// A piece of Swift: a word, a number, a string, a comment, or one other character.
public struct SwiftToken: Hashable, Sendable {
    /// What the piece is.
    public enum Kind: Hashable, Sendable {
        /// A word of the language, a directive such as `#if`, an attribute.
        case keyword
        /// A name that starts with a capital letter.
        case type
        /// A name before an opening parenthesis.
        case call
        /// Any other name; `isMember` says whether a dot stands before it.
        case name(isMember: Bool)
        /// A string, or the rest of the text if it has no end.
        case string
        /// A number.
        case number
        /// A comment, of a line or a block.
        case comment
        /// White space, a bracket, a part of an operator.
        case other
    }

    /// What it is.
    public let kind: Kind
    /// The characters.
    public let text: String
}

/// Cuts Swift into tokens: not as exactly as a compiler, but without ever failing, and good enough for the eye and for
/// finding names.
///
/// It goes through scalars, not characters: they need no look at Unicode's tables, and Swift's grammar knows only ASCII.
public struct SwiftScanner: Sequence, IteratorProtocol {
    private let code: [Unicode.Scalar]
    private var index = 0
    /// Whether the last token was a dot: what follows is a member, even if it is spelled like a keyword.
    private var isMember = false

    /// A scanner of `code`.
    public init(_ code: String) {
        self.code = Array(code.unicodeScalars)
    }

    /// The next token; nil at the end.
    public mutating func next() -> SwiftToken? {
        guard index < code.count else { return nil }
        let start = index
        let kind = scan()
        let text = text(from: start)
        isMember = text == "."
        return SwiftToken(kind: kind, text: text)
    }

    private func text(from start: Int) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: code[start..<index])
        return String(text)
    }

    private func scalar(_ offset: Int = 0) -> Unicode.Scalar? {
        index + offset < code.count ? code[index + offset] : nil
    }

    private mutating func scan() -> SwiftToken.Kind {
        let first = code[index]
        if first == "/", scalar(1) == "/" { return comment() }
        if first == "/", scalar(1) == "*" { return blockComment() }
        if first == "\"" || (first == "#" && hasRawString()) { return string() }
        if isDigit(first) { return number() }
        if first == "#" || first == "@" || isWord(first) { return word() }
        index += 1
        return .other
    }

    private mutating func comment() -> SwiftToken.Kind {
        while scalar().map({ $0 != "\n" }) ?? false { index += 1 }
        return .comment
    }

    private mutating func blockComment() -> SwiftToken.Kind {
        var depth = 0
        repeat {
            if scalar() == "/", scalar(1) == "*" {
                depth += 1
                index += 2
            } else if scalar() == "*", scalar(1) == "/" {
                depth -= 1
                index += 2
            } else {
                index += 1
            }
        } while depth > 0 && index < code.count
        index = Swift.min(index, code.count)
        return .comment
    }

    private func hasRawString() -> Bool {
        code[index...].first { $0 != "#" } == "\""
    }

    private mutating func string() -> SwiftToken.Kind {
        var pounds = 0
        while scalar() == "#" {
            pounds += 1
            index += 1
        }
        let isMultiline = scalar(1) == "\"" && scalar(2) == "\""
        let closing =
            Array(repeating: "\"" as Unicode.Scalar, count: isMultiline ? 3 : 1)
            + Array(repeating: "#", count: pounds)
        index += isMultiline ? 3 : 1
        while index < code.count {
            if code[index...].starts(with: closing) {
                index += closing.count
                break
            }
            if code[index] == "\\", pounds == 0 {
                index += 1
            } else if code[index] == "\n", !isMultiline {
                break
            }
            index += 1
        }
        index = Swift.min(index, code.count)
        return .string
    }

    private mutating func number() -> SwiftToken.Kind {
        while scalar().map({ $0.isWordPart || $0 == "_" }) ?? false || isPointInNumber() { index += 1 }
        return .number
    }

    private func isPointInNumber() -> Bool {
        scalar() == "." && (scalar(1).map(isDigit) ?? false)
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isWordPart || scalar == "_" || scalar == "$" || scalar == "`"
    }

    private mutating func word() -> SwiftToken.Kind {
        let start = index
        index += 1
        while scalar().map(isWord) ?? false { index += 1 }
        let text = text(from: start)
        if text.hasPrefix("#") || text.hasPrefix("@") { return .keyword }
        if isMember { return scalar() == "(" ? .call : .name(isMember: true) }
        if Self.keywords.contains(text) { return .keyword }
        if text.first?.isUppercase ?? false { return .type }
        return scalar() == "(" ? .call : .name(isMember: false)
    }

    private static let keywords: Set<String> = [
        "actor", "any", "as", "associatedtype", "async", "await", "break", "case", "catch", "class", "consuming",
        "continue", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false",
        "fileprivate", "final", "for", "func", "guard", "if", "import", "in", "indirect", "init", "inout", "internal",
        "is", "lazy", "let", "mutating", "nil", "nonisolated", "operator", "private", "protocol", "public", "repeat",
        "rethrows", "return", "self", "Self", "some", "static", "struct", "subscript", "super", "switch", "throw",
        "throws", "true", "try", "typealias", "unowned", "var", "weak", "where", "while",
    ]
}
