import Exhibits
import Testing

@testable import Figures

@Suite struct ManySeriesTests {
    private func lines(_ count: Int) -> Figure<(series: String, x: Int)> {
        let rows = (0..<count).flatMap { series in (0..<3).map { (series: "method \(series)", x: $0) } }
        return Figure("t") {
            Line(rows, x: { $0.x }, y: { $0.x * 2 }, by: { $0.series })
            Rule(y: 1, "the limit")
        }
    }

    @Test func `a fifth series gives each a plot of its own, with the others grey behind it`() throws {
        let plot = try Plot(lines(5))
        #expect(plot.panels.map { $0?.label } == (0..<5).map { "method \($0)" })
        #expect(
            PlotNotes(plot: plot).sentences == [
                "The horizontal line is the limit.",
                "Each of the 5 series has a plot of its own, with the others grey behind it.",
            ])
        #expect(PlotData(plot: plot).table.rows.count == 5 * 3 + 1)
        let widths = PlotPicture(of: plot, in: .wide).picture.shapes.compactMap {
            if case .stroke(_, let stroke) = $0 { stroke.width } else { nil }
        }
        #expect(widths.filter { $0 == 1.5 }.count == 5)
        #expect(try Plot(lines(4)).panels == [nil])
    }

    @Test func `highlighted series keep their colours, the others are grey, and the note names them`() throws {
        let plot = try Plot(lines(6).highlighting("method 5", "method 2"))
        #expect(plot.styles.names.map(\.label) == ["method 2", "method 5"])
        #expect(PlotNotes(plot: plot).sentences == ["Grey: method 0, method 1, method 3, method 4."])
        #expect(PlotData(plot: plot).table.rows.count == 6 * 3 + 1)
        #expect(
            message(lines(6).highlighting("method 9"))
                == "highlighting(_:) names “method 9”, which is no series of the figure")
    }

    @Test func `bars named by their places need no colours`() throws {
        let plot = try Plot(Figure("t") { Bar(1...7, x: { "m\($0)" }, y: { $0 }, by: { "m\($0)" }) })
        #expect(plot.panels == [nil])
        #expect(plot.styles.names.isEmpty)
    }

    @Test func `more series than anybody looks at, or in small multiples, are refused`() {
        #expect(message(lines(25))?.hasPrefix("25 series (method 0, ") == true)
        #expect(message(lines(5).facet({ $0.x }, columns: 3))?.hasPrefix("5 series (method 0, ") == true)
    }
}
