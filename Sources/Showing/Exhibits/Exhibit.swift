import DeterministicMath

/// Something a cell can show on its page with ``show(_:)``.
public protocol Exhibit {
    /// What the page gets.
    ///
    /// - Throws: whatever makes it impossible to show, such as a series with no finite number in it; the build reports
    ///   the error at the line of the `show`.
    func exhibited() throws -> Exhibited
}

/// An ``Exhibit`` with a title that says, as a sentence, what it shows.
public protocol TitledExhibit: Exhibit {
    /// The sentence.
    var title: String { get }
}

/// What a page gets to show: the wire form of an ``Exhibit``.
public enum Exhibited: Hashable, Codable, Sendable {
    /// A figure, drawn.
    case figure(DrawnFigure)
    /// A table, with the text of its cells.
    case table(TableContents)

    /// Whether it is a figure.
    public var isFigure: Bool { title != nil }

    /// The sentence that stands above its caption; nil for a table, which has none.
    public var title: String? {
        switch self {
        case .figure(let figure): figure.title
        case .table: nil
        }
    }
}

/// A figure after drawing: everything the page needs, nothing left to compute.
public struct DrawnFigure: Hashable, Codable, Sendable {
    /// What the figure claims, as one sentence.
    public var title: String
    /// The pictures: one, or one for each place of the slider.
    public var frames: [Frame]
    /// What the slider sets; nil without a slider.
    public var sliderTitle: String?
    /// A file of its own: the wide layout with the light colours written out.
    public var standalone: String
    /// What the figure shows, in words made from its data, for those who can not see it.
    public var description: String
    /// Sentences on how to read it, such as what a band means.
    public var notes: [String]
    /// Exactly the plotted data, as comma-separated values with a header line.
    public var csv: String
    /// How many rows of data there are.
    public var rowCount: Int
    /// Names the data: two figures with the same fingerprint show the same numbers.
    public var fingerprint: String
    /// The first rows of the data as the page shows them: numbers with four digits; the file has them all.
    public var firstRows: DataTable

    /// The first picture 680 units wide.
    public var wide: String { frames[0].wide }
    /// The first picture laid out for a phone.
    public var narrow: String { frames[0].narrow }

    /// One picture of a figure.
    public struct Frame: Hashable, Codable, Sendable {
        /// The value of the slider that it belongs to; empty without one.
        public var label: String
        /// An `<svg>` element 680 units wide, coloured by the page's CSS variables. It contains no `id`.
        public var wide: String
        /// The same figure laid out for a phone, 358 units wide.
        public var narrow: String

        /// Creates a picture.
        public init(label: String = "", wide: String, narrow: String) {
            self.label = label
            self.wide = wide
            self.narrow = narrow
        }
    }

    /// How many rows of data a page shows.
    public static let mostRowsShown = 120

    /// Creates a drawn figure from its parts and exactly the plotted data.
    public init(
        title: String, frames: [Frame], sliderTitle: String? = nil, standalone: String, description: String,
        notes: [String], data: DataTable
    ) {
        precondition(!frames.isEmpty, "a figure has at least one picture")
        self.title = title
        self.frames = frames
        self.sliderTitle = sliderTitle
        self.standalone = standalone
        self.description = description
        self.notes = notes
        csv = data.csv
        rowCount = data.rows.count
        fingerprint = String(Digest(of: csv).description.prefix(8))
        firstRows = DataTable(
            columns: data.columns, rows: data.rows.prefix(Self.mostRowsShown).map { $0.map(Self.shown) })
    }

    private static func shown(_ field: String) -> String {
        guard field.utf8.contains(UInt8(ascii: ".")), let number = Double(field) else { return field }
        return NumberFormat.significant(number, 4)
    }
}

/// A table after formatting: texts in rows and columns.
public struct TableContents: Hashable, Codable, Sendable {
    /// One head of a column.
    public struct Column: Hashable, Codable, Sendable {
        /// The text above the column.
        public var title: String
        /// Whether the column holds numbers, which stand flush right.
        public var isNumeric: Bool

        /// Creates the head of a column.
        public init(title: String, isNumeric: Bool) {
            self.title = title
            self.isNumeric = isNumeric
        }
    }

    /// The columns' heads.
    public var columns: [Column]
    /// The texts, row by row; each row has a text for every column.
    public var rows: [[String]]

    /// Creates a table from the texts of its cells.
    public init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }
}
