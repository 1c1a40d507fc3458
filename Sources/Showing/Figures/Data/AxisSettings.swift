/// How numbers become places along an axis.
public enum AxisScale: Hashable, Sendable {
    /// Equal differences are equally long.
    case linear
    /// Equal ratios are equally long; for positive numbers.
    case log
}

/// What the author wrote about an axis.
struct AxisSettings: Hashable, Sendable {
    var title = ""
    var scale = AxisScale.linear
    var domain: ClosedRange<Double>?
    var ticks: [Double]?
    /// The names of 0, 1, 2 …; empty for an axis without.
    var names: [String] = []
}
