/// The kinds of marks.
@usableFromInline
enum MarkKind: String, Hashable, Sendable {
    case line = "Line"
    case band = "Band"
    case dot = "Dot"
    case bar = "Bar"
    case area = "Area"
    case cell = "Cell"
    case histogram = "Histogram"
    case path = "Path"
    case arrows = "Arrows"
    case fit = "Fit"
    case rule = "Rule"
    case text = "Text"
}

/// The two axes of a figure.
enum AxisName: String, Hashable, Sendable {
    case x, y
}
