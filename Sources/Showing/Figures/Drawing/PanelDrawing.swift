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
            case .line: CurveDrawing(panel: self).lines(layer)
            case .band: CurveDrawing(panel: self).bands(layer)
            case .area: CurveDrawing(panel: self).areas(layer)
            case .dot:
                plot.density.isDense(layer)
                    ? SquareDrawing(panel: self).squares(layer) : DotDrawing(panel: self).dots(layer)
            case .bar: BarDrawing(panel: self).bars(layer)
            case .histogram: HistogramDrawing(panel: self).histograms(layer)
            case .cell:
                CellAverages(plot: plot).areShown(for: layer, in: rect)
                    ? SquareDrawing(panel: self).meanSquares(layer) : CellDrawing(panel: self).cells(layer)
            case .path: PathDrawing(panel: self).paths(layer)
            case .rule: rules(layer)
            case .arrows: ArrowDrawing(panel: self).arrows(layer)
            case .fit: ArrowDrawing(panel: self).fits(layer)
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
        case .dot: DotDrawing(panel: self).dodge(index, in: layer)
        case .bar: (Double(index) - Double(layer.series.count - 1) / 2) * BarDrawing(panel: self).width(in: layer)
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
