import Exhibits

/// Whether the names along the axes of a figure have room.
struct RoomForNames: PlotPart {
    let plot: Plot

    /// The figure as its names have room: on its side if those below bars or dots can not stand there.
    ///
    /// - Throws: ``FigureError/tooManyNames(axis:count:)`` if there are too many for any way to write them. A heat map may leave
    ///   names out: its rows and columns are too many to be told apart by them, and its note says so.
    func arranged() throws(FigureError) -> Plot {
        guard let categories = x.categories, !hasCells else { return plot }
        let (wide, narrow) = (Frame(plot, .wide).xNames!, Frame(plot, .narrow).xNames!)
        let canLie =
            y.categories == nil && x.settings.names.isEmpty && panels.count == 1
            && layers.allSatisfy { [.bar, .dot, .rule, .text].contains($0.kind) }
        if canLie, wide.isTurned || wide.isThinned || narrow.isThinned {
            let turned = plot.onItsSide
            try checkHeight(of: turned)
            return turned
        }
        guard !wide.isThinned else { throw .tooManyNames(axis: x.name.rawValue, count: categories.count) }
        return plot
    }

    /// Throws if more names stand below each other than anybody reads.
    private func checkHeight(of turned: Plot) throws(FigureError) {
        let most = 150
        guard let count = turned.y.categories?.count, count > most else { return }
        throw .tooManyNames(axis: AxisName.x.rawValue, count: count)
    }

    /// Which names are left out for room, if any are.
    var note: String? {
        let inWide = axesWithThinnedNames(.wide)
        let inNarrow = axesWithThinnedNames(.narrow)
        guard let names = inNarrow.isEmpty ? inWide.last : inNarrow.last else { return nil }
        let axes = (inWide.isEmpty ? inNarrow : inWide).map(\.name.rawValue).joined(separator: " and ")
        let count = NumberFormat.integer(names.categories?.count ?? 0)
        return (inWide.isEmpty ? "On a narrow screen only" : "Only")
            + " some of the names along \(axes) are written, of \(count); the data have them all."
    }

    private func axesWithThinnedNames(_ form: Form) -> [Axis] {
        let frame = Frame(plot, form)
        let rows = Scale(y, from: frame.panels[0].top, to: frame.panels[0].bottom)
        let shownRows = y.ticks(along: rows, in: .vertical(in: form, isSmall: panels.count > 1)).count
        let isThinnedDown = !frame.hasNamesAbove && shownRows < y.categories?.count ?? 0
        return (frame.xNames?.isThinned == true ? [x] : []) + (isThinnedDown ? [y] : [])
    }
}
