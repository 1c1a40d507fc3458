import Exhibits

extension TableContents {
    /// The table for other programs: numbers are written as these read them, a mean ± its margin fills two columns, the unit
    /// of a column of percentages stands in its title, and what has no value is empty.
    var data: DataTable {
        let data = columns.enumerated().flatMap { index, column in
            Self.columns(titled: column.title, rows.map { $0[index] }, isNumeric: column.isNumeric)
        }
        return DataTable(columns: data.map(\.title), rows: rows.indices.map { row in data.map { $0.fields[row] } })
    }

    private typealias DataColumn = (title: String, fields: [String])

    private static func columns(titled title: String, _ texts: [String], isNumeric: Bool) -> [DataColumn] {
        guard isNumeric else { return [(title, texts)] }
        // On the page the space around ± and before % is one at which no line breaks.
        let plain = texts.map {
            $0.replacing("\u{a0}", with: " ").replacing("−", with: "-").replacing(",", with: "")
        }.map { $0 == "–" ? "" : $0 }
        let isPercentage = plain.allSatisfy { $0.isEmpty || $0.hasSuffix(" %") } && plain.contains { !$0.isEmpty }
        let pairs = plain.map {
            (isPercentage ? $0.replacing(" %", with: "") : $0)
                .split(separator: " ± ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        }
        let unit = isPercentage ? " %" : ""
        let means: DataColumn = ("\(title)\(unit)", pairs.map { $0[0] })
        guard pairs.contains(where: { $0.count == 2 }) else { return [means] }
        return [means, ("\(title) ±\(unit)", pairs.map { $0.count == 2 ? $0[1] : "" })]
    }
}
