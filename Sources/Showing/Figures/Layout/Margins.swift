extension Plot {
    var cellMeaning: String { layers.first { $0.kind == .cell }?.meaning ?? "" }

    var hasCells: Bool { layers.contains { $0.kind == .cell } }

    /// Whether a vertical rule has a label, which stands on top of it.
    var hasNamedUpright: Bool {
        layers.contains { $0.kind == .rule && $0.series[0].data[0].x != nil && $0.series[0].data[0].text != nil }
    }

    /// The named lines, the last of each name, whose names can stand at their ends.
    var namedLines: [(series: Series, style: SeriesStyle)] {
        var lines: [PlotValue: Series] = [:]
        for layer in layers where layer.kind == .line && !layer.isMuted {
            for series in layer.series { if let name = series.name { lines[name] = series } }
        }
        return styles.names.compactMap { name in
            lines[name].map { ($0, styles.style(of: name, in: Layer(kind: .line, series: []))) }
        }
    }

    var endLabelWidth: Double {
        namedLines.map { textWidth($0.series.name!.label, size: Form.labelSize) }.max() ?? 0
    }

    func endLabelsFit(_ form: Form) -> Bool {
        let lines = namedLines
        return !lines.isEmpty && endLabelWidth <= form.endLabelRoom
            && Double(lines.count) * EndLabels.distance <= form.plotHeight
    }

    /// One item for each series that is named nowhere else.
    func legendItems(hasEndLabels: Bool) -> [Legend.Item] {
        let hasPeakLabels = panels.count == 1
        return styles.names.compactMap { name in
            if (x.categories ?? []).contains(name) || (y.categories ?? []).contains(name) { return nil }
            if panels.contains(name) { return nil }
            let own = layers.filter { layer in !layer.isMuted && layer.series.contains { $0.name == name } }
            if hasEndLabels, own.contains(where: { $0.kind == .line }) { return nil }
            if hasPeakLabels, own.contains(where: { $0.kind == .area || $0.kind == .fit }) { return nil }
            guard let layer = own.first(where: { $0.kind == .line }) ?? own.first else { return nil }
            return Legend.Item(text: name.label, style: styles.style(of: name, in: layer), kind: layer.kind)
        }
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

extension TickRoom {
    static func vertical(in form: Form, isSmall: Bool) -> TickRoom {
        TickRoom(
            spacing: isSmall ? 28 : 52, length: { _ in Form.tickSize }, bounds: -1e9...1e9, gap: 1,
            width: 0.35 * form.width)
    }

    static func horizontal(from left: Double, to right: Double, isSmall: Bool) -> TickRoom {
        TickRoom(
            spacing: isSmall ? 45 : 80, length: { textWidth($0, size: Form.tickSize) }, bounds: left...right,
            gap: isSmall ? 4 : 10, width: right - left)
    }
}
