/// A value that can stand on an axis, name a series or pick a panel: a number, or a category by its text.
///
/// An enumeration with raw values needs no code: `enum Method: String, Plottable { … }`.
public protocol Plottable {
    /// The number or the category.
    var plotValue: PlotValue { get }
}

/// What a figure knows about a ``Plottable`` value.
public enum PlotValue: Hashable, Sendable {
    /// A whole number; an axis of whole numbers has no ticks between them.
    case integer(Int)
    /// A real number.
    case number(Double)
    /// One of several names, in the order in which the data give them.
    case category(String)
}

extension Int: Plottable {
    /// This whole number.
    @inlinable public var plotValue: PlotValue { .integer(self) }
}

extension Double: Plottable {
    /// This number.
    @inlinable public var plotValue: PlotValue { .number(self) }
}

extension String: Plottable {
    /// This text as a category.
    @inlinable public var plotValue: PlotValue { .category(self) }
}

extension PlotValue: Plottable {
    /// This value.
    @inlinable public var plotValue: PlotValue { self }
}

extension Plottable where Self: RawRepresentable, RawValue: Plottable {
    /// The raw value.
    @inlinable public var plotValue: PlotValue { rawValue.plotValue }
}
