import Figures
import Testing

struct CurveTests {
    @Test func `every value is a point at its place`() {
        let points = Curve("window", [[3, 5], [4, 8]], every: 10).points
        #expect(points.map(\.x) == [0, 10, 0, 10])
        #expect(points.map(\.y) == [3, 5, 4, 8])
        #expect(points.map(\.run) == [0, 0, 1, 1])
        #expect(points.allSatisfy { $0.series == "window" })
    }

    @Test func `a stretch becomes its mean at its middle`() {
        let points = Curve("window", [[1, 2, 3, 6, 6]], averagedOver: 2).points
        #expect(points.map(\.x) == [0.5, 2.5, 4])
        #expect(points.map(\.y) == [1.5, 4.5, 6])
    }

    @Test func `a line through curves is the line through their points`() throws {
        let curves = [Curve("a", [[0, 1], [0, 3]]), Curve("b", [[5, 5], [7, 5]])]
        let points = curves.flatMap(\.points)
        let short = Figure("Up") { Line(curves, band: .sd) }
        let long = Figure("Up") { Line(points, x: \.x, y: \.y, by: \.series, meanOver: \.run, band: .sd) }
        #expect(try short.drawn() == long.drawn())
    }
}
