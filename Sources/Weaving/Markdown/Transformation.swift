extension Inline.Kind {
    /// The same kind with its children exchanged for what `transform` makes of them.
    public func mapChildren<Failure>(_ transform: ([Inline]) throws(Failure) -> [Inline]) throws(Failure) -> Self {
        switch self {
        case .text, .softBreak, .lineBreak, .code, .html, .formula, .placeholder: self
        case .emphasis(let children): .emphasis(try transform(children))
        case .strong(let children): .strong(try transform(children))
        case .link(let destination, let title, let children):
            .link(destination: destination, title: title, try transform(children))
        case .image(let source, let title, let children):
            .image(source: source, title: title, try transform(children))
        case .marked(let mark, let children): .marked(mark, try transform(children))
        case .wrapped(let open, let children, let close): .wrapped(open: open, try transform(children), close: close)
        }
    }
}

extension Block {
    /// The same block with every run of inlines in it exchanged for what `transform` makes of it.
    public func mapInlines<Failure>(
        _ transform: ([Inline]) throws(Failure) -> [Inline]
    ) throws(Failure) -> Block {
        func inner(_ blocks: [Block]) throws(Failure) -> [Block] {
            var result: [Block] = []
            for block in blocks { result.append(try block.mapInlines(transform)) }
            return result
        }
        var block = self
        switch kind {
        case .paragraph(let inlines): block.kind = .paragraph(try transform(inlines))
        case .heading(let level, let inlines): block.kind = .heading(level: level, try transform(inlines))
        case .section(let level, let anchor, let number, let inlines):
            block.kind = .section(level: level, anchor: anchor, number: number, try transform(inlines))
        case .blockQuote(let blocks): block.kind = .blockQuote(try inner(blocks))
        case .alert(let alert, let blocks): block.kind = .alert(kind: alert, try inner(blocks))
        case .list(let style, var items):
            for index in items.indices { items[index].blocks = try inner(items[index].blocks) }
            block.kind = .list(style, items: items)
        case .table(let table): block.kind = .table(try table.mapInlines(transform))
        case .note(let name, let inlines): block.kind = .note(name: name, try transform(inlines))
        case .wrapped(let open, let blocks, let close):
            block.kind = .wrapped(open: open, try inner(blocks), close: close)
        case .wrappedInlines(let open, let inlines, let close):
            block.kind = .wrappedInlines(open: open, try transform(inlines), close: close)
        case .code, .equation, .html, .thematicBreak, .placeholder: break
        }
        return block
    }
}

extension Block {
    /// The same block with the author's HTML in it, but for that inside paragraphs, exchanged for what `transform` makes of it.
    public func mapHTML(_ transform: (String, SourceRange) -> String) -> Block {
        var block = self
        switch kind {
        case .html(let html): block.kind = .html(transform(html, range))
        case .blockQuote(let blocks): block.kind = .blockQuote(blocks.map { $0.mapHTML(transform) })
        case .alert(let alert, let blocks): block.kind = .alert(kind: alert, blocks.map { $0.mapHTML(transform) })
        case .wrapped(let open, let blocks, let close):
            block.kind = .wrapped(open: open, blocks.map { $0.mapHTML(transform) }, close: close)
        case .list(let style, var items):
            for index in items.indices { items[index].blocks = items[index].blocks.map { $0.mapHTML(transform) } }
            block.kind = .list(style, items: items)
        default: break
        }
        return block
    }
}

extension PipeTable {
    fileprivate func mapInlines<Failure>(
        _ transform: ([Inline]) throws(Failure) -> [Inline]
    ) throws(Failure) -> PipeTable {
        var table = self
        // The caption stands above the table, the notes beside it.
        table.caption = try transform(table.caption)
        table.notes = try transform(table.notes)
        for index in table.header.indices { table.header[index] = try transform(table.header[index]) }
        for row in table.rows.indices {
            for cell in table.rows[row].indices { table.rows[row][cell] = try transform(table.rows[row][cell]) }
        }
        return table
    }
}
