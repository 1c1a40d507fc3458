import DeterministicMath

/// A layer of a ``Figure``: rows of data and how their fields become places, colours and intervals.
///
/// The marks are ``Line``, ``Band``, ``Dot``, ``Bar``, ``Area``, ``Cell``, ``Arrows``, ``Fit``, ``Rule`` and ``Text``.
public protocol Mark<Row> {
    /// The type of the rows; `Never` for a mark without data, such as a ``Rule``.
    associatedtype Row
    /// The rows and what is read from them.
    var encoding: Encoding<Row> { get set }
}

extension Mark {
    /// This mark as grey context: in the colour of secondary text, without a place among the four series.
    public func muted() -> Self {
        var copy = self
        copy.encoding.isMuted = true
        return copy
    }
}

/// The rows of a ``Mark`` and the closures that read a place, a series, an interval from each.
public struct Encoding<Row> {
    typealias Channel = (Row) -> any Plottable

    let kind: MarkKind
    let rows: [Row]
    var x: Channel?
    var y: Channel?
    var by: Channel?
    var interval: ((Row) -> Interval)?
    var intervalAxis = AxisName.y
    var value: ((Row) -> Double)?
    var text: ((Row) -> String)?
    var reach: ((Row) -> (dx: Double, dy: Double))?
    var run: Channel?
    var band: BandMeaning?
    var isMuted = false
    /// What the intervals or colours stand for, in the author's words.
    var meaning: String?
    /// Data that were given as values rather than rows.
    var fixed: [Datum] = []

    init(_ kind: MarkKind, rows: [Row] = []) {
        self.kind = kind
        self.rows = rows
    }
}

enum MarkKind: String, Hashable, Sendable {
    case line = "Line"
    case band = "Band"
    case dot = "Dot"
    case bar = "Bar"
    case area = "Area"
    case cell = "Cell"
    case arrows = "Arrows"
    case fit = "Fit"
    case rule = "Rule"
    case text = "Text"
}

enum AxisName: String, Hashable, Sendable {
    case x, y
}
