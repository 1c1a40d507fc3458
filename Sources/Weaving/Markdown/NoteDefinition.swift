/// Definitions of notes, `[^name]: text`, an extension.
///
/// CommonMark would read `[^name]: word` as the destination of a link. So that it does not, the bracket at the start of
/// such a line is exchanged for a control character of the same size before libcmark sees it; columns stay true.
enum NoteDefinition {
    private static let shield: Character = "\u{1}"

    /// `source` with the definitions' brackets exchanged.
    static func shielded(_ source: String) -> String {
        guard source.contains("[^") else { return source }
        var result = ""
        result.reserveCapacity(source.utf8.count)
        var isLineStart = true
        var index = source.startIndex
        while index < source.endIndex {
            let character = source[index]
            if isLineStart, character == "[", isDefinition(source[index...]) {
                result.append(shield)
            } else {
                result.append(character)
            }
            isLineStart = character.endsLine || (isLineStart && character == " ")
            index = source.index(after: index)
        }
        return result
    }

    /// `text` with the brackets as they were.
    static func unshielded(_ text: String) -> String {
        text.contains(shield) ? String(text.map { $0 == shield ? "[" : $0 }) : text
    }

    /// The notes that a paragraph defines; the paragraph itself if it defines none.
    static func split(paragraph inlines: [Inline], at range: SourceRange) -> [Block] {
        var blocks: [Block] = []
        var rest: [Inline] = []
        var name: String?
        func finish() {
            while case .softBreak? = rest.last?.kind { rest.removeLast() }
            guard let first = rest.first, let last = rest.last else { return }
            let place = SourceRange(start: first.range.start, end: last.range.end)
            blocks.append(Block(name.map { .note(name: $0, rest) } ?? .paragraph(rest), at: place))
            rest = []
        }
        for inline in inlines {
            guard case .text(let text) = inline.kind, text.first == shield, let end = text.firstRange(of: "]:") else {
                rest.append(inline)
                continue
            }
            finish()
            name = String(text[..<end.lowerBound].dropFirst(2))
            let definition = text[end.upperBound...].drop { $0 == " " }
            rest = [Inline(.text(String(definition)), at: inline.range)]
        }
        guard name != nil else { return [Block(.paragraph(inlines), at: range)] }
        finish()
        return blocks
    }

    private static func isDefinition(_ text: Substring) -> Bool {
        guard text.dropFirst().first == "^" else { return false }
        let name = text.dropFirst(2).prefix { $0 != "]" && !$0.isWhitespace }
        return !name.isEmpty && text[name.endIndex...].hasPrefix("]:")
    }
}

extension [Block] {
    /// Takes a paragraph that is indented by four columns, which CommonMark reads as code, as another one of the note before it.
    ///
    /// - Returns: whether `block` was such a paragraph.
    mutating func extendNote(with block: Block, as dialect: MarkdownDialect) throws(MarkdownError) -> Bool {
        guard case .note(let name, let inlines)? = last?.kind, case .code("", let text, isFenced: false) = block.kind
        else { return false }
        let reader = CommonMarkReader(lines: SourceLines(text), dialect: dialect)
        let start = block.range.start
        var note = inlines
        for part in try reader.blocks(of: text) {
            guard case .paragraph(let more) = part.kind, let end = note.last?.range else { return false }
            note += [Inline(.lineBreak, at: end), Inline(.lineBreak, at: end)]
            note += more.map { $0.moved(lines: start.line - 1, columns: start.column - 1) }
        }
        self[count - 1].kind = .note(name: name, note)
        return true
    }
}
