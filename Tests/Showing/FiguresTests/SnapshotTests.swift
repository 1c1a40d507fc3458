import DeterministicMath
import Exhibits
import TestSupport
import Testing

@testable import Figures

/// One figure for each mark, in both layouts and as a file of its own.
@Suite struct SnapshotTests {
    private func check<Row>(_ figure: Figure<Row>, _ name: String) throws {
        let drawn = try figure.drawn()
        try expect(drawn.wide, "\(name)-wide.svg")
        try expect(drawn.narrow, "\(name)-narrow.svg")
        try expect(drawn.standalone, "\(name).svg")
        let text = ([drawn.description] + drawn.notes).joined(separator: "\n") + "\n\n" + drawn.csv
        try expect(text, "\(name).txt")
    }

    private func expect(_ text: String, _ name: String) throws {
        #expect(try Snapshot.figure(name).difference(from: text) == nil)
    }

    @Test func `learning curves with bands and a floor`() throws {
        let figure = Figure("Per-prompt statistics take the reward from −47 to −9") {
            Line(Samples.runs(), x: \.epoch, y: \.reward, by: \.method, meanOver: \.seed, band: .t(0.95))
            Rule(y: -4, "the floor of these problems")
        }
        try check(figure.x("Epoch").y("Mean reward"), "line")
    }

    @Test func `a band in small multiples`() throws {
        let runs = Samples.runs(["brave-otter": -20, "calm-walrus-of-the-north": -10, "kind-lynx": -5], seeds: 1)
        let figure = Figure("Easy prompts settle first") {
            Band(runs, x: \.epoch, meaning: "the reward ± 5") { Interval(low: $0.reward - 5, high: $0.reward + 5) }
            Line(runs, x: \.epoch, y: \.reward)
            Rule(y: 0, "the best reward")
        }
        try check(figure.x("Epoch").y("Reward").facet(\.method, columns: 3), "band")
    }

    @Test func `dots with horizontal intervals`() throws {
        let figure = Figure("Only the batch mean is biased") {
            Rule(x: 0, "the true gradient")
            Dot(Samples.estimates, x: \.bias, y: \.name, xInterval: \.interval, meaning: "a 95 % confidence interval")
        }
        try check(figure.x("Bias"), "dot")
    }

    @Test func `bars of counts`() throws {
        let counts = [(0, 13), (1, 27), (2, 28), (3, 18)]
        let figure = Figure("Two collisions are as likely as one") { Bar(counts, x: { $0.0 }, y: { $0.1 }) }
        try check(figure.x("Colliding pairs").y("Problems"), "bar")
    }

    @Test func `areas named at their peaks`() throws {
        func triangle(_ name: String, width: Double) -> [(name: String, x: Int, y: Double)] {
            (0...40).map { x in (name, x, max(0, width - (Double(x) - 3 * width).magnitude) / width / width) }
        }
        let points = triangle("narrow", width: 3) + triangle("broad", width: 8)
        let figure = Figure("A narrow policy is high") { Area(points, x: { $0.x }, y: { $0.y }, by: { $0.name }) }
        try check(figure.x("Sample").y("Density"), "area")
    }

    @Test func `a heat map with its ramp`() throws {
        let cells = (0..<5).flatMap { row in (0..<6).map { (x: 10 * $0, y: "prompt \(row)", value: Double(row * $0)) } }
        let figure = Figure("Later is better") { Cell(cells, x: { $0.x }, y: { $0.y }, value: { $0.value }, "Reward") }
        try check(figure.x("Epoch"), "cell")
    }

    @Test func `texts beside points on logarithmic axes`() throws {
        let points = (0..<5).map { (x: pow10($0), y: 8 / Double(1 + $0), name: "point \($0)") }
        let figure = Figure("More parameters, less loss") {
            Line(points, x: { $0.x }, y: { $0.y })
            Text(points, x: { $0.x }, y: { $0.y }, text: { $0.name })
            Text("the bend", x: 100.0, y: 2.0).muted()
        }
        try check(figure.x("Parameters", scale: .log).y("Loss", scale: .log), "text")
    }

    @Test func `arrows on square cells`() throws {
        let cells = (0..<3).flatMap { row in (0..<4).map { (x: $0, y: row, value: Double(row + $0)) } }
        let figure = Figure("The policy goes up and right") {
            Cell(cells, x: { $0.x }, y: { $0.y }, value: { $0.value }, "Value")
            Arrows(
                cells, x: { Double($0.x) - 0.3 }, y: { $0.y }, dx: { $0.x < 3 ? 0.6 : 0 }, dy: { _ in 0 })
        }
        try check(figure, "arrows")
    }

    @Test func `a way through a room, with values`() throws {
        let rooms = (0..<3).flatMap { row in (0..<4).map { (x: $0, y: row, value: Double(row + $0) / 5) } }
        let figure = Figure("The agent goes around the corner") {
            Cell(rooms, x: { $0.x }, y: { $0.y }, value: { $0.value }, "Value", text: { $0.value.places(1) })
            Path([(0, 0), (1, 0), (2, 0), (2, 1), (2, 2)], x: { $0.0 }, y: { $0.1 })
        }
        try check(figure.x("Column").y("Row"), "path")
    }

    @Test func `two histograms`() throws {
        func row(_ index: Int) -> (value: Double, kind: String) {
            (Double(index * index % 37) / 4, index.isMultiple(of: 3) ? "third" : "other")
        }
        let rows = (0..<60).map(row)
        let figure = Figure("Most are small") { Histogram(rows, x: { $0.value }, by: { $0.kind }, height: .share) }
        try check(figure.x("Value").y("Share"), "histogram")
    }

    @Test func `bars on their side`() throws {
        let names = ["the first of the estimators", "the second of the estimators", "a third one with a long name"]
        let figure = Figure("The second is worst") { Bar(0..<12, x: { "\(names[$0 % 3]), \($0)" }, y: { $0 * 7 % 5 }) }
        try check(figure.y("Error"), "flat")
    }

    @Test func `a power law with its exponent`() throws {
        let points = (0..<6).map { (n: pow10($0), loss: 5 * exp(-0.2 * log(pow10($0))) + 0.1 * Double($0 % 2)) }
        let figure = Figure("Loss falls as a power of size") {
            Dot(points, x: { $0.n }, y: { $0.loss })
            Fit(points, x: { $0.n }, y: { $0.loss })
        }
        try check(figure.x("Parameters", scale: .log).y("Loss", scale: .log), "fit")
    }

    @Test func `a sweep on a ramp`() throws {
        let rates = [0.1, 0.001, 0.01, 0.3, 0.03]
        let points = rates.flatMap { rate in (0...10).map { (x: $0, y: exp(-rate * Double($0)), rate: rate) } }
        let figure = Figure("Faster is better") { Line(points, x: { $0.x }, y: { $0.y }, by: { $0.rate }) }
        try check(figure.x("Step").y("Loss").colorRamp(), "ramp")
    }
}
