import Exhibits

/// A colour of the picture: one of the palette, or a mixture of two in sRGB.
indirect enum Paint: Hashable, Sendable {
    case color(PaletteColor)
    /// `share` of the first, the rest of the second.
    case mix(PaletteColor, PaletteColor, share: Double)

    /// The single-hue ramp from the paper (0) through the first series' colour (0.6) almost to the ink (1).
    static func ramp(_ place: Double) -> Paint {
        let turn = 0.6
        if place < turn { return .mix(Palette.series[0], Palette.paper, share: place / turn) }
        return .mix(Palette.ink, Palette.series[0], share: 0.75 * (place - turn) / (1 - turn))
    }

    /// As the page's style sheet resolves it.
    var css: String {
        switch self {
        case .color(let color): color.variable
        case .mix(let first, let second, let share):
            "color-mix(in srgb,\(first.variable) \(Int((share * 100).rounded()))%,\(second.variable))"
        }
    }

    /// `#rrggbb` with the light or the dark values.
    func written(dark: Bool = false) -> String {
        switch self {
        case .color(let color): return dark ? color.dark : color.light
        case .mix(let first, let second, let share):
            let percent = (share * 100).rounded()
            let channels = zip(first.channels(dark: dark), second.channels(dark: dark)).map { a, b in
                Int(((Double(a) * percent + Double(b) * (100 - percent)) / 100).rounded())
            }
            return "#" + channels.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}

extension PaletteColor {
    /// Red, green and blue, 0 to 255.
    fileprivate func channels(dark: Bool) -> [Int] {
        let number = Int((dark ? self.dark : light).dropFirst(), radix: 16)!
        return [number >> 16, number >> 8 & 255, number & 255]
    }
}
