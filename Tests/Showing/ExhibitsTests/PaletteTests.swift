import Foundation
import Testing

@testable import Exhibits

struct PaletteTests {
    /// The relative luminance of `#rrggbb` (WCAG 2.2).
    private func luminance(_ color: String) -> Double {
        let value = Int(color.dropFirst(), radix: 16)!
        let channels = [value >> 16, value >> 8 & 255, value & 255].map { byte -> Double in
            let share = Double(byte) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    private func contrast(_ left: String, _ right: String) -> Double {
        let (a, b) = (luminance(left), luminance(right))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test(arguments: [Palette.ink, Palette.muted] + Palette.seriesLabels)
    func `text has a contrast of at least 4.5 on paper and panel`(color: PaletteColor) {
        for ground in [Palette.paper, Palette.panel] {
            #expect(contrast(color.light, ground.light) >= 4.5)
            #expect(contrast(color.dark, ground.dark) >= 4.5)
        }
    }

    @Test(arguments: Palette.series + [Palette.axis])
    func `marks have a contrast of at least 3 on paper`(color: PaletteColor) {
        #expect(contrast(color.light, Palette.paper.light) >= 3)
        #expect(contrast(color.dark, Palette.paper.dark) >= 3)
    }

    @Test func `every colour has a name of its own`() {
        #expect(Set(Palette.all.map(\.name)).count == Palette.all.count)
    }
}
