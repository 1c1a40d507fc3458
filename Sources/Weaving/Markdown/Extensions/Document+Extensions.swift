extension Document {
    /// Reads the marks that authors know from GitHub and that CommonMark leaves as text: `~~struck~~`, bare addresses, task lists,
    /// and definition lists.
    mutating func readExtensions(in lines: SourceLines) {
        blocks = blocks.withExtensions(in: lines)
    }
}

extension [Block] {
    fileprivate func withExtensions(in lines: SourceLines) -> [Block] {
        var result: [Block] = []
        for block in self {
            let new = block.withExtensions(in: lines)
            if !result.extendDefinitions(with: new) { result.append(new) }
        }
        return result
    }
}

extension Block {
    fileprivate func withExtensions(in lines: SourceLines) -> Block {
        var block = self
        switch kind {
        case .blockQuote(let blocks): block.kind = .blockQuote(blocks.withExtensions(in: lines))
        case .list(let style, var items):
            for index in items.indices {
                items[index].readTask(in: lines)
                items[index].blocks = items[index].blocks.withExtensions(in: lines)
            }
            block.kind = .list(style, items: items)
        default:
            block = mapInlines { $0.struckThrough.withBareLinks(in: lines) }
            if case .paragraph(let inlines) = block.kind, let definitions = DefinitionList(lines: inlines) {
                block.kind = definitions.wrapped
            }
        }
        return block
    }
}
