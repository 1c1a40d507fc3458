/// How much room the parts of a figure take.
struct PlotSizes: PlotPart {
    let plot: Plot

    var endLabelWidth: Double {
        plot.namedLines.map { textWidth($0.series.name!.label, size: Form.labelSize) }.max() ?? 0
    }

    func endLabelsFit(_ form: Form) -> Bool {
        let lines = plot.namedLines
        return !lines.isEmpty && endLabelWidth <= form.endLabelRoom
            && Double(lines.count) * EndLabels.distance <= form.plotHeight
    }

    /// The room that the labels of a y axis of this height take.
    func leftMargin(_ form: Form, height: Double, hasNamesAbove: Bool) -> Double {
        if hasNamesAbove { return 4 }
        let scale = Scale(y, from: y.categories == nil ? height : 0, to: y.categories == nil ? 0 : height)
        let ticks = y.ticks(along: scale, in: .vertical(in: form, isSmall: panels.count > 1))
        return (ticks.map { textWidth($0.label, size: Form.tickSize) }.max() ?? 0) + 8
    }

    /// The height of a single panel.
    func height(_ form: Form, hasNamesAbove: Bool) -> Double {
        guard let categories = y.categories else { return form.plotHeight }
        let count = Double(categories.count)
        if hasCells { return min(24, max(6, (1.2 * form.plotHeight / count).rounded())) * count }
        let dodged = layers.map { $0.kind == .dot ? $0.series.count : 1 }.max() ?? 1
        let beside = layers.map { $0.kind == .bar ? $0.series.count : 1 }.max() ?? 1
        let room = hasNamesAbove ? 42 : count > 14 ? 18 : 28 + 8 * Double(dodged - 1)
        return count * (room + 8 * Double(beside - 1))
    }

    /// The size of a small grid of cells, one step of both axes each, that are square and as large as they can be.
    func squareCells(width: Double, height: Double) -> (width: Double, height: Double)? {
        guard let columns = cellCount(on: x), let rows = cellCount(on: y) else { return nil }
        // A large map is square only if it is about as high as it is wide, as those of attention are.
        let isLarge = max(columns, rows) > 20
        guard !isLarge || (0.6...1.6).contains(columns / rows) else { return nil }
        let side = min(width / columns, (isLarge ? 1.3 : 1) * height / rows, 48).rounded(.down)
        guard side >= 4 else { return nil }
        return (side * columns, side * rows)
    }

    /// How many cells a categorical axis or one of whole numbers has, if they are few.
    private func cellCount(on axis: Axis) -> Double? {
        guard hasCells else { return nil }
        let count = axis.categories.map { Double($0.count) } ?? (axis.high - axis.low)
        let isGrid =
            axis.categories != nil || layers.contains { $0.kind == .cell && $0.halfWidth(along: axis.name) == 0.5 }
        return isGrid && count <= 100 ? count : nil
    }

    func panelTitleHeight(width: Double) -> Double {
        let isLong = panels.contains { textWidth($0?.label ?? "", size: Form.panelSize) > width }
        return isLong ? 28 : 16
    }
}
