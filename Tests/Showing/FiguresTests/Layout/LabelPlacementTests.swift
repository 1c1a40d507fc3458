import DeterministicMath
import Testing

@testable import Figures

/// No label overlaps another or leaves the picture, whatever the data.
@Suite struct LabelPlacementTests {
    private func check(_ plot: Plot, sourceLocation: SourceLocation = #_sourceLocation) {
        for form in [Form.wide, .narrow] {
            let picture = PlotPicture(of: plot, in: form).picture
            let boxes = plot.labels(in: form)
            let page = Rect(left: -0.1, top: -0.1, right: picture.width + 0.1, bottom: picture.height + 0.1)
            for (index, label) in boxes.enumerated() {
                #expect(page.contains(label.box), "“\(label.text)” leaves the picture", sourceLocation: sourceLocation)
                #expect(label.size >= 10.5)
                for other in boxes[..<index] where other.box.overlaps(label.box) {
                    Issue.record("“\(label.text)” covers “\(other.text)”", sourceLocation: sourceLocation)
                }
            }
        }
    }

    @Test(arguments: 0..<40) func `names of random lines and rules stay apart`(seed: UInt64) throws {
        var generator = Xoshiro256StarStar(seed: seed)
        var points: [(x: Int, y: Double, name: String)] = []
        for line in 0..<(1 + generator.integer(below: 4)) {
            let name = String(repeating: "series ", count: 1 + generator.integer(below: 4)) + "\(line)"
            let slope = generator.normal() * Double(generator.integer(below: 3))
            for x in 0..<30 { points.append((x, slope * Double(x) + 0.1 * generator.normal(), name)) }
        }
        let (level, event, marked) = (generator.normal() * 20, 30 * generator.uniform(), generator.integer(below: 30))
        let figure = Figure("t") {
            Line(points, x: { $0.x }, y: { $0.y }, by: { $0.name })
            Rule(y: level, "the level that was asked for")
            Rule(x: event, "an event")
            Text("a remark", x: marked, y: points[marked].y)
            Text("another one", x: marked, y: points[marked].y)
        }
        check(try Plot(figure.x("Something long enough to be real").y("Mean reward of an epoch")))
    }

    @Test(arguments: 0..<20) func `names of random areas stay apart`(seed: UInt64) throws {
        var generator = Xoshiro256StarStar(seed: seed)
        var points: [(x: Double, y: Double, name: String)] = []
        for name in ["brave-otter", "calm-falcon", "eager-walrus", "kind-hedgehog"] {
            let (middle, width) = (100 * generator.uniform(), 1 + 10 * generator.uniform())
            for x in 0...100 {
                let z = (Double(x) - middle) / width
                points.append((Double(x), exp(-z * z / 2) / width, name))
            }
        }
        let place = 100 * generator.uniform()
        let figure = Figure("t") {
            Area(points, x: { $0.x }, y: { $0.y }, by: { $0.name })
            Rule(x: place, "label")
        }
        check(try Plot(figure.x("Sample").y("Density")))
    }

    @Test(arguments: [1, 2, 7, 30, 64]) func `names of categories and panels stay apart`(count: Int) throws {
        let rows = (0..<count).flatMap { row in (0..<5).map { (x: $0, y: Double(row), name: "adjective-noun-\(row)") } }
        check(try Plot(Figure("t") { Dot(rows, x: { $0.y }, y: { $0.name }) }.x("Value")))
        check(try Plot(Figure("t") { Dot(rows, x: { $0.name }, y: { $0.y }) }.y("Value")))
        let cells = Figure("t") { Cell(rows, x: { $0.x }, y: { $0.name }, value: { $0.y }, "What the colour means") }
        check(try Plot(cells.x("Epoch")))
        let panels = Figure("t") { Line(rows, x: { $0.x }, y: { $0.y }) }
        check(try Plot(panels.facet({ $0.name }, columns: 8).x("Epoch").y("Reward")))
    }

    @Test func `labels at ends move no farther than they must`() {
        #expect(EndLabels.spread([50, 100, 52], in: 0...300) == [44.25, 100, 57.75])
        #expect(EndLabels.spread([299, 300], in: 0...300) == [286.5, 300])
        #expect(EndLabels.spread([-5], in: 0...300) == [0])
    }

    @Test func `names too wide for the phone's margin go to a legend above`() throws {
        let plot = try Plot(
            Figure("t") {
                Line(
                    Samples.runs(["a very long name of a method": 0, "short": -9]), x: \.epoch, y: \.reward,
                    by: \.method, meanOver: \.seed, band: .sd)
            })
        #expect(Frame(plot, .wide).hasEndLabels)
        #expect(!Frame(plot, .narrow).hasEndLabels)
        #expect(Frame(plot, .narrow).legend.height == 36 || Frame(plot, .narrow).legend.height == 18)
        #expect(plot.labels(in: .narrow).contains { $0.text == "short" })
    }

    @Test func `very long names and titles are broken or cut`() throws {
        let long = String(repeating: "a rather long name of something ", count: 4)
        let rows = (0..<4).flatMap { row in (0..<5).map { (x: $0, y: Double(row), name: "\(row) \(long)") } }
        let lines = Figure("t") {
            Line(rows, x: { $0.x }, y: { $0.y }, by: { $0.name })
            Rule(y: 1.5, long)
        }
        check(try Plot(lines.x(long).y(long)))
        check(try Plot(Figure("t") { Dot(rows, x: { $0.y }, y: { $0.name }) }.x(long).y(long)))
        check(try Plot(Figure("t") { Dot(rows, x: { $0.name }, y: { $0.y }) }.y(long)))
        check(try Plot(Figure("t") { Cell(rows, x: { $0.x }, y: { $0.name }, value: { $0.y }, long) }.x(long)))
        let panels = Figure("t") { Dot(rows, x: { $0.x }, y: { $0.name }) }
        check(try Plot(panels.facet({ $0.name }, columns: 2).x(long).y(long)))
    }

    @Test func `a text of one letter is drawn`() throws {
        let plot = try Plot(Figure("t") { Text("A", x: 1.0, y: 1.0) })
        #expect(plot.labels(in: .wide).contains { $0.text == "A" })
    }
}
