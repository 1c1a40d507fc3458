import Exhibits
import Testing

@testable import Figures

@Suite struct CategoryNamesTests {
    private let estimators = [
        "mean", "10 % trimmed mean", "median of means", "Huber M-estimator", "winsorised mean", "Hodges-Lehmann",
        "midrange",
        "sample median",
    ]

    private func bars(_ names: [String]) -> Figure<Int> {
        Figure("t") { Bar(names.indices, x: { names[$0] }, y: { $0 + 1 }) }.y("Error")
    }

    private func plot<Row>(_ figure: Figure<Row>) throws -> Plot { try RoomForNames(plot: Plot(figure)).arranged() }

    /// The names below the plot: the words of each, and whether they are turned.
    private func below(_ plot: Plot, _ form: Form) -> (words: [String], isTurned: Bool) {
        let names = Frame(plot, form).xNames!
        return (names.names.map { $0.lines.joined(separator: " ") }, names.isTurned)
    }

    @Test func `names that fit stand in one line`() throws {
        let names = Frame(try plot(bars(["a", "b"])), .narrow).xNames!
        #expect(names.names.map(\.lines) == [["a"], ["b"]])
        #expect(names.height == 24)
    }

    @Test func `no name of eight bars is lost: they stand in lines, and turned on a phone`() throws {
        let plot = try plot(bars(estimators))
        #expect(!plot.isOnItsSide)
        let (wide, narrow) = (below(plot, .wide), below(plot, .narrow))
        #expect(wide.words.map { $0.split(separator: "- ").joined(separator: "-") } == estimators)
        #expect(narrow.words == estimators)
        #expect((wide.isTurned, narrow.isTurned) == (false, true))
        for form in [Form.wide, .narrow] {
            let boxes = plot.labels(in: form).map(\.box)
            for (index, box) in boxes.enumerated() {
                #expect(!boxes[..<index].contains(where: box.overlaps))
                #expect(box.bottom <= PlotPicture(of: plot, in: form).picture.height)
            }
        }
    }

    @Test func `bars with more or longer names lie on their side, every name beside its bar`() throws {
        let names = (0..<14).map { "estimator number \($0) of the family" }
        let plot = try plot(bars(names))
        #expect(plot.isOnItsSide)
        #expect(plot.y.categories?.map(\.label) == names)
        for form in [Form.wide, .narrow] {
            let texts = plot.labels(in: form).map(\.text)
            #expect(names.allSatisfy(texts.contains))
            #expect(texts.contains("Error"))
        }
        // The data stay as they were written.
        #expect(PlotData(plot: plot).table.columns == ["x", "y"])
        #expect(PlotData(plot: plot).table.rows[0] == [names[0], "1"])
    }

    @Test func `bars with names on y lie on their side as they are written`() throws {
        let plot = try plot(Figure("t") { Bar([-1.0, 2], x: { $0 }, y: { "bar of \($0)" }) })
        #expect((plot.x.low, plot.x.high) == (-1.18, 2.18))
        #expect(PlotDescription(plot: plot).text.contains("bar is highest at bar of 2.0, with 2."))
    }

    @Test func `names of lines are turned, and refused when they touch even so`() throws {
        func line(_ count: Int) -> Figure<Int> {
            Figure("t") { Line(0..<count, x: { "month \($0)" }, y: { $0 }) }
        }
        #expect(below(try plot(line(24)), .narrow).isTurned)
        #expect(
            message(line(60))
                == "the 60 names along x have no room: show fewer, or give numbers or dates instead of names")
        #expect(message(bars((0..<200).map { "\($0)" }))?.hasPrefix("the 200 names along x have no room") == true)
    }

    @Test func `a heat map may leave names out, and says so`() throws {
        let cells = (0..<80 * 80).map { (x: "column \($0 % 80)", y: "row \($0 / 80)", value: Double($0)) }
        let figure = Figure("t") { Cell(cells, x: { $0.x }, y: { $0.y }, value: { $0.value }, "v") }
        let notes = try figure.drawn().notes
        #expect(notes == ["Only some of the names along x and y are written, of 80; the data have them all."])
    }

    @Test func `places can have names, also one name twice`() throws {
        let words = ["the", "dog", "the", "cat"]
        let figure = Figure("t") { Cell(0..<16, x: { $0 % 4 }, y: { $0 / 4 }, value: { Double($0) }, "v") }
        let plot = try plot(figure.x("Key", names: words).y("Query", names: words))
        #expect(below(plot, .wide).words == words)
        #expect(PlotDescription(plot: plot).text.contains("Key: 4 columns from the to cat"))
        #expect(PlotReadout(plot: plot).json.contains("\"names\":[\"the\",\"dog\",\"the\",\"cat\"]"))
        #expect(
            message(figure.x("Key", names: ["a", "b"]))
                == "the x axis has 2 names, so everything on it must be a whole number from 0 to 1")
    }
}
