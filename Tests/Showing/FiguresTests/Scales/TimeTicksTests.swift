import Exhibits
import Foundation
import Testing

@testable import Figures

@Suite struct TimeTicksTests {
    private func labels(_ low: (Int, Int, Int), _ high: (Int, Int, Int), hours: Double = 0, count: Int = 6) -> [String]
    {
        Ticks.times(
            from: CalendarTime.seconds(year: low.0, month: low.1, day: low.2),
            to: CalendarTime.seconds(year: high.0, month: high.1, day: high.2) + 3_600 * hours, count: count
        ).labels
    }

    @Test func `years, months, weeks and days begin at ticks`() {
        #expect(labels((1999, 5, 3), (2026, 3, 1)) == ["2000", "2005", "2010", "2015", "2020", "2025"])
        #expect(labels((2025, 11, 20), (2026, 4, 2)) == ["2025-12", "2026-01", "2026-02", "2026-03", "2026-04"])
        #expect(labels((2026, 2, 20), (2026, 3, 20)) == ["2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16"])
        #expect(
            labels((2024, 2, 27), (2024, 3, 2)) == [
                "2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02",
            ])
    }

    @Test func `hours have their day at the first tick and at midnight`() {
        #expect(
            labels((2026, 3, 1), (2026, 3, 2), hours: 6)
                == ["2026-03-01", "06:00", "12:00", "18:00", "2026-03-02", "06:00"])
    }

    @Test func `parts of a second are still ticks`() {
        #expect(Ticks.times(from: 0.1, to: 0.4, count: 4).labels.last == "00:00:00.4")
    }

    @Test func `a hundred thousand years are ticks too`() {
        let ticks = Ticks.times(from: -3e12, to: 2e12, count: 6)
        #expect((2...7).contains(ticks.values.count))
    }

    @Test func `an axis of dates says them everywhere`() throws {
        let days = (0..<60).map { Date(timeIntervalSince1970: Double($0) * 86_400) }
        let plot = try Plot(
            Figure("t") {
                Line(days, x: { $0 }, y: { $0.timeIntervalSince1970 })
                Rule(x: days[30], "the change")
            }.x("Day"))
        #expect(plot.labels(in: .wide).map(\.text).contains("1970-01-19"))
        #expect(PlotDescription(plot: plot).text.hasPrefix("Day from 1970-01-01 to 1970-03-01;"))
        #expect(PlotDescription(plot: plot).text.contains("A rule at 1970-01-31: the change."))
        #expect(PlotData(plot: plot).table.rows[1].contains("1970-01-02"))
        #expect(PlotReadout(plot: plot).json.contains("\"time\":1"))
    }

    @Test func `times stand neither among numbers nor on a logarithmic axis`() {
        let day = Date(timeIntervalSince1970: 86_400)
        let mixed = Figure("t") {
            Dot([day], x: { $0 }, y: { _ in 1 })
            Dot([1], x: { $0 }, y: { $0 })
        }
        let words = "the x axis has times, so everything on it must be one, and its scale can not be logarithmic"
        #expect(message(mixed) == words)
        #expect(message(Figure("t") { Dot([day], x: { $0 }, y: { _ in 1 }) }.x("", scale: .log)) == words)
        #expect(
            message(Figure("t") { Dot([Date(timeIntervalSince1970: 1e15)], x: { $0 }, y: { _ in 1 }) })
                == "the x axis has a time more than a million years from 1970")
    }
}
