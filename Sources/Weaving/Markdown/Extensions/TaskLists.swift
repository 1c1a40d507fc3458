/// `- [ ] to do` and `- [x] done`, an extension.
extension ListItem {
    /// Exchanges the brackets at the start of the item for a box that shows whether it is done.
    mutating func readTask(in lines: SourceLines) {
        guard let first = blocks.first, case .paragraph(var inlines) = first.kind,
            case .text(let text)? = inlines.first?.kind, let place = inlines.first?.range.start,
            lines[place.line].utf8.dropFirst(place.column - 1).first == UInt8(ascii: "[")
        else { return }
        let states = ["[ ] ": "open", "[x] ": "done", "[X] ": "done"]
        guard let state = states[String(text.prefix(4))] else { return }
        inlines[0] = Inline(.text(String(text.dropFirst(4))), at: inlines[0].range.advanced(by: 4))
        let checked = state == "done" ? " checked" : ""
        let box = "<input type=\"checkbox\" disabled\(checked) aria-label=\"\(state)\"> "
        blocks[0].kind = .paragraph([Inline(.wrapped(open: box, [], close: ""), at: first.range)] + inlines)
    }
}
