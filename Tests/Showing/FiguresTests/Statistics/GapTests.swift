import Exhibits
import Testing

@testable import Figures

/// Values that were not measured.
@Suite struct GapTests {
    private let rows: [(x: Int?, y: Double?)] = [(4, 2), (0, 1), (1, 2), (2, nil), (3, 3), (nil, 5), (5, nil)]

    private func paths(_ plot: Plot) -> [String] {
        PlotPicture(of: plot, in: .wide).picture.shapes.compactMap {
            if case .stroke(let path, let stroke) = $0, stroke.width == 2 { path.text } else { nil }
        }
    }

    @Test func `a line has a gap where a value is nil, and the note counts what is left out`() throws {
        let figure = Figure("t") { Line(rows, x: { $0.x }, y: { $0.y }) }
        let plot = try Plot(figure)
        #expect(
            plot.layers[0].series[0].pieces.map { $0.map(\.x) } == [
                [.integer(0), .integer(1)], [.integer(3), .integer(4)],
            ])
        #expect(paths(plot).map { $0.filter { $0 == "M" }.count } == [2])
        #expect(PlotNotes(plot: plot).sentences == ["3 rows without a value are left out."])
        #expect(PlotData(plot: plot).table.rows.count == 4)
    }

    @Test func `a value between two gaps is a dot`() throws {
        let heights = [1.0, nil, 3, nil, 2]
        let plot = try Plot(Figure("t") { Line(heights.indices, x: { $0 }, y: { heights[$0] }) })
        #expect(paths(plot)[0].filter { $0 == "h" }.count == 3)
    }

    @Test func `dots, bars and means leave nil out`() throws {
        let dots = try Plot(Figure("t") { Dot(rows, x: { $0.x }, y: { $0.y }) })
        #expect(dots.layers[0].series[0].data.count == 4)
        let runs = [(0, 1.0), (0, nil), (0, 3), (1, 2), (1, 4)].enumerated().map { ($0, $1.0, $1.1) }
        let means = try Plot(
            Figure("t") { Line(runs, x: { $0.1 }, y: { $0.2 }, meanOver: { $0.0 }, band: .sd) })
        #expect(means.layers[0].series[0].data.map(\.count) == [2, 2])
        #expect(PlotNotes(plot: means).sentences.last == "One row without a value is left out.")
    }

    @Test func `nothing but nil is no data, and nil names no series`() {
        let nothing = [Double?.none, nil]
        #expect(message(Figure("t") { Line(nothing.indices, x: { $0 }, y: { nothing[$0] }) }) == "Line has no rows")
        let names = ["a", nil]
        #expect(
            message(Figure("t") { Dot(0..<2, x: { $0 }, y: { $0 }, by: { names[$0] }) }) == "Dot: by is nil in row 2")
    }
}
