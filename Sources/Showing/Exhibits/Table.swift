/// A table of typed rows, shown with ``show(_:)``.
///
/// ```swift
/// show(Table(prompts) {
///     Column("Prompt", \.name)
///     Column("Seen", \.count)
///     Column("σ", places: 2, \.sigma)
/// })
/// ```
public struct Table<Row>: Exhibit {
    private let rows: [Row]
    private let columns: [Column<Row>]

    /// Creates a table with a row for each element of `rows`.
    public init(_ rows: some Sequence<Row>, @ColumnBuilder<Row> columns: () -> [Column<Row>]) {
        self.rows = Array(rows)
        self.columns = columns()
    }

    /// The texts of the table.
    ///
    /// - Throws: ``TableError`` if there is no column.
    public func exhibited() throws -> Exhibited {
        guard !columns.isEmpty else { throw TableError.noColumns }
        return .table(
            TableContents(
                columns: columns.map { TableContents.Column(title: $0.title, isNumeric: $0.isNumeric) },
                rows: rows.map { row in columns.map { $0.text(row) } }))
    }
}

/// Why a table can not be shown.
public enum TableError: Error, Equatable, CustomStringConvertible {
    /// The table was given no column.
    case noColumns

    /// The reason as a sentence.
    public var description: String { "the table has no columns" }
}

/// One column of a ``Table``: its title and the text of each row's cell.
public struct Column<Row> {
    let title: String
    let isNumeric: Bool
    let text: (Row) -> String

    /// A column of values as they are: texts, whole numbers, real numbers with four significant digits, dates, truth values, or
    /// optionals of them, where nil is a dash.
    public init<Value: TableValue>(_ title: String, _ value: @escaping (Row) -> Value) {
        self.title = title
        isNumeric = Value.isTableNumber
        text = { value($0).tableText }
    }

    /// A column of texts.
    public init(_ title: String, _ value: @escaping (Row) -> String) {
        self.title = title
        isNumeric = false
        text = value
    }

    /// A column of numbers, each with exactly `places` decimals.
    public init(_ title: String, places: Int, _ value: @escaping (Row) -> some BinaryFloatingPoint) {
        self.title = title
        isNumeric = true
        text = { NumberFormat.places(Double(value($0)), places) }
    }

    /// A column of numbers, each with exactly `places` decimals, and of dashes where there is none.
    public init(_ title: String, places: Int, _ value: @escaping (Row) -> (some BinaryFloatingPoint)?) {
        self.title = title
        isNumeric = true
        text = { row in value(row).map { NumberFormat.places(Double($0), places) } ?? "–" }
    }

    /// A column of texts that are numbers with something around them, such as `−8.9 ± 0.4`, and stand flush right.
    public init(_ title: String, numbers value: @escaping (Row) -> String) {
        self.title = title
        isNumeric = true
        text = value
    }
}

/// Collects the columns of a ``Table``.
@resultBuilder
public enum ColumnBuilder<Row> {
    /// One column; it tells the compiler which rows a key path speaks of.
    public static func buildExpression(_ column: Column<Row>) -> Column<Row> { column }

    /// All the columns in their order.
    public static func buildBlock(_ columns: Column<Row>...) -> [Column<Row>] { columns }
}
