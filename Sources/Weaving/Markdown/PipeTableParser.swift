extension PipeTable {
    /// The table that the paragraph at `range` really is; nil if it is a paragraph.
    ///
    /// A table starts at the paragraph's first line, and its second line is the row of dashes.
    static func blocks(at range: SourceRange, in lines: SourceLines, as dialect: MarkdownDialect) throws(MarkdownError)
        -> [Block]?
    {
        let numbers = range.start.line...max(range.start.line, range.end.line)
        // Without a bar the dashes are text: `Foo` over `    ---` is a paragraph of the specification.
        guard numbers.count >= 2, numbers.prefix(2).contains(where: { lines[$0].contains("|") }) else { return nil }
        let rows = numbers.map { Row(lines[$0], line: $0) }
        guard let alignments = rows[1].alignments, rows[0].cells.count == alignments.count else { return nil }
        var table = PipeTable(alignments: alignments, header: [], rows: [], caption: [])
        table.header = try rows[0].inlines(count: alignments.count, as: dialect)
        for row in rows.dropFirst(2) {
            if let caption = row.caption {
                table.caption = try caption.inlines(as: dialect)
                break
            }
            table.rows.append(try row.inlines(count: alignments.count, as: dialect))
            if row.cells.count > alignments.count { table.surplus.append(row.cells[alignments.count].position) }
        }
        return [Block(.table(table), at: range)]
    }
}

extension [Block] {
    /// Takes a paragraph `: caption` as the caption of the table before it.
    ///
    /// - Returns: whether `block` was such a paragraph.
    mutating func captionTable(with block: Block) -> Bool {
        guard case .table(var table)? = last?.kind, table.caption.isEmpty,
            case .paragraph(var inlines) = block.kind, case .text(let text)? = inlines.first?.kind, text.hasPrefix(": ")
        else { return false }
        inlines[0].kind = .text(String(text.dropFirst(2)))
        inlines[0].range.start.column += 2
        table.caption = inlines
        self[count - 1].kind = .table(table)
        return true
    }
}

/// A piece of a line, with its place.
private struct Piece {
    var text: String
    var position: SourcePosition

    /// The piece parsed as a paragraph of its own.
    func inlines(as dialect: MarkdownDialect) throws(MarkdownError) -> [Inline] {
        // The bar keeps the piece from being read as a list or a heading, and stands where a bar stood.
        let blocks = try CommonMarkReader(lines: SourceLines(""), dialect: dialect).blocks(
            of: "|" + text)
        guard case .paragraph(var inlines)? = blocks.first?.kind else { return [] }
        if case .text(let first)? = inlines.first?.kind {
            inlines[0].kind = .text(String(first.dropFirst()))
            inlines[0].range.start.column += 1
        }
        return inlines.map { $0.moved(lines: position.line - 1, columns: position.column - 2) }
    }
}

/// One line of a table.
private struct Row {
    var cells: [Piece] = []
    var caption: Piece?

    init(_ source: Substring, line: Int) {
        let start = source.firstIndex { !" \t>".contains($0) } ?? source.endIndex
        func position(of index: Substring.Index) -> SourcePosition {
            SourcePosition(line: line, column: source.utf8.distance(from: source.startIndex, to: index) + 1)
        }
        if source[start...].hasPrefix(": ") {
            let text = source.index(start, offsetBy: 2)
            caption = Piece(text: String(source[text...]), position: position(of: text))
        }
        var index = start
        if index < source.endIndex, source[index] == "|" { index = source.index(after: index) }
        var cellStart = index
        var text = ""
        func end(at index: Substring.Index) {
            let leading = text.prefix { $0 == " " || $0 == "\t" }.utf8.count
            let trimmed = text.drop { $0 == " " || $0 == "\t" }
            var cell = String(trimmed)
            while cell.last == " " || cell.last == "\t" { cell.removeLast() }
            var place = position(of: cellStart)
            place.column += leading
            cells.append(Piece(text: cell, position: place))
        }
        while index < source.endIndex {
            let next = source.index(after: index)
            if source[index] == "\\", next < source.endIndex, source[next] == "|" {
                text.append("|")
                index = source.index(after: next)
            } else if source[index] == "|" {
                end(at: index)
                text = ""
                index = next
                cellStart = index
            } else {
                text.append(source[index])
                index = next
            }
        }
        if text.contains(where: { $0 != " " && $0 != "\t" }) || cells.isEmpty { end(at: index) }
    }

    /// The alignments, if this is the row of dashes: `| --- | :-: |`.
    var alignments: [PipeTable.Alignment]? {
        var result: [PipeTable.Alignment] = []
        for cell in cells {
            var dashes = Substring(cell.text)
            let isLeft = dashes.first == ":"
            if isLeft { dashes.removeFirst() }
            let isRight = dashes.last == ":"
            if isRight { dashes.removeLast() }
            guard !dashes.isEmpty, dashes.allSatisfy({ $0 == "-" }) else { return nil }
            result.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : .none)
        }
        return result
    }

    /// The cells as inlines: as many as the table has columns.
    func inlines(count: Int, as dialect: MarkdownDialect) throws(MarkdownError) -> [[Inline]] {
        var result: [[Inline]] = []
        for cell in cells.prefix(count) { result.append(try cell.inlines(as: dialect)) }
        return result + Array(repeating: [], count: max(0, count - result.count))
    }
}
