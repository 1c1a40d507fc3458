/// A straight line across the figure at one x or y, with a label on it: a floor, a true value, an event.
public struct Rule: Mark {
    /// The place and the label.
    public var encoding: Encoding<Never>

    /// A horizontal rule at `y`.
    public init(y: Double, _ label: String? = nil) {
        encoding = Encoding(.rule)
        encoding.fixed = [Datum(y: .number(y), text: label)]
    }

    /// A vertical rule at `x`.
    public init(x: Double, _ label: String? = nil) {
        encoding = Encoding(.rule)
        encoding.fixed = [Datum(x: .number(x), text: label)]
    }
}
