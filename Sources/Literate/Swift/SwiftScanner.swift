/// A piece of Swift: a word, a number, a string, a comment, or one other character.
struct SwiftToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case keyword
        /// A name that starts with a capital letter.
        case type
        /// A name before an opening parenthesis.
        case call
        /// Any other name; `isMember` says whether a dot stands before it.
        case name(isMember: Bool)
        case string
        case number
        case comment
        /// White space, a bracket, a part of an operator.
        case other
    }

    var kind: Kind
    var text: String
}

/// Cuts Swift into tokens: not as exactly as a compiler, but without ever failing, and good enough for the eye and for
/// finding names.
struct SwiftScanner: Sequence, IteratorProtocol {
    private let code: [Character]
    private var index = 0
    /// Whether the last token was a dot: what follows is a member, even if it is spelled like a keyword.
    private var isMember = false

    init(_ code: String) {
        self.code = Array(code)
    }

    mutating func next() -> SwiftToken? {
        guard index < code.count else { return nil }
        let start = index
        let kind = scan()
        let text = String(code[start..<index])
        isMember = text == "."
        return SwiftToken(kind: kind, text: text)
    }

    private func character(_ offset: Int = 0) -> Character? {
        index + offset < code.count ? code[index + offset] : nil
    }

    private mutating func scan() -> SwiftToken.Kind {
        let first = code[index]
        if first == "/", character(1) == "/" { return comment() }
        if first == "/", character(1) == "*" { return blockComment() }
        if first == "\"" || (first == "#" && hasRawString()) { return string() }
        if first.isNumber, first.isASCII { return number() }
        if first == "#" || first == "@" || isWord(first) { return word() }
        index += 1
        return .other
    }

    private mutating func comment() -> SwiftToken.Kind {
        while character().map({ !$0.isNewline }) ?? false { index += 1 }
        return .comment
    }

    private mutating func blockComment() -> SwiftToken.Kind {
        var depth = 0
        repeat {
            if character() == "/", character(1) == "*" {
                depth += 1
                index += 2
            } else if character() == "*", character(1) == "/" {
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
        while character() == "#" {
            pounds += 1
            index += 1
        }
        let isMultiline = character(1) == "\"" && character(2) == "\""
        let closing =
            Array(repeating: Character("\""), count: isMultiline ? 3 : 1)
            + Array(repeating: "#", count: pounds)
        index += isMultiline ? 3 : 1
        while index < code.count {
            if code[index...].starts(with: closing) {
                index += closing.count
                break
            }
            if code[index] == "\\", pounds == 0 {
                index += 1
            } else if code[index].isNewline, !isMultiline {
                break
            }
            index += 1
        }
        index = Swift.min(index, code.count)
        return .string
    }

    private mutating func number() -> SwiftToken.Kind {
        while character().map({ $0.isWordPart || $0 == "_" }) ?? false || isPointInNumber() { index += 1 }
        return .number
    }

    private func isPointInNumber() -> Bool {
        character() == "." && (character(1)?.isNumber ?? false)
    }

    private func isWord(_ character: Character) -> Bool {
        character.isWordPart || character == "_" || character == "$" || character == "`"
    }

    private mutating func word() -> SwiftToken.Kind {
        let start = index
        index += 1
        while character().map(isWord) ?? false { index += 1 }
        let text = String(code[start..<index])
        if text.hasPrefix("#") || text.hasPrefix("@") { return .keyword }
        if isMember { return character() == "(" ? .call : .name(isMember: true) }
        if Self.keywords.contains(text) { return .keyword }
        if text.first?.isUppercase ?? false { return .type }
        return character() == "(" ? .call : .name(isMember: false)
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
