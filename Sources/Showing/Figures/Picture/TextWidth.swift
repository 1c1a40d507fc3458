/// How wide `text` is at `size`, in pixels, at most.
///
/// The advances are those of DejaVu Sans, the widest of the fonts that browsers have for `system-ui`; so a label that fits by
/// this measure fits everywhere.
func textWidth(_ text: String, size: Double) -> Double {
    var thousandths = 0
    for scalar in text.unicodeScalars {
        let index = Int(scalar.value) - 32
        thousandths += advances.indices.contains(index) ? advances[index] : advance(ofRare: scalar)
    }
    return Double(thousandths) * size / 1_000
}

/// From space to tilde.
private let advances = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
    636,
    636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748,
    787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,
    635,
    634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
]

private func advance(ofRare scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "\u{a0}", "·", "‘", "’": 318
    case "⁰", "¹", "²", "³", "⁴"..."⁹": 401
    case "⁻", "–", "°", "“", "”": 528
    case "\u{300}"..."\u{36f}", "\u{200b}"..."\u{200d}", "\u{fe00}"..."\u{fe0f}": 0
    case "à"..."ö", "ø"..."ÿ", "α"..."ω": 680
    default: 1_000
    }
}
