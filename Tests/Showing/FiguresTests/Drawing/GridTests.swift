import Exhibits
import Testing

@testable import Figures

/// A room of nine by nine cells, and maps.
@Suite struct GridTests {
    private let way = [0, 1, 2, 11, 20, 21]

    private func room(text: ((Int) -> String)? = nil) -> Figure<Int> {
        Figure("t") {
            Cell(0..<81, x: { $0 % 9 }, y: { $0 / 9 }, value: { Double($0) }, "value", text: text)
            Arrows(0..<81, x: { $0 % 9 }, y: { $0 / 9 }, dx: { _ in 0.25 }, dy: { _ in 0 })
            Path(way, x: { $0 % 9 }, y: { $0 / 9 })
        }
    }

    @Test func `a path goes through its rows in their order, and back`() throws {
        let plot = try Plot(Figure("t") { Path([3, 1, 2, 1], x: { $0 }, y: { $0 * $0 }) })
        #expect(plot.layers[0].series[0].data.map(\.x) == [.integer(3), .integer(1), .integer(2), .integer(1)])
        #expect(PlotDescription(plot: plot).text.contains("path leads from (3, 9) to (1, 1) in 3 steps."))
        #expect(PlotData(plot: plot).table.rows.map { $0[0] } == ["3", "1", "2", "1"])
    }

    @Test func `a path's head is at the last step that goes anywhere`() throws {
        func strokes(_ rows: [Int]) throws -> [PathData] {
            try PlotPicture(of: Plot(Figure("t") { Path(rows, x: { $0 }, y: { $0 }) }), in: .wide).picture.shapes
                .compactMap {
                    if case .stroke(let path, let stroke) = $0, stroke.width == 2 { path } else { nil }
                }
        }
        #expect(try strokes([0, 1, 1]) == strokes([0, 1]))
    }

    @Test func `cells are square, and a path on them is ink with an edge of paper`() throws {
        let plot = try Plot(room())
        for form in [Form.wide, .narrow] {
            let panel = Frame(plot, form).panels[0]
            #expect(panel.width == panel.height)
            #expect(panel.width > 0.4 * form.width)
        }
        let inks = PlotPicture(of: plot, in: .wide).picture.shapes.compactMap { shape -> Double? in
            guard case .stroke(_, let stroke) = shape, stroke.paint == .color(Palette.ink) else { return nil }
            return stroke.width
        }
        #expect(inks == [1.6, 2, 7])
    }

    @Test func `cells have their texts where they fit; on a phone the note says that they do not`() throws {
        #expect(try room { "\($0)" }.drawn().notes.isEmpty)
        let drawn = try room { "\($0).00" }.drawn()
        #expect(drawn.wide.contains(">80.00</text>") && !drawn.narrow.contains(">80.00</text>"))
        #expect(drawn.notes == ["On a narrow screen the texts of some cells have no room; the data have them."])
        #expect(
            message(room { "value \($0)" })
                == "“value 0” is wider than its cell: write less, or show fewer cells")
    }

    @Test func `a map of attention over many tokens is square too, one of epochs is not`() throws {
        func map(_ columns: Int, _ rows: Int) throws -> Rect {
            let figure = Figure("t") {
                Cell(0..<(columns * rows), x: { $0 % columns }, y: { $0 / columns }, value: { Double($0) }, "v")
            }
            return try Frame(Plot(figure), .wide).panels[0]
        }
        let attention = try map(32, 32)
        #expect(attention.width == attention.height && attention.width > 300)
        #expect(try map(60, 10).width > 600)
    }
}
