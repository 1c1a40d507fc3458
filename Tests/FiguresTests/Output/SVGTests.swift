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

    @Test func `a thousand epochs of three methods stay small`() throws {
        let runs = Samples.runs(["a": -47, "b": -9, "c": -30], epochs: 1_000, seeds: 3)
        let drawn = try Figure("t") {
            Line(runs, x: \.epoch, y: \.reward, by: \.method, meanOver: \.seed, band: .t(0.95))
        }.drawn()
        #expect(drawn.wide.utf8.count < 60_000)
        #expect(drawn.narrow.utf8.count < 40_000)
    }

    @Test func `numbers are as short as they can be`() {
        #expect([0, 5, -5, 10, -123].map(shortNumber) == ["0", ".5", "-.5", "1", "-12.3"])
    }

    @Test func `ramp lines and cells can be seen`() {
        for dark in [false, true] {
            let paper = luminance(Paint.color(Palette.paper).written(dark: dark))
            for place in stride(from: 0.43, through: 1, by: 0.01) {
                let line = luminance(Paint.ramp(place).written(dark: dark))
                #expect((max(line, paper) + 0.05) / (min(line, paper) + 0.05) >= 3, "\(place) dark: \(dark)")
            }
        }
    }

    /// Relative luminance by WCAG 2.
    private func luminance(_ hex: String) -> Double {
        let number = Int(hex.dropFirst(), radix: 16)!
        let channels = [number >> 16, number >> 8 & 255, number & 255].map { channel -> Double in
            let share = Double(channel) / 255
            return share <= 0.04045 ? share / 12.92 : exp(2.4 * log((share + 0.055) / 1.055))
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}
