import DeterministicMath

/// What a ``Mark`` read from its rows, in columns: places, series, intervals.
///
/// The columns are read when a mark is made, so that nothing after that is generic: chapters are compiled with
/// optimisation, and whatever depends on the type of their rows is compiled again for each of those types.
public struct MarkData {
    let kind: MarkKind
    let count: Int
    /// A ``Rows``, from which a figure reads the panels; nil for a mark without rows.
    private let rows: Any?
    var x: Column?
    var y: Column?
    var by: Column?
    /// Which run a row belongs to.
    var run: Column?
    var panel: Column?
    var interval: [Interval]?
    var intervalAxis = AxisName.y
    var value: [Double]?
    var text: [String]?
    /// The vectors of arrows.
    var dx: [Double]?
    var dy: [Double]?
    /// About how many bins a histogram has.
    var bins: Int?
    var countsShares = false
    @usableFromInline var band: BandMeaning?
    var isMuted = false
    /// What the intervals or colours stand for, in the author's words.
    var meaning: String?
    /// Data that were given as values rather than rows.
    var fixed: [Datum] = []

    /// The data of a mark without rows.
    init(_ kind: MarkKind) {
        self.init(kind, count: 0, rows: nil)
    }

    @usableFromInline
    init(
        _ kind: MarkKind, count: Int, rows: Any?, x: Column? = nil, y: Column? = nil, by: Column? = nil,
        run: Column? = nil
    ) {
        self.kind = kind
        self.count = count
        self.rows = rows
        self.x = x
        self.y = y
        self.by = by
        self.run = run
    }

    /// The data of a mark with a place along x.
    init<Row>(_ kind: MarkKind, _ rows: [Row], x: (Row) -> any Plottable, by: ((Row) -> any Plottable)? = nil) {
        self.init(
            kind, count: rows.count, rows: Rows(list: rows), x: Column(rows, x), by: by.map { Column(rows, $0) })
    }

    /// The data of a mark with a place along both axes.
    init<Row>(
        _ kind: MarkKind, _ rows: [Row], x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil
    ) {
        self.init(kind, rows, x: x, by: by)
        self.y = Column(rows, y)
    }

    /// The data of a mark that takes means over runs, which can have hundreds of thousands of rows: only here is reading them
    /// worth its compilation in every chapter that does.
    @inlinable
    init<Row>(
        _ kind: MarkKind, _ rows: [Row], x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        by: ((Row) -> any Plottable)?, meanOver run: (Row) -> any Plottable, band: BandMeaning
    ) {
        self.init(
            kind, count: rows.count, rows: Rows(list: rows), x: Column(rows, x), y: Column(rows, y),
            by: by.map { Column(rows, $0) }, run: Column(rows, run))
        self.band = band
    }

    /// Reads the panel of each row, if the rows are of this type.
    mutating func readPanels<Row>(_ key: (Row) -> any Plottable) {
        guard let rows = rows as? Rows<Row> else { return }
        panel = Column(rows.list, key)
    }
}

/// Rows of a known type, to be told apart from those of another.
@usableFromInline
struct Rows<Row> {
    let list: [Row]

    @usableFromInline
    init(list: [Row]) {
        self.list = list
    }
}
