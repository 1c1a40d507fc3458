#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A straight line across the figure at one x or y, with a label on it: a ceiling, a true value, an event.
public struct Rule: Mark {
    /// A rule has no rows.
    public typealias Row = Never

    /// The place and the label.
    public var data: MarkData

    /// A vertical rule at a time.
    public init(x: Date, _ label: String? = nil) {
        data = MarkData(.rule)
        data.fixed = [Datum(x: x.plotValue, text: label)]
    }

    /// A horizontal rule at `y`.
    public init(y: Double, _ label: String? = nil) {
        data = MarkData(.rule)
        data.fixed = [Datum(y: .number(y), text: label)]
    }

    /// A vertical rule at `x`.
    public init(x: Double, _ label: String? = nil) {
        data = MarkData(.rule)
        data.fixed = [Datum(x: .number(x), text: label)]
    }
}
