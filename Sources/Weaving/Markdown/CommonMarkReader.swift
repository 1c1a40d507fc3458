import CCMark

/// libcmark's tree → Swift values. The only owner of the tree's memory.
struct CommonMarkReader {
    /// Deeper nesting is refused: values are taken apart by recursion, and a thread's stack is finite.
    static let deepest = 100

    let lines: SourceLines
    let dialect: MarkdownDialect

    /// Parses `source`, which has the same lines as `lines`.
    func blocks(of source: String) throws(MarkdownError) -> [Block] {
        var source = NoteDefinition.shielded(source)
        if dialect == .book { source = Escapes.shielded(source) }
        let root = source.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                // With source positions libcmark also keeps count of the lines inside code spans.
                let options = CMARK_OPT_SOURCEPOS | (dialect == .book ? CMARK_OPT_SMART : 0)
                return cmark_parse_document(characters.baseAddress, characters.count, options)
            }
        }
        defer { cmark_node_free(root) }
        cmark_consolidate_text_nodes(root)
        return try blocks(in: root, depth: 0)
    }

    private func blocks(in parent: OpaquePointer?, depth: Int) throws(MarkdownError) -> [Block] {
        var result: [Block] = []
        var next = cmark_node_first_child(parent)
        while let node = next {
            for new in try block(node, depth: depth + 1) {
                if result.captionTable(with: new) { continue }
                if try !result.extendNote(with: new, as: dialect) { result.append(new) }
            }
            next = cmark_node_next(node)
        }
        return result
    }

    private func block(_ node: OpaquePointer, depth: Int) throws(MarkdownError) -> [Block] {
        let range = range(of: node)
        guard depth < Self.deepest else { throw .nestedTooDeeply(line: range.start.line) }
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH:
            if let table = try PipeTable.blocks(at: range, in: lines, as: dialect) { return table }
            return NoteDefinition.split(paragraph: try inlines(in: node, depth: depth), at: range)
        case CMARK_NODE_HEADING:
            let level = Int(cmark_node_get_heading_level(node))
            return [Block(.heading(level: level, try inlines(in: node, depth: depth)), at: range)]
        case CMARK_NODE_BLOCK_QUOTE:
            return [Block(.blockQuote(try blocks(in: node, depth: depth)), at: range)]
        case CMARK_NODE_LIST:
            return [Block(.list(style(of: node), items: try items(in: node, depth: depth)), at: range)]
        case CMARK_NODE_CODE_BLOCK:
            let info = unshielded(text(cmark_node_get_fence_info(node)))
            let literal = unshielded(text(cmark_node_get_literal(node)))
            return [Block(.code(info: info, text: literal, isFenced: isFenced(range, literal)), at: range)]
        case CMARK_NODE_HTML_BLOCK:
            return [Block(.html(unshielded(text(cmark_node_get_literal(node)))), at: range)]
        case CMARK_NODE_THEMATIC_BREAK:
            return [Block(.thematicBreak, at: range)]
        default:
            preconditionFailure("libcmark knows no block \(text(cmark_node_get_type_string(node)))")
        }
    }

    private func items(in list: OpaquePointer, depth: Int) throws(MarkdownError) -> [ListItem] {
        var items: [ListItem] = []
        var next = cmark_node_first_child(list)
        while let node = next {
            items.append(ListItem(blocks: try blocks(in: node, depth: depth + 1), range: range(of: node)))
            next = cmark_node_next(node)
        }
        return items
    }

    private func inlines(in parent: OpaquePointer, depth: Int) throws(MarkdownError) -> [Inline] {
        var result: [Inline] = []
        var next = cmark_node_first_child(parent)
        while let node = next {
            result.append(try inline(node, depth: depth + 1))
            next = cmark_node_next(node)
        }
        return result
    }

    private func inline(_ node: OpaquePointer, depth: Int) throws(MarkdownError) -> Inline {
        let range = range(of: node)
        guard depth < Self.deepest else { throw .nestedTooDeeply(line: range.start.line) }
        let literal = text(cmark_node_get_literal(node))
        let kind: Inline.Kind =
            switch cmark_node_get_type(node) {
            case CMARK_NODE_TEXT: .text(literal)
            case CMARK_NODE_SOFTBREAK: .softBreak
            case CMARK_NODE_LINEBREAK: .lineBreak
            case CMARK_NODE_CODE: .code(unshielded(literal))
            case CMARK_NODE_HTML_INLINE: .html(unshielded(literal))
            case CMARK_NODE_EMPH: .emphasis(try inlines(in: node, depth: depth))
            case CMARK_NODE_STRONG: .strong(try inlines(in: node, depth: depth))
            case CMARK_NODE_LINK:
                .link(
                    destination: Escapes.read(text(cmark_node_get_url(node))),
                    title: Escapes.read(text(cmark_node_get_title(node))),
                    try inlines(in: node, depth: depth))
            case CMARK_NODE_IMAGE:
                .image(
                    source: Escapes.read(text(cmark_node_get_url(node))),
                    title: Escapes.read(text(cmark_node_get_title(node))),
                    try inlines(in: node, depth: depth))
            default:
                preconditionFailure("libcmark knows no inline \(text(cmark_node_get_type_string(node)))")
            }
        return Inline(kind, at: range)
    }

    private func style(of list: OpaquePointer) -> ListStyle {
        let isOrdered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
        return ListStyle(
            start: isOrdered ? Int(cmark_node_get_list_start(list)) : nil,
            hasParenthesis: cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM,
            isTight: cmark_node_get_list_tight(list) != 0)
    }

    /// libcmark does not tell fenced code from indented code: a fence's range has at least a line more than its text.
    private func isFenced(_ range: SourceRange, _ literal: String) -> Bool {
        let first = lines[range.start.line].utf8.dropFirst(range.start.column - 1)
        return first.starts(with: "```".utf8) || first.starts(with: "~~~".utf8)
    }

    private func range(of node: OpaquePointer) -> SourceRange {
        SourceRange(
            start: SourcePosition(
                line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node))),
            end: SourcePosition(line: Int(cmark_node_get_end_line(node)), column: Int(cmark_node_get_end_column(node))))
    }

    private func unshielded(_ text: String) -> String { Escapes.unshielded(NoteDefinition.unshielded(text)) }

    private func text(_ characters: UnsafePointer<CChar>?) -> String {
        characters.map { String(cString: $0) } ?? ""
    }
}
