import Exhibits

/// Grid, base line, ticks and their labels.
struct PanelAxes: PanelPart {
    let panel: PanelDrawing

    private var isSmall: Bool { plot.panels.count > 1 }

    func y(hasLabels: Bool, hasNamesAbove: Bool) -> [Shape] {
        let ticks = hasNamesAbove ? allCategories : plot.y.ticks(along: y, in: .vertical(in: form, isSmall: isSmall))
        let grid = grid(ticks)
        var shapes: [Shape] = []
        if !plot.hasCells, !grid.isEmpty { shapes.append(.stroke(grid, Stroke(paint: .color(Palette.grid)))) }
        guard hasLabels else { return shapes }
        let isName = plot.y.categories != nil
        // Above the bars, which leave this much of their row.
        let rise = (y.categoryLength - 26) / 2 + 2
        for tick in ticks {
            let at =
                hasNamesAbove
                ? Point(x: rect.left, y: tick.place - rise) : Point(x: rect.left - 8, y: tick.place + 4)
            let paint = Paint.color(isName ? Palette.ink : Palette.muted)
            shapes.append(.text(Label(text: tick.label, at: at, anchor: hasNamesAbove ? .start : .end, paint: paint)))
        }
        return shapes
    }

    /// A line for each tick of the y axis, or of the x axis where bars lie on their side.
    private func grid(_ ticks: [Tick]) -> PathData {
        var grid = PathData()
        if plot.layers.contains(where: { $0.kind == .bar && $0.lengthAxis == .x }) {
            for tick in plot.x.ticks(along: x, in: .below(rect, isSmall: isSmall)) {
                let place = crisp(tick.place)
                grid.polyline([Point(x: place, y: rect.top), Point(x: place, y: rect.bottom)])
            }
            return grid
        }
        // A grid line that almost touches the base line would only thicken it.
        for tick in ticks where rect.bottom - tick.place > 2 {
            let height = crisp(tick.place)
            grid.polyline([Point(x: rect.left, y: height), Point(x: rect.right, y: height)])
        }
        return grid
    }

    func x(hasLabels: Bool) -> [Shape] {
        var base = PathData()
        let height = crisp(rect.bottom)
        base.polyline([Point(x: rect.left, y: height), Point(x: rect.right, y: height)])
        var labels: [Shape] = []
        if let names = CategoryNames(plot.x, below: rect, isSmall: isSmall), hasLabels {
            for category in plot.x.categories! {
                let place = crisp(x(category))
                base.polyline([Point(x: place, y: height), Point(x: place, y: height + 4)])
            }
            labels = names.labels(top: rect.bottom, paint: .color(Palette.muted)).map(Shape.text)
            return [.stroke(base, Stroke(paint: .color(Palette.axis)))] + labels
        }
        for tick in plot.x.ticks(along: x, in: .below(rect, isSmall: isSmall)) where hasLabels {
            let place = crisp(tick.place)
            base.polyline([Point(x: place, y: height), Point(x: place, y: height + 4)])
            let at = Point(x: tick.labelPlace, y: rect.bottom + 16)
            labels.append(.text(Label(text: tick.label, at: at, anchor: .middle, paint: .color(Palette.muted))))
        }
        return [.stroke(base, Stroke(paint: .color(Palette.axis)))] + labels
    }

    /// The middle of the pixel: a line one pixel wide is sharp there.
    private func crisp(_ place: Double) -> Double { place.rounded(.down) + 0.5 }

    private var allCategories: [Tick] {
        (plot.y.categories ?? []).map { category in
            let label = wrapped(plot.y.name(of: category), width: rect.width, size: Form.tickSize, atMost: 1)[0]
            return Tick(value: category, label: label, place: y(category), labelPlace: y(category))
        }
    }
}
