import Exhibits
import Testing

@testable import Figures

@Suite struct SeriesStylesTests {
    private let names = ["c", "a", "b"]

    private var figure: Figure<String> { Figure("t") { Dot(names, x: { _ in 1 }, y: { _ in 1 }, by: { $0 }) } }

    private func paint(_ name: String, _ plot: Plot) -> Paint {
        plot.styles.style(of: .category(name), in: plot.layers[0]).paint
    }

    @Test func `colours go by appearance`() throws {
        let plot = try Plot(figure)
        #expect(names.map { paint($0, plot) } == Palette.series[0..<3].map(Paint.color))
    }

    @Test func `a fixed colour stays and the others take the free ones`() throws {
        let plot = try Plot(figure.colors(["b": 1, "not here": 2]))
        #expect(["b", "c", "a"].map { paint($0, plot) } == Palette.series[0..<3].map(Paint.color))
    }

    @Test func `grey context takes no colour`() throws {
        let plot = try Plot(
            Figure("t") {
                Dot(["1", "2", "3", "4", "5"], x: { _ in 1 }, y: { _ in 1 }, by: { $0 }).muted()
                Dot(["window"], x: { _ in 1 }, y: { _ in 1 }, by: { $0 })
            })
        #expect(plot.styles.style(of: .category("1"), in: plot.layers[0]).paint == .color(Palette.axis))
        #expect(plot.styles.style(of: .category("window"), in: plot.layers[1]).paint == .color(Palette.series[0]))
    }

    @Test func `only a line that visibly crosses an earlier one is dashed`() throws {
        let lines: [(String, (Double) -> Double)] = [
            ("up", { $0 }), ("beside", { 0.99 * $0 + 0.05 }), ("down", { 10 - $0 }),
        ]
        let points = lines.flatMap { name, height in (0...10).map { ($0, height(Double($0)), name) } }
        let plot = try Plot(Figure("t") { Line(points, x: { $0.0 }, y: { $0.1 }, by: { $0.2 }) })
        let dashes = ["up", "beside", "down"].map { plot.styles.style(of: .category($0), in: plot.layers[0]).dash }
        #expect(dashes == [[], [], [3, 3]])
    }
}
