import Exhibits

/// How to read a figure.
struct PlotNotes: PlotPart {
    let plot: Plot

    /// What each band is, and what the rules of small multiples are.
    var sentences: [String] {
        var notes: [String] = []
        for layer in layers where !layer.isContext {
            if let note = note(on: layer), !notes.contains(note) { notes.append(note) }
        }
        if plot.isApart {
            let behind = layers.contains(where: \.isContext) ? ", with the others grey behind it" : ""
            notes.append("Each of the \(panels.count) series has a plot of its own\(behind).")
        }
        if !plot.greyNames.isEmpty { notes.append("Grey: \(plot.greyNames.map(\.label).joined(separator: ", ")).") }
        if let note = plot.density.note { notes.append(note) }
        let missing = layers.reduce(0) { $0 + $1.missing }
        if missing == 1 { notes.append("One row without a value is left out.") }
        if missing > 1 { notes.append("\(NumberFormat.integer(missing)) rows without a value are left out.") }
        return notes
    }

    private func note(on layer: Layer) -> String? {
        let isLine = layer.kind == .line
        if let band = layer.band {
            return "\(isLine ? "Lines are means" : "Dots are means") of \(counts(in: layer)) runs; "
                + "the \(isLine ? "bands" : "intervals") \(band.sentence)."
        }
        if let meaning = layer.meaning {
            if layer.kind == .band { return "The band is \(meaning)." }
            if layer.kind == .dot { return "The interval is \(meaning)." }
        }
        if layer.kind == .fit { return "After ± is half of the 95\u{a0}% confidence interval (Student’s t)." }
        if layer.kind == .rule, panels.count > 1, let datum = layer.series[0].data.first, let text = datum.text {
            return "The \(datum.y == nil ? "vertical" : "horizontal") line is \(text)."
        }
        return nil
    }

    private func counts(in layer: Layer) -> String {
        let all = layers.filter { $0.kind == layer.kind && $0.band == layer.band }
        let counts = all.flatMap(\.series).flatMap(\.data).compactMap(\.count)
        let (least, most) = (NumberFormat.integer(counts.min() ?? 0), NumberFormat.integer(counts.max() ?? 0))
        return least == most ? least : "\(least) to \(most)"
    }
}

extension BandMeaning {
    /// What the bands do, as the end of a sentence.
    fileprivate var sentence: String {
        switch self {
        case .sd: "reach one standard deviation of the runs to each side"
        case .t(let confidence):
            "are \(NumberFormat.significant(confidence * 100, 4))\u{a0}% confidence intervals of the mean (Student’s t)"
        case .quantiles(let low, let high):
            "reach from the \(NumberFormat.significant(low * 100, 4))\u{a0}% to the \(NumberFormat.significant(high * 100, 4))\u{a0}% quantile of the runs"
        case .bootstrap(let confidence, let resamples, _):
            "are \(NumberFormat.significant(confidence * 100, 4))\u{a0}% bootstrap intervals of the mean (\(NumberFormat.integer(resamples)) resamples)"
        }
    }
}
