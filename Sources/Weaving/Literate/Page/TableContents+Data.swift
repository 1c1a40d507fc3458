import Exhibits

extension TableContents {
    /// The table for other programs: numbers are written as these read them, and a mean ± its margin fills two columns.
    var data: DataTable {
        let fields = columns.indices.map { column in
            rows.map { Self.fields(of: $0[column], isNumeric: columns[column].isNumeric) }
        }
        let hasMargin = fields.map { column in column.contains { $0.count == 2 } }
        return DataTable(
            columns: zip(columns, hasMargin).flatMap { $1 ? [$0.title, "\($0.title) ±"] : [$0.title] },
            rows: rows.indices.map { row in
                zip(fields, hasMargin).flatMap { column, hasMargin in
                    hasMargin && column[row].count == 1 ? [column[row][0], ""] : column[row]
                }
            })
    }

    private static func fields(of text: String, isNumeric: Bool) -> [String] {
        guard isNumeric else { return [text] }
        return text.replacing("−", with: "-").replacing(",", with: "")
            .split(separator: " ± ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    }
}
