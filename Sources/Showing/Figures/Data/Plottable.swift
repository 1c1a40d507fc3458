public import Exhibits

/// A value that can stand on an axis, name a series or pick a panel: a number, a date, or a category by its text.
///
/// Numbers of every width, `Bool`, `String`, `Date` and their optionals are plottable; nil is a value that was not measured,
/// which is left out, with a word about it. An enumeration with raw values needs no code: `enum Method: String, Plottable { … }`.
public protocol Plottable: TableValue {
    /// The number, the time or the category.
    var plotValue: PlotValue { get }
}

extension Plottable {
    /// The value as a table shows it: as an axis does.
    public var tableText: String { plotValue.label }
    /// Not a number, unless the type says otherwise.
    public static var isTableNumber: Bool { false }
}

/// What a figure knows about a ``Plottable`` value.
public enum PlotValue: Hashable, Sendable {
    /// A whole number; an axis of whole numbers has no ticks between them.
    case integer(Int)
    /// A real number.
    case number(Double)
    /// One of several names, in the order in which the data give them.
    case category(String)
    /// A time, in seconds since 1970 in UTC; an axis of times has the calendar's ticks.
    case time(Double)
    /// No value: nil.
    case missing
}

extension PlotValue: Plottable {
    /// This value.
    @inlinable public var plotValue: PlotValue { self }
}

extension Plottable where Self: RawRepresentable, RawValue: Plottable {
    /// The raw value.
    @inlinable public var plotValue: PlotValue { rawValue.plotValue }
    /// The raw value as a table shows it.
    public var tableText: String { rawValue.tableText }
    /// Whether the raw values are numbers.
    public static var isTableNumber: Bool { RawValue.isTableNumber }
}
