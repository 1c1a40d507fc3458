/// What is made of a figure: it calls the figure's parts by their names.
protocol PlotPart {
    /// The figure.
    var plot: Plot { get }
}

extension PlotPart {
    var layers: [Layer] { plot.layers }
    var panels: [PlotValue?] { plot.panels }
    var x: Axis { plot.x }
    var y: Axis { plot.y }
    var styles: SeriesStyles { plot.styles }
    var hasCells: Bool { plot.hasCells }
}
