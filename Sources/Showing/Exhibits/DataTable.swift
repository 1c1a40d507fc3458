/// The data behind a figure: texts in named columns.
public struct DataTable: Hashable, Codable, Sendable {
    /// The columns' names.
    public var columns: [String]
    /// The fields, row by row; each row has a field for every column.
    public var rows: [[String]]

    /// Creates a table of data.
    public init(columns: [String], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Comma-separated values with a header line (RFC 4180, with line feeds).
    public var csv: String {
        var text = ""
        for row in [columns] + rows {
            for (index, field) in row.enumerated() {
                if index > 0 { text += "," }
                text += Self.quoted(field)
            }
            text += "\n"
        }
        return text
    }

    private static func quoted(_ field: String) -> String {
        guard field.utf8.contains(where: isSpecial) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
    }
}
