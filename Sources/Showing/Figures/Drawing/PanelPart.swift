import Exhibits

/// What draws one thing of a panel, marks of a kind, axes or labels: it calls the panel's parts by their names.
protocol PanelPart {
    /// The panel.
    var panel: PanelDrawing { get }
}

extension PanelPart {
    var plot: Plot { panel.plot }
    var rect: Rect { panel.rect }
    var form: Form { panel.form }
    var x: Scale { panel.x }
    var y: Scale { panel.y }
    var layers: [Layer] { panel.layers }

    func style(_ series: Series, _ layer: Layer) -> SeriesStyle { panel.style(series, layer) }
    func point(_ datum: Datum) -> Point { panel.point(datum) }
    func ruleLine(_ datum: Datum) -> [Point]? { panel.ruleLine(datum) }
}
