import Exhibits

/// One panel of a plot with its place and its scales.
struct PanelDrawing {
    let plot: Plot
    let rect: Rect
    let form: Form
    let x: Scale
    let y: Scale
    let layers: [Layer]
    /// Whether the names of a categorical y axis stand above their rows.
    let isBelowNames: Bool

    init(_ plot: Plot, panel: PlotValue?, in rect: Rect, of form: Form, isBelowNames: Bool) {
        self.isBelowNames = isBelowNames
        self.plot = plot
        self.rect = rect
        self.form = form
        layers = plot.layers(in: panel)
        x = Scale(plot.x, from: rect.left, to: rect.right)
        // Categories read from the top, numbers rise from the bottom.
        let isCategorical = plot.y.categories != nil
        y = Scale(plot.y, from: isCategorical ? rect.top : rect.bottom, to: isCategorical ? rect.bottom : rect.top)
    }

    /// The marks, in their order.
    var shapes: [Shape] {
        layers.flatMap { layer -> [Shape] in
            switch layer.kind {
            case .line: lines(layer)
            case .band: bands(layer)
            case .area: areas(layer)
            case .dot: isDense(layer) ? squares(layer) : dots(layer)
            case .bar: bars(layer)
            case .histogram: histograms(layer)
            case .cell: plot.averagesCells(layer, in: rect) ? meanSquares(layer) : cells(layer)
            case .path: paths(layer)
            case .rule: rules(layer)
            case .arrows: arrows(layer)
            case .fit: fits(layer)
            case .text: []
            }
        }
    }

    func style(_ series: Series, _ layer: Layer) -> SeriesStyle {
        plot.styles.style(of: series.name, in: layer)
    }

    func point(_ datum: Datum) -> Point {
        Point(x: x(datum.x!), y: y(datum.y!))
    }

    /// How far the marks of a series are moved sideways, or down where y has the categories, to make room for those of others.
    func shift(ofSeries index: Int, in layer: Layer) -> Double {
        switch layer.kind {
        case .dot: dodge(index, in: layer)
        case .bar: (Double(index) - Double(layer.series.count - 1) / 2) * barWidth(in: layer)
        case .line, .band, .area, .histogram, .cell, .rule, .arrows, .path, .fit, .text: 0
        }
    }

    private func rules(_ layer: Layer) -> [Shape] {
        var path = PathData()
        for datum in layer.series[0].data {
            guard let line = ruleLine(datum) else { continue }
            path.polyline(line)
        }
        return path.isEmpty ? [] : [.stroke(path, Stroke(paint: .color(Palette.muted), width: 1.2))]
    }

    /// From side to side; nil if the rule is outside.
    func ruleLine(_ datum: Datum) -> [Point]? {
        if let value = datum.y {
            let height = y(value)
            guard y.contains(height) else { return nil }
            return [Point(x: rect.left, y: height), Point(x: rect.right, y: height)]
        }
        let place = x(datum.x!)
        guard x.contains(place) else { return nil }
        return [Point(x: place, y: rect.top), Point(x: place, y: rect.bottom)]
    }
}
