import Exhibits

/// A table that a cell showed.
enum TableBox {
    static func html(_ table: TableContents, caption: ExhibitCaption, files: String) -> HTML {
        let head = table.columns.map { column in "<th scope=\"col\"\(mark(column))>\(column.title)</th>" as HTML }
        let rows = table.rows.map { row in
            let cells = zip(row, table.columns).map { text, column in "<td\(mark(column))>\(text)</td>" as HTML }
            return "<tr>\(cells)</tr>\n" as HTML
        }
        let code: HTML = caption.cell.codeAnchor.map { " · <a href=\"#\($0)\">code</a>" } ?? ""
        return """
            <figure class="table" id="\(caption.anchor)">
            <figcaption>\(caption.number("Table"))\(caption.caption)</figcaption>
            \(Scrolling.open("Table"))<table>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>\(Scrolling.close)
            <p class="source"><a href="\(files.address).csv" download>data (CSV)</a>\(code)</p>
            </figure>

            """
    }

    private static func mark(_ column: TableContents.Column) -> HTML {
        column.isNumeric ? " class=\"numeric\"" : ""
    }
}
