import DeterministicMath
import Exhibits
import Testing

@testable import Figures

@Suite struct SVGTests {
    @Test func `texts are escaped`() throws {
        let drawn = try Figure("a < b & \"c\"\u{1}") { Dot(["<b>"], x: { $0 }, y: { _ in 1 }) }.drawn()
        #expect(drawn.wide.contains("<title>a &lt; b &amp; &quot;c&quot;\u{fffd}</title>"))
        #expect(drawn.wide.contains(">&lt;b&gt;</text>"))
        #expect(!drawn.wide.contains("<b>"))
    }

    @Test func `the page's figure has variables, the file's has colours, and neither has an id`() throws {
        let drawn = try Figure("t") {
            Cell([1, 2], x: { $0 }, y: { $0 }, value: { Double($0) }, "v")
        }.drawn()
        #expect(drawn.wide.contains("fill=\"color-mix(in srgb,var(--series-1) 10%,var(--paper))\""))
        #expect(!drawn.wide.contains("#"))
        #expect(!drawn.standalone.contains("var("))
        for svg in [drawn.wide, drawn.narrow, drawn.standalone] {
            #expect(!svg.contains("id=\""))
            #expect(svg.contains("role=\"img\""))
        }
    }

    /// Few seeds are the harder case: their means and bands are the rougher.
    @Test(arguments: [3, 100])
    func `a thousand epochs of three methods stay small`(seeds: Int) throws {
        let runs = Samples.runs(["a": -47, "b": -9, "c": -30], epochs: 1_000, seeds: seeds)
        let drawn = try Figure("t") {
            Line(runs, x: \.epoch, y: \.reward, by: \.method, meanOver: \.seed, band: .t(0.95))
        }.drawn()
        #expect(drawn.wide.utf8.count < 60_000)
        #expect(drawn.narrow.utf8.count < 40_000)
    }

    @Test func `numbers are as short as they can be`() {
        #expect([0, 5, -5, 10, -123].map(shortNumber) == ["0", ".5", "-.5", "1", "-12.3"])
    }
}
