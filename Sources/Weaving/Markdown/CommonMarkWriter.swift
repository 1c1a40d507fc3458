import CCMark

/// Swift values → libcmark's tree → HTML.
enum CommonMarkWriter {
    static func html(of blocks: [Block]) -> String {
        let root = cmark_node_new(CMARK_NODE_DOCUMENT)
        defer { cmark_node_free(root) }
        for block in blocks { append(block, to: root) }
        guard let html = cmark_render_html(root, CMARK_OPT_UNSAFE) else {
            preconditionFailure("libcmark renders every tree")
        }
        defer { html.deallocate() }
        return String(cString: html)
    }

    private static func append(_ block: Block, to parent: OpaquePointer?) {
        switch block.kind {
        case .paragraph(let inlines):
            add(CMARK_NODE_PARAGRAPH, to: parent) { append(inlines, to: $0) }
        case .heading(let level, let inlines):
            add(CMARK_NODE_HEADING, to: parent) { node in
                cmark_node_set_heading_level(node, Int32(level))
                append(inlines, to: node)
            }
        case .blockQuote(let blocks):
            add(CMARK_NODE_BLOCK_QUOTE, to: parent) { node in blocks.forEach { append($0, to: node) } }
        case .list(let style, let items):
            add(CMARK_NODE_LIST, to: parent) { append(items, in: style, to: $0) }
        case .code(let info, let text, _):
            add(CMARK_NODE_CODE_BLOCK, to: parent) { node in
                cmark_node_set_fence_info(node, info)
                cmark_node_set_literal(node, text)
            }
        case .html(let html):
            add(CMARK_NODE_HTML_BLOCK, to: parent) { _ = cmark_node_set_literal($0, html) }
        case .thematicBreak:
            add(CMARK_NODE_THEMATIC_BREAK, to: parent) { _ in }
        case .table(let table):
            append(table.wrapped, to: parent)
        case .note(let name, let inlines):
            // Unwoven, a note's definition is a paragraph that shows what it is.
            add(CMARK_NODE_PARAGRAPH, to: parent) { node in
                append([Inline(.text("[^\(name)]: "), at: block.range)] + inlines, to: node)
            }
        case .wrapped(let open, let blocks, let close):
            addCustom(CMARK_NODE_CUSTOM_BLOCK, open, close, to: parent) { node in
                blocks.forEach { append($0, to: node) }
            }
        case .wrappedInlines(let open, let inlines, let close):
            addCustom(CMARK_NODE_CUSTOM_BLOCK, open, close, to: parent) { append(inlines, to: $0) }
        case .section, .equation, .alert, .placeholder:
            preconditionFailure("\(block.kind) was not exchanged before rendering")
        }
    }

    private static func append(_ items: [ListItem], in style: ListStyle, to list: OpaquePointer) {
        cmark_node_set_list_type(list, style.start == nil ? CMARK_BULLET_LIST : CMARK_ORDERED_LIST)
        if let start = style.start { cmark_node_set_list_start(list, Int32(start)) }
        cmark_node_set_list_delim(list, style.hasParenthesis ? CMARK_PAREN_DELIM : CMARK_PERIOD_DELIM)
        cmark_node_set_list_tight(list, style.isTight ? 1 : 0)
        for item in items {
            add(CMARK_NODE_ITEM, to: list) { node in item.blocks.forEach { append($0, to: node) } }
        }
    }

    private static func append(_ inlines: [Inline], to parent: OpaquePointer) {
        for inline in inlines {
            switch inline.kind {
            case .text(let text): add(CMARK_NODE_TEXT, to: parent) { _ = cmark_node_set_literal($0, text) }
            case .softBreak: add(CMARK_NODE_SOFTBREAK, to: parent) { _ in }
            case .lineBreak: add(CMARK_NODE_LINEBREAK, to: parent) { _ in }
            case .code(let code): add(CMARK_NODE_CODE, to: parent) { _ = cmark_node_set_literal($0, code) }
            case .html(let html): add(CMARK_NODE_HTML_INLINE, to: parent) { _ = cmark_node_set_literal($0, html) }
            case .emphasis(let children): add(CMARK_NODE_EMPH, to: parent) { append(children, to: $0) }
            case .strong(let children): add(CMARK_NODE_STRONG, to: parent) { append(children, to: $0) }
            case .link(let destination, let title, let children):
                add(CMARK_NODE_LINK, to: parent) { fill($0, destination, title, children) }
            case .image(let source, let title, let children):
                add(CMARK_NODE_IMAGE, to: parent) { fill($0, source, title, children) }
            case .wrapped(let open, let children, let close):
                addCustom(CMARK_NODE_CUSTOM_INLINE, open, close, to: parent) { append(children, to: $0) }
            case .formula, .marked, .placeholder:
                preconditionFailure("\(inline.kind) was not exchanged before rendering")
            }
        }
    }

    private static func fill(_ node: OpaquePointer, _ url: String, _ title: String, _ children: [Inline]) {
        cmark_node_set_url(node, url)
        cmark_node_set_title(node, title)
        append(children, to: node)
    }

    private static func addCustom(
        _ type: cmark_node_type, _ open: String, _ close: String, to parent: OpaquePointer?,
        fill: (OpaquePointer) -> Void
    ) {
        add(type, to: parent) { node in
            cmark_node_set_on_enter(node, open)
            cmark_node_set_on_exit(node, close)
            fill(node)
        }
    }

    private static func add(_ type: cmark_node_type, to parent: OpaquePointer?, fill: (OpaquePointer) -> Void) {
        guard let node = cmark_node_new(type) else { preconditionFailure("libcmark makes every kind of node") }
        // Filled before it is appended: libcmark walks up from a node that is appended, which is then short.
        fill(node)
        let isAppended = cmark_node_append_child(parent, node)
        precondition(isAppended != 0, "libcmark refuses this node in this place")
    }
}
