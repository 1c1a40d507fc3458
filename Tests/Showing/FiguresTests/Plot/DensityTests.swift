import DeterministicMath
import Exhibits
import Testing

@testable import Figures

/// Marks by the thousand.
@Suite struct DensityTests {
    private func cloud(_ count: Int) -> [Point] {
        var generator = Xoshiro256StarStar(seed: 3)
        return (0..<count).map { _ in Point(x: generator.normal(), y: generator.normal()) }
    }

    @Test func `fifty thousand dots make a small picture, a note that says how, and whole data`() throws {
        let drawn = try Figure("t") { Dot(cloud(50_000), x: \.x, y: \.y) }.drawn()
        #expect(drawn.wide.utf8.count < 40_000)
        #expect(drawn.narrow.utf8.count < 20_000)
        #expect(
            drawn.notes == [
                "The 50,000 dots are drawn as small squares: the more dots in one, the darker it is, on a logarithmic scale."
            ])
        #expect(drawn.rowCount == 50_000)
    }

    @Test func `every dot is in a square, and a full square is darker`() throws {
        let crowd = Array(repeating: Point(x: 0, y: 0), count: 7_000)
        let plot = try Plot(Figure("t") { Dot(crowd + [Point(x: 1, y: 1)], x: \.x, y: \.y) })
        let squares = PlotPicture(of: plot, in: .wide).picture.shapes.compactMap { shape -> (String, Double)? in
            if case .stroke(let path, let stroke) = shape, stroke.width == 4 {
                (path.text, stroke.opacity)
            } else {
                nil
            }
        }
        #expect(squares.map(\.1) == [0.4, 1])
        #expect(squares.allSatisfy { $0.0.filter { $0 == "M" }.count == 1 })
    }

    @Test func `six thousand dots are dots`() throws {
        let drawn = try Figure("t") { Dot(cloud(6_000), x: \.x, y: \.y) }.drawn()
        #expect(drawn.notes.isEmpty)
        #expect(drawn.wide.contains("stroke-linecap=\"round\""))
    }

    @Test func `bars thinner than a pixel are drawn once for each column of pixels`() throws {
        let drawn = try Figure("t") { Bar(0..<20_000, x: { $0 }, y: { $0 % 7 }) }.drawn()
        #expect(drawn.wide.utf8.count < 20_000)
    }

    @Test func `cells smaller than a pixel are averaged`() throws {
        let drawn = try Figure("t") {
            Cell(0..<20_000, x: { $0 % 2_000 }, y: { $0 / 2_000 }, value: { Double($0 % 2) }, "v")
        }.drawn()
        #expect(drawn.notes == ["There are more cells than pixels: each small square shows the mean of its cells."])
        #expect(drawn.wide.utf8.count < 20_000)
        // Noughts and ones in turn: all squares are near the middle of the ramp.
        let paints = drawn.wide.split(separator: "\n").filter { $0.contains("stroke-width=\"2\"") }
        #expect(!paints.isEmpty && paints.count < 8)
    }

    @Test func `more than can be told apart is refused`() {
        let many = cloud(6_000)
        let arrows = Figure("t") { Arrows(many, x: \.x, y: \.y, dx: { _ in 1 }, dy: { _ in 1 }) }
        #expect(
            message(arrows) == "6000 arrows are more than the 5000 that can be told apart: show fewer of them")
        let intervals = Figure("t") {
            Dot(many, x: \.x, y: \.y, yInterval: { Interval(low: $0.y, high: $0.y + 1) })
        }
        #expect(
            message(intervals) == "6000 intervals are more than the 2000 that can be told apart: show fewer of them")
    }
}
