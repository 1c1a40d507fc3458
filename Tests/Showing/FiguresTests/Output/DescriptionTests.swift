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
}
