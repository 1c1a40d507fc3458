/// Where everything of a figure stands in one layout: header, panels, margins.
struct Frame {
    let form: Form
    let legend: Legend
    let hasEndLabels: Bool
    /// Whether the names of a categorical y axis stand above their rows, because there is no room at the left.
    let hasNamesAbove: Bool
    let panelTitleHeight: Double
    let panels: [Rect]
    let columns: Int
    let height: Double
    let plotTop: Double
    let yTitleTop: Double
    let cellLegendTop: Double

    static let titleHeight = 18.0
    static let rowGap = 10.0

    init(_ plot: Plot, _ form: Form) {
        self.form = form
        let isSingle = plot.panels.count == 1
        hasEndLabels = isSingle && plot.endLabelsFit(form)
        legend = Legend(plot.legendItems(hasEndLabels: hasEndLabels), width: form.width)
        let names = plot.y.categories.map { names in names.map { textWidth($0.label, size: Form.tickSize) }.max() ?? 0 }
        hasNamesAbove = isSingle && !plot.hasCells && (names ?? 0) > 0.33 * form.width

        cellLegendTop = legend.height + (legend.height == 0 ? 0 : 4)
        yTitleTop = cellLegendTop + (plot.cellValues == nil ? 0 : 24)
        let hasYTitle = !plot.y.settings.title.isEmpty
        plotTop = yTitleTop + (hasYTitle ? Self.titleHeight + 4 : plot.hasNamedUpright ? 20 : 8)

        let left = plot.leftMargin(form, hasNamesAbove: hasNamesAbove)
        let right = hasEndLabels ? plot.endLabelWidth + 22 : 14
        let available = form.width - left - right
        let gap = 12.0
        let fitting = max(1, Int((available + gap) / (form.panelWidth + gap)))
        columns = isSingle ? 1 : min(plot.columns, fitting, plot.panels.count)
        let width = (available - Double(columns - 1) * gap) / Double(columns)
        let plotHeight = isSingle ? plot.height(form, hasNamesAbove: hasNamesAbove) : min(200, max(56, 0.75 * width))
        let titleHeight = isSingle ? 0 : plot.panelTitleHeight(width: width)
        panelTitleHeight = titleHeight
        let rowHeight = titleHeight + plotHeight + Self.rowGap
        let (top, columns) = (plotTop, columns)
        panels = plot.panels.indices.map { index in
            let x = left + Double(index % columns) * (width + gap)
            let y = top + Double(index / columns) * rowHeight + titleHeight
            return Rect(left: x, top: y, right: x + width, bottom: y + plotHeight)
        }
        let title = plot.x.settings.title.isEmpty ? 0 : Self.titleHeight
        height = (panels.last!.bottom + 20 + title + 4).rounded(.up)
    }

    /// Whether the panel has no panel to its left.
    func isFirstInRow(_ index: Int) -> Bool { index % columns == 0 }

    /// Whether the panel has no panel below it.
    func isLowest(_ index: Int) -> Bool { index + columns >= panels.count }
}
