import DeterministicMath
import Exhibits
import Foundation
import Testing

@testable import Figures

@Suite struct BinsTests {
    @Test func `bins have round ends and hold all numbers`() {
        var generator = Xoshiro256StarStar(seed: 2)
        let numbers = (0..<1_000).map { _ in generator.normal() }
        let bins = Bins(of: numbers, areWhole: false, wanted: nil)
        #expect(bins.width == 0.25)
        #expect((bins.start / bins.width).rounded() == bins.start / bins.width)
        #expect(bins.interval(0).low <= numbers.min()!)
        #expect(bins.interval(bins.count - 1).high > numbers.max()!)
    }

    @Test(arguments: [(5, 2.0), (20, 0.5), (40, 0.25), (1, 10)])
    func `the number of bins can be wished`(wanted: Int, width: Double) {
        #expect(Bins(of: [0, 10], areWhole: false, wanted: wanted).width == width)
    }

    @Test func `whole numbers have a bin each while they are few, and never parts of one`() {
        let few = Bins(of: [2, 5, 3], areWhole: true, wanted: nil)
        #expect((few.start, few.width, few.count) == (1.5, 1, 4))
        let many = Bins(of: (0..<500).map(Double.init), areWhole: true, wanted: nil)
        #expect(many.width >= 20 && many.start.truncatingRemainder(dividingBy: 1) == -0.5)
    }

    @Test func `one number alone is one bin`() {
        let bins = Bins(of: [7.25, 7.25], areWhole: false, wanted: nil)
        #expect((bins.start, bins.width, bins.count) == (6.75, 1, 1))
    }

    @Test func `a histogram counts the rows of each series in shared bins`() throws {
        let rows = [(1, "a"), (1, "a"), (3, "a"), (3, "b"), (nil, "b")] as [(Int?, String)]
        let plot = try Plot(Figure("t") { Histogram(rows, x: { $0.0 }, by: { $0.1 }) })
        #expect(PlotData(plot: plot).table.columns == ["series", "x", "y", "low", "high", "n"])
        #expect(
            PlotData(plot: plot).table.rows == [
                ["a", "1.0", "2", "0.5", "1.5", "2"], ["a", "2.0", "0", "1.5", "2.5", "0"],
                ["a", "3.0", "1", "2.5", "3.5", "1"],
                ["b", "1.0", "0", "0.5", "1.5", "0"], ["b", "2.0", "0", "1.5", "2.5", "0"],
                ["b", "3.0", "1", "2.5", "3.5", "1"],
            ])
        #expect(PlotDescription(plot: plot).text.contains("a: 3 in 3 bins, most from 0.5 to 1.5."))
        #expect(PlotNotes(plot: plot).sentences == ["One row without a value is left out."])
    }

    @Test func `shares of a series sum to one`() throws {
        let plot = try Plot(Figure("t") { Histogram([1, 1, 2, 4], x: { $0 }, height: .share) })
        #expect(plot.layers[0].series[0].data.map { $0.y?.number } == [0.5, 0.25, 0, 0.25])
    }

    @Test func `dates can be counted, names can not`() throws {
        let days = (0..<40).map { Date(timeIntervalSince1970: 86_400 * Double($0 * $0)) }
        let plot = try Plot(Figure("t") { Histogram(days, x: { $0 }) })
        #expect(plot.x.isTime && plot.layers[0].series[0].data.reduce(0) { $0 + $1.count! } == 40)
        #expect(
            message(Figure("t") { Histogram(["a"], x: { $0 }) })
                == "Histogram needs numbers for x, but found the category “a”")
    }
}
