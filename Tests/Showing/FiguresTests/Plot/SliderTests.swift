import Exhibits
import Testing

@testable import Figures

@Suite struct SliderTests {
    private func figure() -> Figure<Run> {
        Figure("t") {
            Line(Samples.runs(epochs: 5, seeds: 1), x: \.epoch, y: \.reward)
            Rule(y: 0, "zero")
        }
        .slider(\.method, "Method")
    }

    @Test func `there is a picture for each value, on the same scales, with what stands in all`() throws {
        let frames = try Plot(figure()).frames
        #expect(frames.map(\.frameLabel) == ["whole batch", "window"])
        #expect(frames[0].y.low == frames[1].y.low && frames[0].y.high == frames[1].y.high)
        #expect(frames.map { $0.layers.map(\.kind) } == [[.line, .rule], [.line, .rule]])
        #expect(frames[0].layers[0] != frames[1].layers[0])
    }

    @Test func `the data have all values, the file all pictures`() throws {
        let drawn = try figure().drawn()
        #expect(drawn.sliderTitle == "Method")
        #expect(drawn.frames.map(\.label) == ["whole batch", "window"])
        #expect(drawn.frames[0].wide != drawn.frames[1].wide)
        #expect(drawn.standalone.contains(">whole batch</text>") && drawn.standalone.contains(">window</text>"))
        #expect(drawn.rowCount == 11)
    }

    @Test func `a series that one picture lacks has no place in its legend`() throws {
        let rows = [("a", 1, "x"), ("a", 2, "y"), ("b", 1, "x")]
        let frames = try Plot(Figure("t") { Dot(rows, x: \.1, y: \.1, by: \.2) }.slider(\.0, "s")).frames
        #expect(frames.map { Legend.items(of: $0, hasEndLabels: false).map(\.text) } == [["x", "y"], ["x"]])
    }
}
