import Markdown

/// `> [!NOTE]` at the start of a quotation makes it a box beside the argument, as on GitHub.
extension ChapterReader {
    private static let alerts = ["note", "tip", "important", "warning", "caution"]

    /// A quotation, or the alert that it really is; warns of one of an unknown kind.
    mutating func quotation(_ blocks: [Block]) -> Block.Kind {
        var blocks = blocks
        guard case .paragraph(var inlines)? = blocks.first?.kind, let first = inlines.first,
            case .text(let text) = first.kind, text.hasPrefix("[!"), text.last == "]",
            text.count > 3, text.dropFirst(2).dropLast().allSatisfy({ $0.isASCII && $0.isLetter }),
            source.position(of: "[!", from: first.range.start).isEscaped == false
        else { return .blockQuote(blocks.flatMap { read($0) }) }
        let kind = text.dropFirst(2).dropLast().lowercased()
        guard Self.alerts.contains(kind) else {
            report(first.range.start, .unknownBlock("> \(text)"), severity: .warning)
            return .blockQuote(blocks.flatMap { read($0) })
        }
        inlines.removeFirst()
        if inlines.first?.kind == .softBreak { inlines.removeFirst() }
        blocks[0].kind = .paragraph(inlines)
        if inlines.isEmpty { blocks.removeFirst() }
        return .alert(kind: kind, blocks.flatMap { read($0) })
    }
}
