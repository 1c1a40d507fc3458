public import Exhibits

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Plottable where Self: BinaryInteger {
    /// This whole number; one that is too large for an `Int` is a real number.
    @inlinable public var plotValue: PlotValue { Int(exactly: self).map(PlotValue.integer) ?? .number(Double(self)) }
}

extension Int: Plottable {
    /// This whole number.
    @inlinable public var plotValue: PlotValue { .integer(self) }
}

extension Int8: Plottable {}
extension Int16: Plottable {}
extension Int32: Plottable {}
extension Int64: Plottable {}
extension UInt: Plottable {}
extension UInt8: Plottable {}
extension UInt16: Plottable {}
extension UInt32: Plottable {}
extension UInt64: Plottable {}

extension Double: Plottable {
    /// This number.
    @inlinable public var plotValue: PlotValue { .number(self) }
}

extension Float: Plottable {
    /// This number.
    @inlinable public var plotValue: PlotValue { .number(Double(self)) }
}

extension Bool: Plottable {
    /// `true` or `false` as a category.
    @inlinable public var plotValue: PlotValue { .category(self ? "true" : "false") }
}

extension String: Plottable {
    /// This text as a category.
    @inlinable public var plotValue: PlotValue { .category(self) }
}

extension Substring: Plottable {
    /// This text as a category.
    @inlinable public var plotValue: PlotValue { .category(String(self)) }
}

extension Character: Plottable {
    /// This character as a category.
    @inlinable public var plotValue: PlotValue { .category(String(self)) }
}

extension Date: Plottable {
    /// This time.
    @inlinable public var plotValue: PlotValue { .time(timeIntervalSince1970) }
}

extension Optional: Plottable where Wrapped: Plottable {
    /// The value, or that there is none.
    @inlinable public var plotValue: PlotValue { self?.plotValue ?? .missing }
}
