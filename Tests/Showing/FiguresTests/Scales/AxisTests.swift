import Testing

@testable import Figures

@Suite struct AxisTests {
    private func plot(_ points: [(Int, Double)]) throws -> Plot {
        try Plot(Figure("t") { Line(points, x: { $0.0 }, y: { $0.1 }) })
    }

    @Test func `an axis that ends just before a tick reaches it`() throws {
        let plot = try plot([(0, 1), (999, 2)])
        #expect((plot.x.low, plot.x.high) == (0, 1_000))
    }

    @Test func `an axis is not stretched far`() throws {
        let plot = try plot([(0, 1), (960, 2)])
        #expect((plot.x.low, plot.x.high) == (0, 960))
    }

    @Test func `a single height gets room to both sides`() throws {
        let plot = try plot([(0, 5), (1, 5)])
        #expect((plot.y.low, plot.y.high) == (4.5, 5.5))
    }

    @Test func `bars begin exactly at zero`() throws {
        let plot = try Plot(Figure("t") { Bar([3, 4], x: { $0 }, y: { $0 }) })
        #expect(plot.y.low == 0)
        #expect((plot.x.low, plot.x.high) == (2.5, 4.5))
    }

    @Test func `an axis of bars ends with them, whatever else stands there`() throws {
        let counts = [3, 1, 4]
        let plot = try Plot(
            Figure("t") {
                Bar(0..<3, x: { $0 }, y: { counts[$0] })
                Dot(0..<3, x: { $0 }, y: { Double(counts[$0]) + 0.5 })
            })
        #expect((plot.x.low, plot.x.high) == (-0.5, 2.5))
    }

    @Test func `a written domain and written ticks are kept`() throws {
        let figure = Figure("t") { Line([1.0, 2.0], x: { $0 }, y: { $0 }) }
        let plot = try Plot(figure.x("x", domain: 0...10, ticks: [1, 7, 20]))
        #expect((plot.x.low, plot.x.high) == (0, 10))
        let texts = plot.labels(in: .wide).map(\.text)
        #expect(texts.contains("7") && !texts.contains("20"))
    }
}
