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
    var x: [PlotValue]?
    var y: [PlotValue]?
    var by: [PlotValue]?
    /// Which run a row belongs to.
    var run: [PlotValue]?
    var panel: [PlotValue]?
    var interval: [Interval]?
    var intervalAxis = AxisName.y
    var value: [Double]?
    var text: [String]?
    /// The vectors of arrows.
    var dx: [Double]?
    var dy: [Double]?
    var band: BandMeaning?
    var isMuted = false
    /// What the intervals or colours stand for, in the author's words.
    var meaning: String?
    /// Data that were given as values rather than rows.
    var fixed: [Datum] = []

    /// The data of a mark without rows.
    init(_ kind: MarkKind) {
        self.kind = kind
        count = 0
        rows = nil
    }

    /// The data of a mark with a place along x.
    init<Row>(
        _ kind: MarkKind, _ rows: [Row], x: (Row) -> any Plottable, by: ((Row) -> any Plottable)? = nil,
        run: ((Row) -> any Plottable)? = nil
    ) {
        self.kind = kind
        count = rows.count
        self.rows = Rows(list: rows)
        self.x = column(count) { x(rows[$0]) }
        if let by { self.by = column(count) { by(rows[$0]) } }
        if let run { self.run = column(count) { run(rows[$0]) } }
    }

    /// The data of a mark with a place along both axes.
    init<Row>(
        _ kind: MarkKind, _ rows: [Row], x: (Row) -> any Plottable, y: (Row) -> any Plottable,
        by: ((Row) -> any Plottable)? = nil, run: ((Row) -> any Plottable)? = nil
    ) {
        self.init(kind, rows, x: x, by: by, run: run)
        self.y = column(count) { y(rows[$0]) }
    }

    /// Reads the panel of each row, if the rows are of this type.
    mutating func readPanels<Row>(_ key: (Row) -> any Plottable) {
        guard let rows = rows as? Rows<Row> else { return }
        panel = column(count) { key(rows.list[$0]) }
    }
}

/// Rows of a known type, to be told apart from those of another.
private struct Rows<Row> {
    let list: [Row]
}

private func column(_ count: Int, _ value: (Int) -> any Plottable) -> [PlotValue] {
    (0..<count).map { value($0).plotValue }
}
