import DeterministicMath
import Exhibits

/// A figure with its data reduced and its axes known, before it has a size.
struct Plot {
    let title: String
    var layers: [Layer]
    /// The small multiples; one nil if there are none.
    var panels: [PlotValue?]
    var columns: Int
    var x: Axis
    var y: Axis
    var styles: SeriesStyles
    /// The smallest and largest value of the cells.
    var cellValues: Interval?
    /// Whether each series has a panel of its own, because they are more than the colours.
    var isApart = false
    /// The series that are grey because others are highlighted.
    var greyNames: [PlotValue] = []
    /// Whether its axes are exchanged.
    var isOnItsSide = false
    /// The value of the slider that this plot is the picture of.
    var frameLabel = ""

    /// The most series that get a panel each without being asked.
    private static let mostApart = 24

    init(_ figure: FigureSpecification) throws(FigureError) {
        if let mistake = figure.mistake { throw mistake }
        guard !figure.marks.isEmpty else { throw .noMarks }
        title = figure.title
        columns = figure.columns
        layers = []
        for mark in figure.marks { layers += try mark.layers() }
        for index in layers.indices where layers[index].kind == .fit {
            layers[index] = try layers[index].fitted(x: figure.x.scale, y: figure.y.scale)
        }
        if let names = figure.highlighted {
            let all = layers.coloredNames
            if let unknown = names.first(where: { !all.contains($0) }) { throw .noSuchSeries(unknown.label) }
            layers = layers.highlighting(names)
            greyNames = all.filter { !names.contains($0) }
        }
        if !figure.hasColorRamp, layers.coloredNames.count > Palette.series.count {
            layers = layers.withoutRepeatedNames
            let names = layers.coloredNames
            if names.count > Palette.series.count, names.count <= Self.mostApart, !figure.hasPanels {
                layers = layers.apart(names)
                columns = names.count <= 6 || names.count == 9 ? 3 : 4
                isApart = true
            }
        }
        var named: [PlotValue] = []
        for panel in layers.compactMap(\.panel) where !named.contains(panel) { named.append(panel) }
        panels = named.isEmpty ? [nil] : named
        x = try Axis(.x, figure.x, holding: layers)
        y = try Axis(.y, figure.y, holding: layers)
        styles = try SeriesStyles(layers: layers, colors: figure.colors, isRamp: figure.hasColorRamp)
        let values = layers.flatMap(\.series).flatMap(\.data).compactMap(\.value)
        if let low = values.min(), let high = values.max() {
            if low < high { try checkSpan(of: "the values of cells", from: low, to: high) }
            cellValues = Interval(low: low, high: high)
        }
        if !figure.hasColorRamp { styles.dash(LineCrossings(plot: self).series) }
        try density.check()
    }

    /// A plot for each panel, on the same scales and in the same colours.
    var frames: [Plot] {
        panels.map { panel in
            var plot = self
            plot.layers = layers(in: panel)
            for index in plot.layers.indices { plot.layers[index].panel = nil }
            plot.panels = [nil]
            plot.frameLabel = panel?.label ?? ""
            return plot
        }
    }

    /// The layers that stand in `panel`.
    func layers(in panel: PlotValue?) -> [Layer] {
        layers.filter { $0.panel == nil || $0.panel == panel }
    }

    /// Whether its marks are too many to be drawn or read one by one.
    var density: Density { Density(layers: layers) }

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
}
