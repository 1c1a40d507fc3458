import Testing

@testable import Figures

@Suite struct FacetTests {
    @Test func `panels stand in order of appearance, and marks of other rows in all of them`() throws {
        let runs = Samples.runs(["b": -47, "a": -9], seeds: 2)
        let figure = Figure("t") {
            Rule(y: 0, "zero")
            Line(runs, x: \.epoch, y: \.reward, by: \.seed)
            Line([0, 1], x: { $0 }, y: { $0 }).muted()
        }
        let plot = try Plot(figure.facet(\.method, columns: 2))
        #expect(plot.panels == [.category("b"), .category("a")])
        #expect(plot.layers(in: .category("a")).map(\.kind) == [.rule, .line, .line])
        #expect(plot.layers(in: .category("a"))[1].series.map(\.name) == [.integer(0), .integer(1)])
        #expect(PlotNotes(plot: plot).sentences == ["The horizontal line is zero."])
    }

    @Test func `series that have a panel each need no legend`() throws {
        let runs = Samples.runs()
        let figure = Figure("t") { Bar(runs.prefix(2) + runs.suffix(2), x: \.epoch, y: \.reward, by: \.method) }
        #expect(try Legend.items(of: Plot(figure), hasEndLabels: false).count == 2)
        #expect(try Legend.items(of: Plot(figure.facet(\.method, columns: 2)), hasEndLabels: false).isEmpty)
    }

    @Test func `a phone has fewer columns`() throws {
        let rows = (0..<64).map { (x: $0, panel: $0 % 16) }
        let figure = Figure("t") { Dot(rows, x: { $0.x }, y: { $0.x }) }
        let plot = try Plot(figure.facet({ $0.panel }, columns: 8))
        #expect(Frame(plot, .wide).columns == 8)
        #expect(Frame(plot, .narrow).columns == 4)
    }
}
