import DeterministicMath
import Testing

@testable import Figures

@Suite struct FigureErrorTests {
    private typealias Point = (x: Double, y: Double, name: String)

    private func line(_ points: [Point]) -> Figure<Point> {
        Figure("t") { Line(points, x: { $0.x }, y: { $0.y }, by: { $0.name }) }
    }

    @Test func `panels that can not be`() {
        let figure = line([(0, 1, "a"), (1, 2, "a")])
        #expect(message(figure.facet(\.name, columns: 0)) == "small multiples need one column or more, not 0")
        let twice = figure.facet(\.name, columns: 2).slider(\.name, "name")
        #expect(message(twice) == "a figure has one slider or one set of small multiples, not two of them")
    }

    @Test func `no rows`() {
        #expect(message(line([])) == "Line has no rows")
    }

    @Test func `a number that is none`() {
        #expect(message(line([(0, 1, "a"), (1, .nan, "window")])) == "Line “window”: y is NaN in row 2")
        #expect(message(line([(-.infinity, 1, "a")])) == "Line “a”: x is −∞ in row 1")
        #expect(message(Figure("t") { Rule(y: .infinity, "floor") }) == "Rule “floor”: y is ∞ in row 1")
        let runs = [Run(epoch: 0, reward: .nan, method: "window", seed: 0)]
        let means = Figure("t") { Line(runs, x: \.epoch, y: \.reward, by: \.method, meanOver: \.seed, band: .sd) }
        #expect(message(means) == "Line “window”: y is NaN in row 1")
    }

    @Test func `two rows at one place of a line`() {
        #expect(
            message(line([(0, 1, "a"), (3, 1, "a"), (3, 2, "a")]))
                == "Line “a” has two rows at x = 3; average them with meanOver: and band:, or split them with by:")
    }

    @Test func `a logarithm of nothing`() {
        #expect(
            message(line([(0, 1, "a"), (1, 2, "a")]).x("x", scale: .log))
                == "Line “a”: x is 0.0, but the x axis is logarithmic")
        #expect(
            message(Figure("t") { Bar([1, 2], x: { $0 }, y: { $0 }) }.y("y", scale: .log))
                == "Bar starts at zero, so the y axis can not be logarithmic")
    }

    @Test func `an axis of numbers and names`() {
        let figure = Figure("t") {
            Dot([1, 2], x: { $0 }, y: { $0 })
            Dot(["a"], x: { $0 }, y: { _ in 1 })
        }
        #expect(message(figure) == "the x axis has both the category “a” and the number 1")
    }

    @Test func `names where numbers are needed`() {
        #expect(
            message(Figure("t") { Line(["a"], x: { _ in 1 }, y: { $0 }) })
                == "Line needs numbers for y, but found the category “a”")
        #expect(
            message(Figure("t") { Dot(["a"], x: { $0 }, y: { $0 }, meanOver: { $0 }, band: .sd) })
                == "Dot needs numbers for x, but found the category “a”")
    }

    @Test func `bands that can not be`() {
        let runs = Samples.runs(seeds: 1)
        func means(_ runs: [Run], _ band: BandMeaning) -> Figure<Run> {
            Figure("t") { Line(runs, x: \.epoch, y: \.reward, by: \.method, meanOver: \.seed, band: band) }
        }
        #expect(
            message(means(runs, .sd))
                == "Line “whole batch”: a band needs two values or more, but there is one at x = 0")
        #expect(message(means(runs + runs, .sd)) == "Line “whole batch” has run 0 twice at x = 0")
        #expect(
            message(means(runs, .t(95))) == "t(95.0) is not a band: shares lie between 0 and 1, in ascending order")
        #expect(
            message(means(runs, .quantiles(0.9, 0.1)))
                == "quantiles(0.9, 0.1) is not a band: shares lie between 0 and 1, in ascending order")
    }

    @Test func `fits that can not be`() {
        let rows: [Point] = [(1, 1, "a"), (1, 2, "a"), (1, 3, "a")]
        let fit = Figure("t") { Fit(rows, x: { $0.x }, y: { $0.y }, by: { $0.name }) }
        #expect(message(fit) == "Fit “a” needs three rows or more, not all at one x")
        let negative = Figure("t") { Fit([-1, 1, 2], x: { $0 }, y: { $0 }) }
        #expect(message(negative.x("x", scale: .log)) == "Fit: x is -1.0, but the x axis is logarithmic")
    }

    @Test func `an interval upside down`() {
        let band = Figure("t") { Band([1], x: { $0 }) { _ in Interval(low: 2, high: 1) } }
        #expect(message(band) == "Band: the interval in row 1 goes down, from 2.0 to 1.0")
    }

    @Test func `more series than colours`() {
        let points: [Point] = ["a", "b", "c", "d", "e"].map { (0, 1, $0) }
        #expect(
            message(line(points).facet({ $0.name }, columns: 2))
                == "5 series (a, b, c, d, e) but four colours: use highlighting(_:), facet(_:columns:), muted() or colorRamp()"
        )
        #expect(message(line(points).colorRamp()) == "colorRamp() orders series by number, but one is “a”")
    }

    @Test func `colours that can not be`() {
        let points: [Point] = [(0, 1, "a"), (0, 2, "b")]
        #expect(message(line(points).colors(["a": 5])) == "the colour of “a” is 5, not 1 to 4")
        #expect(message(line(points).colors(["a": 2, "b": 2])) == "“a” and “b” both have colour 2")
    }

    @Test(arguments: [
        (-1.7e308, 1.7e308), (0, .leastNonzeroMagnitude), (-1e200, 1e200), (1e-200, 1e-200), (1e300, 1e300),
    ])
    func `an axis that is too long or too short for ticks`(low: Double, high: Double) {
        let rest = "; distances, and numbers on logarithmic axes, must be from 1e-140 to 1e152"
        let (along, up) = (
            message(line([(low, 1, "a"), (high.nextUp, 2, "a")])), message(line([(0, low, "a"), (1, high, "a")]))
        )
        #expect(along?.hasPrefix("the x axis can not go from ") == true && along?.hasSuffix(rest) == true)
        #expect(up?.hasPrefix("the y axis can not go from ") == true && up?.hasSuffix(rest) == true)
        guard low < high else { return }
        #expect(up == "the y axis can not go from \(low) to \(high)" + rest)
        #expect(message(line([(0, 1, "a")]).y("y", domain: low...high)) == up)
    }

    @Test func `a logarithmic axis of numbers beyond its ticks`() {
        let rest = "; distances, and numbers on logarithmic axes, must be from 1e-140 to 1e152"
        let figure = line([(0, 1e-300, "a"), (1, 1e308, "a")]).y("y", scale: .log)
        #expect(message(figure) == "the y axis can not go from 1e-300 to 1e+308" + rest)
        #expect(message(line([(0, 1e-120, "a"), (1, 1e130, "a")]).y("y", scale: .log)) == nil)
        #expect(message(line([(0, 1e-139, "a"), (1, 1.00000001e-139, "a")]).y("y", scale: .log)) == nil)
    }

    @Test func `axes as long and as short as they may be`() {
        for size in [1e-139, 1e-100, 1e100, 1e150] {
            #expect(message(line([(-size, -size, "a"), (0, 0, "a"), (size, size, "a")])) == nil)
        }
    }

    @Test func `cells and fits of numbers that are too far apart`() {
        let values = [-1.7e308, 1.7e308]
        let cells = Figure("t") { Cell([0, 1], x: { $0 }, y: { _ in 0 }, value: { values[$0] }, "v") }
        #expect(message(cells)?.hasPrefix("the values of cells can not go from -1.7e+308 to 1.7e+308; ") == true)
        let fit = Figure("t") { Fit([0, 1, 2, 3], x: { $0 }, y: { $0 % 2 == 0 ? 1e300 : -1e300 }) }
        #expect(message(fit) == "Fit has numbers too large or too close together to be squared")
    }

    @Test func `an empty domain`() {
        #expect(message(line([(0, 1, "a")]).y("y", domain: 3...3)) == "the y axis can not go from 3.0 to 3.0")
    }
}
