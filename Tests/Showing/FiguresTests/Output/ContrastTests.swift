import DeterministicMath
import Exhibits
import Testing

@testable import Figures

/// WCAG 2's contrast by arithmetic: axe does not look inside pictures.
@Suite struct ContrastTests {
    private struct Case: CustomTestStringConvertible {
        var color: PaletteColor
        var least: Double
        var isDark: Bool
        var testDescription: String { "\(color.name), \(isDark ? "dark" : "light")" }
    }

    private static func cases(_ colors: [PaletteColor], least: Double) -> [Case] {
        colors.flatMap { color in [false, true].map { Case(color: color, least: least, isDark: $0) } }
    }

    @Test(arguments: cases([Palette.ink, Palette.muted] + Palette.seriesLabels, least: 4.5))
    private func `texts can be read on paper and panel`(_ one: Case) {
        for ground in [Palette.paper, Palette.panel] {
            #expect(contrast(.color(one.color), .color(ground), dark: one.isDark) >= one.least, "on \(ground.name)")
        }
    }

    @Test(arguments: cases(Palette.series + [Palette.muted, Palette.axis], least: 3))
    private func `lines, dots, rules and base lines can be seen on paper`(_ one: Case) {
        #expect(contrast(.color(one.color), .color(Palette.paper), dark: one.isDark) >= one.least)
    }

    @Test(arguments: [false, true])
    func `ramp lines can be seen`(dark: Bool) {
        for place in stride(from: 0.43, through: 1, by: 0.01) {
            #expect(contrast(.ramp(place), .color(Palette.paper), dark: dark) >= 3, "\(place)")
        }
    }

    @Test(arguments: [false, true])
    func `the cells of a ramp get steadily farther from the paper`(dark: Bool) {
        let contrasts = (0..<CellRamp.steps).map { contrast(CellRamp.paint($0), .color(Palette.paper), dark: dark) }
        for (one, next) in zip(contrasts, contrasts.dropFirst()) { #expect(one < next) }
        #expect(contrasts[CellRamp.steps - 1] >= 7)
    }

    @Test(arguments: [false, true])
    func `an arrow can be seen on every cell: it, or its edge`(dark: Bool) {
        for step in 0..<CellRamp.steps {
            let cell = CellRamp.paint(step)
            let best = [Palette.ink, Palette.paper].map { contrast(.color($0), cell, dark: dark) }.max()!
            #expect(best >= 3, "step \(step)")
        }
    }

    @Test(arguments: [false, true])
    func `a text on a cell can be read: on the cell, or on its edge`(dark: Bool) {
        for step in 0..<CellRamp.steps {
            var label = Label(text: "t", at: Point(x: 0, y: 0), paint: .color(Palette.ink))
            CellRamp.makeReadable(&label, on: step)
            let ground = label.hasHalo ? Paint.color(Palette.paper) : CellRamp.paint(step)
            #expect(contrast(label.paint, ground, dark: dark) >= 4.5, "step \(step)")
        }
    }

    private func contrast(_ first: Paint, _ second: Paint, dark: Bool) -> Double {
        let (a, b) = (luminance(first.written(dark: dark)), luminance(second.written(dark: dark)))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Relative luminance.
    private func luminance(_ hex: String) -> Double {
        let number = Int(hex.dropFirst(), radix: 16)!
        let channels = [number >> 16, number >> 8 & 255, number & 255].map { channel -> Double in
            let share = Double(channel) / 255
            return share <= 0.04045 ? share / 12.92 : exp(2.4 * log((share + 0.055) / 1.055))
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}
