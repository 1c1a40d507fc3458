import Foundation
import Testing

@testable import Figures

/// Needs no other import, and no code.
private enum Method: String, Plottable { case window, batch }

@Suite struct PlottableTests {
    @Test func `numbers of every width are numbers`() {
        #expect(Int8(-3).plotValue == .integer(-3))
        #expect(UInt(7).plotValue == .integer(7))
        #expect(UInt64.max.plotValue == .number(18_446_744_073_709_551_616))
        #expect(Float(0.5).plotValue == .number(0.5))
    }

    @Test func `truth values, parts of text and enumerations are categories`() {
        #expect(true.plotValue == .category("true"))
        #expect("abc".dropFirst().plotValue == .category("bc"))
        #expect(Character("x").plotValue == .category("x"))
        #expect(Method.batch.plotValue == .category("batch"))
        #expect(Method.batch.tableText == "batch")
    }

    @Test func `an optional is its value or missing, and a date is a time`() {
        #expect(Int?.some(3).plotValue == .integer(3))
        #expect(Method?.none.plotValue == .missing)
        #expect(Date(timeIntervalSince1970: 5).plotValue == .time(5))
    }

    @Test func `times are written by ISO 8601 as data`() {
        #expect(PlotValue.time(86_400).exactText == "1970-01-02")
        #expect(PlotValue.time(86_400.5).exactText == "1970-01-02T00:00:00.5Z")
    }
}
