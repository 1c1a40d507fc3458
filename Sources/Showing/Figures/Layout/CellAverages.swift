/// Cells that are smaller than a pixel, so that squares of pixels show their means.
struct CellAverages: PlotPart {
    let plot: Plot

    /// Whether the cells of a layer are narrower or lower than a pixel in `rect`.
    func areShown(for layer: Layer, in rect: Rect) -> Bool {
        guard layer.kind == .cell else { return false }
        return length(of: layer, along: x, rect.width) < 1 || length(of: layer, along: y, rect.height) < 1
    }

    /// Where it is so, as a sentence.
    var note: String? {
        let isSo = { (form: Form) in
            let rect = Frame(plot, form).panels[0]
            return layers.contains { areShown(for: $0, in: rect) }
        }
        if isSo(.wide) { return "There are more cells than pixels: each small square shows the mean of its cells." }
        return isSo(.narrow) ? "On a narrow screen each small square shows the mean of its cells." : nil
    }

    /// The length of a cell in pixels; on a logarithmic axis they have different ones, and none is averaged.
    private func length(of layer: Layer, along axis: Axis, _ room: Double) -> Double {
        if let categories = axis.categories { return room / Double(categories.count) }
        guard axis.settings.scale == .linear, let half = layer.halfWidth(along: axis.name) else { return room }
        return 2 * half / (axis.high - axis.low) * room
    }
}
