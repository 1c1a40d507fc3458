import DeterministicMath
import Testing

@testable import Figures

@Suite struct MeanOverRunsTests {
    private typealias Row = (x: any Plottable, y: any Plottable, run: Int, name: String)

    private func data(_ rows: [Row]) throws -> [[Datum]] {
        let dot = Dot(rows, x: { $0.x }, y: { $0.y }, by: { $0.name }, meanOver: { $0.run }, band: .quantiles(0, 1))
        return try dot.data.layers().flatMap(\.series).map(\.data)
    }

    private func mean(x: PlotValue, y: PlotValue, _ low: Double, _ high: Double) -> Datum {
        Datum(x: x, y: y, interval: Interval(low: low, high: high), count: 2)
    }

    @Test func `rows of several series and places are averaged in whatever order they come`() throws {
        let rows: [Row] = [
            (7, 1.0, 0, "a"), (3, 10.0, 0, "b"), (3, 5.0, 1, "a"),
            (7, 3.0, 1, "a"), (3, 30.0, 4, "b"), (3, 6.0, 0, "a"),
        ]
        #expect(
            try data(rows) == [
                [mean(x: .integer(7), y: .number(2), 1, 3), mean(x: .integer(3), y: .number(5.5), 5, 6)],
                [mean(x: .integer(3), y: .number(20), 10, 30)],
            ])
    }

    @Test func `numbers along x are averaged where y has categories`() throws {
        let rows: [Row] = [(1, "north", 0, "a"), (4, "south", 0, "a"), (2, "north", 1, "a"), (8.0, "south", 1, "a")]
        #expect(
            try data(rows) == [
                [mean(x: .number(1.5), y: .category("north"), 1, 2), mean(x: .number(6), y: .category("south"), 4, 8)]
            ])
    }

    @Test func `whole and other numbers are averaged together`() throws {
        let rows: [Row] = [(1, 2, 0, "a"), (1, 2.5, 1, "a")]
        #expect(try data(rows) == [[mean(x: .integer(1), y: .number(2.25), 2, 2.5)]])
    }
}
