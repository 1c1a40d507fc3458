import Exhibits
import Testing

@testable import Figures

@Suite struct DescriptionTests {
    @Test func `lines say where they start and end`() throws {
        let runs = [0, 1].flatMap { seed in
            [0, 100].map { Run(epoch: $0, reward: Double(-$0) - 2 * Double(seed), method: "window", seed: seed) }
        }
        let drawn = try Figure("t") {
            Line(runs, x: \.epoch, y: \.reward, by: \.method, meanOver: \.seed, band: .quantiles(0, 1))
            Rule(y: -4, "the floor")
        }.x("Epoch").y("Reward").drawn()
        #expect(
            drawn.description == "Epoch from 0 to 100; Reward from −102 to 0. "
                + "window starts at −1 and ends at −101, interval −102 to −100. A rule at −4: the floor.")
        #expect(
            drawn.notes == [
                "Lines are means of 2 runs; the bands reach from the 0\u{a0}% to the 100\u{a0}% quantile of the runs."
            ])
    }

    @Test func `few dots are read out, many by their range`() throws {
        let few = try Figure("t") { Dot(Samples.estimates, x: \.bias, y: \.name, xInterval: \.interval) }.drawn()
        #expect(
            few.description == "x axis from −0.39 to 0.23; 3 rows from no baseline to optimal. "
                + "no baseline: 0.02, interval −0.19 to 0.23; batch mean: −0.31, interval −0.39 to −0.23; "
                + "optimal: 0.004, interval −0.016 to 0.024.")
        let many = try Figure("t") { Dot(Array(0..<20), x: { $0 }, y: { $0 * $0 }) }.drawn()
        #expect(many.description.hasSuffix("dot: 20 from 0 at 0 to 361 at 19."))
    }

    @Test(arguments: [
        (BandMeaning.sd, "reach one standard deviation of the runs to each side"),
        (.t(0.95), "are 95\u{a0}% confidence intervals of the mean (Student’s t)"),
        (.bootstrap(0.9), "are 90\u{a0}% bootstrap intervals of the mean (1,000 resamples)"),
    ])
    func `every band says what it is`(band: BandMeaning, sentence: String) throws {
        let drawn = try Figure("t") {
            Line(Samples.runs(epochs: 3), x: \.epoch, y: \.reward, by: \.method, meanOver: \.seed, band: band)
        }.drawn()
        #expect(drawn.notes == ["Lines are means of 4 runs; the bands \(sentence)."])
    }

    @Test func `a place that rounding moved from zero is zero, and bars reach from place to place`() throws {
        // What a loop by steps of 0.1 makes of zero.
        let zero = (0..<10).reduce(-1.0) { sum, _ in sum + 0.1 }
        #expect(zero != 0 && abs(zero) < 1e-15)
        let drawn = try Figure("t") {
            Area([(-1, 0.1), (zero, 0.5), (1.25, 0.2)], x: \.0, y: \.1)
        }.drawn()
        #expect(drawn.description == "x axis from −1 to 1.25; y axis from 0 to 0.5. area is highest at 0, with 0.5.")
        let bars = try Figure("t") { Bar([(0.5, 3), (0.75, 9), (1, 2)], x: \.0, y: \.1) }.drawn()
        #expect(bars.description == "x axis from 0.5 to 1; y axis from 0 to 9. bar is highest at 0.75, with 9.")
    }

    @Test func `of many panels of cells the values are told, not the places`() throws {
        let squares = (0..<5).flatMap { panel in
            (0..<3).map { (panel: panel, place: $0, value: Double(10 * panel - $0)) }
        }
        let figure = Figure("t") { Cell(squares, x: { $0.place }, y: { $0.place }, value: { $0.value }, "v") }
        let drawn = try figure.facet({ $0.panel }, columns: 5).drawn()
        #expect(drawn.description.hasSuffix("Values lie between −2 and 40."))
    }

    @Test func `a line that goes beyond its ends says how far, and a panel of one name has it once`() throws {
        let rows = [("a", 0, 0.0), ("a", 1, 9.0), ("a", 2, 1.0), ("b", 0, -1.0), ("b", 1, -7.0), ("b", 2, -2.0)]
        let drawn = try Figure("t") { Line(rows, x: \.1, y: \.2, by: \.0) }.facet(\.0, columns: 2).drawn()
        #expect(
            drawn.description.hasSuffix(
                "a starts at 0 and ends at 1, and goes as high as 9. b starts at −1 and ends at −2, and goes as low as −7."
            ))
    }
}
