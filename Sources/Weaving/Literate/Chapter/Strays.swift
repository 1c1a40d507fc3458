import Markdown
import Scanning

/// What other tools understand and weave does not: it would stand on the page as text, and nobody would say so.
struct Strays {
    let source: SourceText
    /// Whether the chapter may have formulas between `\\(` and `\\)`.
    let hasTeXParentheses: Bool
    /// What was found, in the order in which it was looked for.
    private(set) var found: [(position: SourcePosition, problem: Problem)] = []

    init(in source: SourceText, hasTeXParentheses: Bool) {
        self.source = source
        self.hasTeXParentheses = hasTeXParentheses
    }

    private mutating func report(_ position: SourcePosition, _ problem: Problem) { found.append((position, problem)) }

    /// Looks for labels and attributes in the title, which is not read like other headings.
    mutating func findAttributes(inTitle inlines: [Inline]) {
        for inline in inlines {
            switch inline.kind {
            case .text(let text): findAttributes(in: text, at: inline.range.start)
            case .emphasis(let children), .strong(let children), .link(_, _, let children):
                findAttributes(inTitle: children)
            default: break
            }
        }
    }

    /// Looks for `{#label}` and `{.class}` in a text, at their places.
    mutating func findAttributes(in text: String, at start: SourcePosition) {
        guard text.contains(byte: UInt8(ascii: "{")), !text.hasPrefix(":::") else { return }
        var place = start
        for part in text.split(separator: "{").dropFirst(text.hasPrefix("{") ? 0 : 1) {
            let isBehindBracket = part.startIndex > text.startIndex && text[..<part.startIndex].hasSuffix("]{")
            guard part.first == "#" || part.first == "." || isBehindBracket else { continue }
            // Its start only: in what follows, quotation marks and dashes may differ from the source.
            let (position, isEscaped) = source.position(of: "{" + part.prefix(2), from: place)
            guard let position else { continue }
            place = SourcePosition(line: position.line, column: position.column + 1)
            if !isEscaped, let end = part.firstIndex(of: "}"), Self.isAttribute(part[..<end]) {
                report(position, .strayAttribute("{\(part[...end])"))
            }
        }
    }

    /// Looks for a label at the end of a heading or a caption that can be none, such as `{#sec-a b}`.
    mutating func findLabel(at last: Inline?) {
        guard case .text(let text)? = last?.kind, text.last == "}", let start = text.ranges(of: "{#").last,
            let place = last?.range.start, !Self.isAttribute(text[start.lowerBound...].dropFirst().dropLast())
        else { return }
        let (position, isEscaped) = source.position(of: "{#", from: place)
        guard let position, !isEscaped else { return }
        // What can not be seen is named.
        let shown = text[start.lowerBound...].unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .format
                ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
        }
        report(position, .strayAttribute(shown.joined()))
    }

    /// Looks for `{width=50%}` behind an image or a link; anywhere else it may be prose.
    mutating func findAttributes(behind inlines: ArraySlice<Inline>) {
        guard inlines.count > 1, case .text(let text) = inlines[inlines.startIndex + 1].kind, text.first == "{",
            let end = text.firstIndex(of: "}")
        else { return }
        switch inlines.first?.kind {
        case .image, .link: break
        default: return
        }
        let attributes = text[..<end].dropFirst()
        // A label or a class is reported wherever it stands.
        guard attributes.first?.isLetter == true, Self.isAttribute(attributes) else { return }
        report(inlines[inlines.startIndex + 1].range.start, .strayAttribute(String(text[...end])))
    }

    private nonisolated(unsafe) static let quotedValue = #/=(?:[\x22“][^\x22”]*[\x22”]|[\x27‘][^\x27’]*[\x27’])/#

    /// `#label`, `.class`, `key=value`, `key="some values"`, as pandoc allows them.
    private static func isAttribute(_ text: Substring) -> Bool {
        guard text.dropFirst().first?.isLetter ?? false else { return false }
        let text = text.replacing(quotedValue, with: "=")
        return text.allSatisfy { $0.isLetter || $0.isNumber || "#.=-–_:%/ \"'“”’".contains($0) }
            && text.split(separator: " ").allSatisfy { $0.first == "#" || $0.first == "." || $0.contains("=") }
    }

    /// Looks for `::: {.note}`, the start of a block that weave does not have. The line that ends such a block needs no
    /// second warning.
    mutating func findBlocks(in inlines: [Inline]) {
        var isLineStart = true
        for inline in inlines {
            switch inline.kind {
            case .text(let text):
                if isLineStart, text.hasPrefix(":::"), text.contains(where: { $0 != ":" && $0 != " " }) {
                    report(inline.range.start, .unknownBlock(text))
                }
                isLineStart = false
            case .softBreak, .lineBreak: isLineStart = true
            default: isLineStart = false
            }
        }
    }

    /// Looks for a fence such as ```` ```Swift ````.
    mutating func findFence(_ info: String, at position: SourcePosition) {
        guard Self.isNearlySwift(info.prefix { $0 != " " }) else { return }
        report(position, .nearlySwift("```\(info)", expected: "a cell starts with ```swift"))
    }

    /// Looks for code such as `` `{swfit} 3` ``.
    mutating func findExpression(_ code: String, at position: SourcePosition) {
        guard code.utf8.first == UInt8(ascii: "{"), let end = code.firstIndex(of: "}"),
            !code[end...].dropFirst().allSatisfy({ $0 == " " }), Self.isNearlySwift(code[..<end].dropFirst())
        else { return }
        let expected = "an expression is written `{swift} …`"
        report(position, .nearlySwift(code, expected: expected))
    }

    /// Whether a word is "swift" in other letters or braces, or misspelt.
    private static func isNearlySwift(_ word: Substring) -> Bool {
        guard word.utf8.count < 12 else { return false }
        let bare = word.lowercased().filter { $0 != "{" && $0 != "}" && $0 != "," }
        return bare.allSatisfy(\.isLetter) && suggestion(for: bare, among: ["swift"]) != nil
    }

    /// Looks for comments that look like options but stand below the first line of code or are spelt differently.
    mutating func findOptions(in code: ArraySlice<Substring>, firstLine: Int, indentation: Int) {
        for (offset, line) in zip(0..., code) {
            guard let (key, column) = Self.optionInComment(line), Self.isComment(line: offset, of: code) else {
                continue
            }
            let position = SourcePosition(line: firstLine + offset, column: indentation + column)
            report(position, .strayOption(key))
        }
    }

    /// The key of a line such as `// | echo: false`, and the column of its comment; nil for other lines.
    private static func optionInComment(_ line: Substring) -> (key: String, column: Int)? {
        let spaces = line.utf8.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        let comment = line.utf8.dropFirst(spaces)
        guard comment.starts(with: "//".utf8) else { return nil }
        let bar = comment.dropFirst(2).drop { $0 == UInt8(ascii: " ") }
        guard bar.first == UInt8(ascii: "|"), let colon = bar.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let key = String(line[bar.startIndex..<colon].dropFirst().drop { $0 == " " })
        return CellOptions.keys.contains(key) ? (key, spaces + 1) : nil
    }

    /// Whether a line that starts with `//` is a comment, not a part of a text.
    private static func isComment(line number: Int, of code: ArraySlice<Substring>) -> Bool {
        var line = 0
        for token in SwiftScanner(code.joined(separator: "\n")) {
            if line == number, token.kind == .comment { return true }
            line += token.text.utf8.count { $0 == UInt8(ascii: "\n") }
            if line > number { return false }
        }
        return false
    }

    /// Looks for markup of other tools in a text.
    mutating func findMarkup(in text: String, at range: SourceRange) {
        for (position, problem) in StrayMarkup.found(
            in: text, at: range, of: source, hasTeXParentheses: hasTeXParentheses)
        {
            report(position, problem)
        }
    }

    /// Looks for a paragraph whose first line starts with a bar: a table that lacks its second line, or has a wrong one.
    mutating func findTable(in inlines: [Inline]) {
        guard case .text(let text)? = inlines.first?.kind, text.first == "|", let start = inlines.first?.range.start,
            source[start.line].utf8.dropFirst(start.column - 1).first == UInt8(ascii: "|"), inlines.count > 1
        else { return }
        let instead = "a table has a second line such as |---|---|, with as many cells as the first"
        report(start, .strayMarkup(String(text.prefix(20)), instead: instead))
    }
}
