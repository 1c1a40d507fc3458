import Exhibits

/// A table that a cell showed.
enum TableBox {
    static func html(_ table: TableContents, caption: ExhibitCaption, files: String) -> HTML {
        let heads = table.columns.map { head($0.title, mark($0)) }
        let rows = table.rows.map { row in
            let cells = zip(row, table.columns).map { text, column in "<td\(mark(column))>\(text)</td>" as HTML }
            return "<tr>\(cells)</tr>\n" as HTML
        }
        let code: HTML = caption.cell.codeAnchor.map { " · <a href=\"#\($0)\">code</a>" } ?? ""
        return """
            <figure class="table" id="\(caption.anchor)">
            <figcaption>\(caption.number(.table))\(caption.caption)</figcaption>
            \(Scrolling.open("Table"))<table>
            <thead><tr>\(heads)</tr></thead>
            <tbody>
            \(rows)</tbody>
            </table>\(Scrolling.close)
            <p class="source"><a href="\(files.address).csv" download>data (CSV)</a>\(code)</p>
            </figure>

            """
    }

    /// A column's head. One without words is a plain cell: it would be read out as a head.
    static func head(_ title: String, _ mark: HTML = "") -> HTML {
        title.allSatisfy(\.isWhitespace) ? "<td></td>" : "<th scope=\"col\"\(mark)>\(title)</th>"
    }

    private static func mark(_ column: TableContents.Column) -> HTML {
        column.isNumeric ? " class=\"numeric\"" : ""
    }
}
