import DeterministicMath
import Exhibits
import Testing

@testable import Figures

/// What the page's script gets to know.
@Suite struct ReadoutTests {
    private func readout<Row>(_ figure: Figure<Row>) throws -> String { try PlotReadout(plot: Plot(figure)).json }

    @Test func `a line has its points and the ends of the axes`() throws {
        let points = [(0, 1.0), (1, 2.5), (2, 2.0)]
        let figure = Figure("t") { Line(points, x: { $0.0 }, y: { $0.1 }, by: { _ in "a" }) }.x("Step").y("Loss")
        #expect(
            try readout(figure) == """
                {"series":[{"kind":"line","name":"a","paint":"var(--series-1)","x":[0,1,2],"y":[1,2.5,2]}],\
                "x":{"high":2,"low":0,"title":"Step"},"y":{"high":2.59,"low":0.91,"title":"Loss"}}
                """)
    }

    @Test func `categories are numbered, panels are named`() throws {
        let names = ["a left", "b left", "a right"]
        let figure = Figure("t") { Dot(names, x: { String($0.prefix(1)) }, y: { _ in 1 }) }
            .facet({ String($0.dropFirst(2)) }, columns: 2)
        let text = try readout(figure)
        #expect(text.contains("\"panels\":[\"left\",\"right\"]"))
        #expect(text.contains("\"panel\":1"))
        #expect(text.contains("\"names\":[\"a\",\"b\"]"))
        #expect(text.contains("\"x\":[0,1]"))
    }

    @Test func `numbers have the digits that can be seen`() throws {
        let figure = Figure("t") { Dot([1.23456789, 2000], x: { $0 }, y: { $0 / 1e6 }) }
        let text = try readout(figure)
        #expect(text.contains("\"x\":[1,2000]"))
        #expect(text.contains("\"y\":[1e-06,0.002]"))
    }

    @Test(arguments: [(300, 300), (1_000, 500 + 1), (4_000, 400 + 1)])
    func `long curves keep some points, at round places, and the last`(count: Int, kept: Int) throws {
        // A parabola, so that no column has equal steps.
        let figure = Figure("t") { Line(Array(0..<count), x: { $0 * $0 }, y: { $0 }) }
        let text = try readout(figure)
        let column = try #require(text.split(separator: "\"x\":[").dropFirst().first?.split(separator: "]").first)
        let places = column.split(separator: ",").compactMap { Int($0) }
        #expect(places.count == kept)
        #expect(places.last == (count - 1) * (count - 1))
        let stride = (count + kept - 2) / kept
        #expect(places[1] == stride * stride)
    }

    @Test func `equal steps are written as such`() {
        #expect(JSON(column: [0, 5, 10, 15]).text == "{\"by\":5,\"count\":4,\"from\":0}")
        #expect(JSON(column: [0, 0.1, 0.2, 0.3]).text == "{\"by\":0.1,\"count\":4,\"from\":0}")
        #expect(JSON(column: [1, 1, 1, 1]).text == "[1,1,1,1]")
        #expect(JSON(column: [0, 5, 10, 14]).text == "[0,5,10,14]")
    }

    @Test func `texts can neither end the element nor the string`() {
        #expect(JSON.text("a\"</metadata>&\\\n").text == #""a\"\u003c/metadata\u003e\u0026\\\u000a""#)
    }
}
