/// Swift with its words marked for a style sheet: a small tokenizer, good enough for the eye.
enum SwiftHighlighter {
    static func html(_ code: String) -> HTML {
        var result = ""
        var scanner = Scanner(code: Array(code))
        while let (kind, text) = scanner.next() {
            let escaped = HTML.escaped(text)
            result += kind.map { "<span class=\"\($0.rawValue)\">\(escaped)</span>" } ?? escaped
        }
        return HTML(raw: result)
    }

    /// The classes of the style sheet.
    private enum Kind: String {
        case keyword = "kw"
        case type = "ty"
        case string = "st"
        case number = "nu"
        case comment = "co"
        case call = "fn"
    }

    private struct Scanner {
        let code: [Character]
        var index = 0
        /// Whether the last token was a dot: what follows is a member, even if it is spelled like a keyword.
        var isMember = false

        mutating func next() -> (Kind?, String)? {
            guard index < code.count else { return nil }
            let start = index
            let kind = scan()
            let text = String(code[start..<index])
            isMember = text == "."
            return (kind, text)
        }

        private func character(_ offset: Int = 0) -> Character? {
            index + offset < code.count ? code[index + offset] : nil
        }

        private mutating func scan() -> Kind? {
            let first = code[index]
            if first == "/", character(1) == "/" { return comment() }
            if first == "/", character(1) == "*" { return blockComment() }
            if first == "\"" || (first == "#" && hasRawString()) { return string() }
            if first.isNumber, first.isASCII { return number() }
            if first == "#" || first == "@" || isWord(first) { return word() }
            index += 1
            return nil
        }

        private mutating func comment() -> Kind {
            while let next = character(), !next.isNewline { _ = next; index += 1 }
            return .comment
        }

        private mutating func blockComment() -> Kind {
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
            index = min(index, code.count)
            return .comment
        }

        private func hasRawString() -> Bool {
            code[index...].first { $0 != "#" } == "\""
        }

        private mutating func string() -> Kind {
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
            index = min(index, code.count)
            return .string
        }

        private mutating func number() -> Kind {
            while let next = character(), next.isLetter || next.isNumber || next == "_" || isPointInNumber() {
                _ = next
                index += 1
            }
            return .number
        }

        private func isPointInNumber() -> Bool {
            character() == "." && (character(1)?.isNumber ?? false)
        }

        private func isWord(_ character: Character) -> Bool {
            character.isLetter || character.isNumber || character == "_" || character == "$" || character == "`"
        }

        private mutating func word() -> Kind? {
            let start = index
            index += 1
            while let next = character(), isWord(next) { _ = next; index += 1 }
            let text = String(code[start..<index])
            if text.hasPrefix("#") || text.hasPrefix("@") { return .keyword }
            if isMember { return character() == "(" ? .call : nil }
            if SwiftHighlighter.keywords.contains(text) { return .keyword }
            if text.first?.isUppercase ?? false { return .type }
            return character() == "(" ? .call : nil
        }
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
