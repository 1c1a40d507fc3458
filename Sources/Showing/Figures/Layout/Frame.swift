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
    let yTitle: [String]
    let xTitle: [String]
    let cellLegendTop: Double
    /// The names of a categorical x axis; nil if it has numbers.
    let xNames: CategoryNames?
    /// The room of what is written at the ticks of the x axis.
    let tickHeight: Double

    /// Of the titles of axes.
    static let lineHeight = 14.0
    static let rowGap = 10.0

    init(_ plot: Plot, _ form: Form) {
        self.form = form
        let isSingle = plot.panels.count == 1
        let sizes = PlotSizes(plot: plot)
        hasEndLabels = isSingle && sizes.endLabelsFit(form)
        legend = Legend(Legend.items(of: plot, hasEndLabels: hasEndLabels), width: form.width)
        let names = plot.y.categories.map { names in
            names.map { textWidth(plot.y.name(of: $0), size: Form.tickSize) }.max() ?? 0
        }
        hasNamesAbove = isSingle && !plot.hasCells && (names ?? 0) > 0.33 * form.width

        cellLegendTop = legend.height + (legend.height == 0 ? 0 : 4)
        yTitleTop = cellLegendTop + CellRamp.legendHeight(plot, width: form.width)
        (xTitle, yTitle) = (Self.title(of: plot.x, form), Self.title(of: plot.y, form))
        let roof = yTitle.isEmpty ? (plot.hasNamedUpright ? 20 : 8) : 8 + Double(yTitle.count) * Self.lineHeight
        plotTop = yTitleTop + roof

        let right = hasEndLabels ? sizes.endLabelWidth + 22 : 14
        let gap = 12.0
        let available =
            form.width - right - sizes.leftMargin(form, height: form.panelWidth, hasNamesAbove: hasNamesAbove)
        let fitting = max(1, Int((available + gap) / (form.panelWidth + gap)))
        let columns = isSingle ? 1 : min(plot.columns, fitting, plot.panels.count)
        self.columns = columns
        let share = (available - Double(columns - 1) * gap) / Double(columns)
        let wantedHeight =
            isSingle
            ? sizes.height(form, hasNamesAbove: hasNamesAbove)
            : max(
                13 * Double(plot.hasCells ? 0 : plot.y.categories?.count ?? 0), min(200, max(56, 0.75 * share)))
        // The ticks, and so the margin, depend on the height.
        let left = sizes.leftMargin(form, height: wantedHeight, hasNamesAbove: hasNamesAbove)
        let widest = (form.width - left - right - Double(columns - 1) * gap) / Double(columns)
        let square = isSingle ? sizes.squareCells(width: widest, height: 1.2 * form.plotHeight) : nil
        let (width, plotHeight) = square ?? (widest, wantedHeight)
        let titleHeight = plot.panels[0] == nil ? 0 : sizes.panelTitleHeight(width: width)
        panelTitleHeight = titleHeight
        let rowHeight = titleHeight + plotHeight + Self.rowGap
        let top = plotTop
        panels = plot.panels.indices.map { index in
            let x = left + Double(index % columns) * (width + gap)
            let y = top + Double(index / columns) * rowHeight + titleHeight
            return Rect(left: x, top: y, right: x + width, bottom: y + plotHeight)
        }
        xNames = CategoryNames(plot.x, below: panels[0], isSmall: !isSingle)
        tickHeight = xNames?.height ?? 24
        height = (panels.last!.bottom + tickHeight + (xTitle.isEmpty ? 0 : 4 + Double(xTitle.count) * Self.lineHeight))
            .rounded(
                .up)
    }

    private static func title(of axis: Axis, _ form: Form) -> [String] {
        let text = axis.settings.title
        return text.isEmpty ? [] : wrapped(text, width: form.width, size: Form.tickSize, atMost: 3)
    }

    /// Whether the panel has no panel to its left.
    func isFirstInRow(_ index: Int) -> Bool { index % columns == 0 }

    /// Whether the panel has no panel below it.
    func isLowest(_ index: Int) -> Bool { index + columns >= panels.count }
}
