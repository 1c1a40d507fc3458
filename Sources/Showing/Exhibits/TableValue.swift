#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// A value that a ``Column`` of a ``Table`` can show.
///
/// Numbers of every width, `Bool`, `String`, `Date` and their optionals are: whole numbers with commas, real numbers with four
/// significant digits, dates as 2026-03-01, nil as a dash. An enumeration with raw values needs no code:
/// `enum Method: String, TableValue { … }`.
public protocol TableValue {
    /// The value as a cell of a table shows it.
    var tableText: String { get }
    /// Whether such values are numbers, which stand flush right.
    static var isTableNumber: Bool { get }
}

extension TableValue {
    /// Not a number.
    public static var isTableNumber: Bool { false }
}

extension TableValue where Self: BinaryInteger {
    /// With a comma between thousands.
    public var tableText: String { NumberFormat.integer(self) }
    /// A number.
    public static var isTableNumber: Bool { true }
}

extension TableValue where Self: BinaryFloatingPoint {
    /// With four significant digits.
    public var tableText: String { NumberFormat.significant(Double(self), 4) }
    /// A number.
    public static var isTableNumber: Bool { true }
}

extension TableValue where Self: StringProtocol {
    /// The text.
    public var tableText: String { String(self) }
}

extension TableValue where Self: RawRepresentable, RawValue: TableValue {
    /// The raw value.
    public var tableText: String { rawValue.tableText }
    /// Whether the raw values are numbers.
    public static var isTableNumber: Bool { RawValue.isTableNumber }
}

extension Int: TableValue {}
extension Int8: TableValue {}
extension Int16: TableValue {}
extension Int32: TableValue {}
extension Int64: TableValue {}
extension UInt: TableValue {}
extension UInt8: TableValue {}
extension UInt16: TableValue {}
extension UInt32: TableValue {}
extension UInt64: TableValue {}
extension Double: TableValue {}
extension Float: TableValue {}
extension String: TableValue {}
extension Substring: TableValue {}

extension Character: TableValue {
    /// The character.
    public var tableText: String { String(self) }
}

extension Bool: TableValue {
    /// `true` or `false`.
    public var tableText: String { description }
}

extension Date: TableValue {
    /// The day, and the time of day in UTC if it is not midnight: `2026-03-01 14:05`.
    public var tableText: String { CalendarTime(seconds: timeIntervalSince1970).text }
}

extension Optional: TableValue where Wrapped: TableValue {
    /// The value's text; a dash for nil.
    public var tableText: String { self?.tableText ?? "–" }
    /// Whether the values are numbers.
    public static var isTableNumber: Bool { Wrapped.isTableNumber }
}
