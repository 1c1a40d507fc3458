import Testing

@testable import Figures

@Suite struct ClippingTests {
    private let rect = Rect(left: 0, top: 0, right: 10, bottom: 10)

    @Test func `a line that leaves and returns is in two pieces`() {
        let line = [Point(x: 1, y: 5), Point(x: 3, y: -5), Point(x: 5, y: 5)]
        #expect(
            rect.clip(polyline: line) == [
                [Point(x: 1, y: 5), Point(x: 2, y: 0)], [Point(x: 4, y: 0), Point(x: 5, y: 5)],
            ])
    }

    @Test func `a line outside is gone, even where it is parallel to a side`() {
        #expect(rect.clip(polyline: [Point(x: -5, y: -1), Point(x: 15, y: -1)]).isEmpty)
    }

    @Test func `a polygon is cut along the sides`() {
        let square = [Point(x: 5, y: 5), Point(x: 15, y: 5), Point(x: 15, y: 15), Point(x: 5, y: 15)]
        #expect(
            Set(rect.clip(polygon: square)) == [
                Point(x: 5, y: 5), Point(x: 10, y: 5), Point(x: 10, y: 10), Point(x: 5, y: 10),
            ])
    }

    @Test func `nothing is drawn outside a written domain`() throws {
        let figure = Figure("t") {
            Line([0.0, 10, 20], x: { $0 }, y: { $0 })
            Dot([0.0, 10, 20], x: { $0 }, y: { $0 })
        }
        let plot = try Plot(figure.x("x", domain: 5...15))
        #expect(plot.labels(in: .wide).map(\.text).contains("10"))
        let dots = PlotPicture(of: plot, in: .wide).picture.shapes.compactMap { shape -> String? in
            if case .stroke(let path, let stroke) = shape, stroke.width == 7 { path.text } else { nil }
        }
        #expect(dots.map { $0.split(separator: "h0").count } == [1])
    }

    @Test(arguments: [1e20, 1.7e308, -1.7e308])
    func `a height beyond all pixels is cut off like any other`(height: Double) throws {
        let rows = [(0.0, 0.5), (1, height), (2, 0.5)]
        let figure = Figure("t") {
            Line(rows, x: { $0.0 }, y: { $0.1 })
            Dot(rows, x: { $0.0 }, y: { $0.1 })
        }
        let plot = try Plot(figure.y("y", domain: 0...1))
        let paths = PlotPicture(of: plot, in: .wide).picture.shapes.compactMap { shape -> String? in
            if case .stroke(let path, let stroke) = shape, stroke.width == 7 { path.text } else { nil }
        }
        #expect(paths.map { $0.split(separator: "h0").count } == [2])
    }
}
