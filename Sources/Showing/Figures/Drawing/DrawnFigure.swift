import Exhibits

extension FigureSpecification {
    /// The figure with everything that a page needs.
    func drawn() throws(FigureError) -> DrawnFigure {
        let plot = try RoomForNames(plot: Plot(self)).arranged()
        let description = PlotDescription(plot: plot).text
        let page = SVG(title: title, description: description)
        let file = SVG(title: title, description: description, isStandalone: true)
        let wide = PlotPicture(of: plot, in: .wide).picture
        let narrow = PlotPicture(of: plot, in: .narrow).picture
        let more =
            try [CellAverages(plot: plot).note, RoomForNames(plot: plot).note]
            + LostTexts(plot: plot).notes(wide: wide.lost, narrow: narrow.lost)
        let plots =
            sliderTitle == nil
            ? [(plot, wide, narrow)]
            : plot.frames.map { ($0, PlotPicture(of: $0, in: .wide).picture, PlotPicture(of: $0, in: .narrow).picture) }
        let frames = plots.map { plot, wide, narrow in
            DrawnFigure.Frame(
                label: plot.frameLabel,
                wide: page.text(of: wide, layout: "wide", readout: PlotReadout(plot: plot).json),
                narrow: page.text(of: narrow, layout: "narrow"))
        }
        return DrawnFigure(
            title: title, frames: frames, sliderTitle: sliderTitle,
            standalone: file.text(of: wide, layout: "wide"), description: description,
            notes: PlotNotes(plot: plot).sentences + more.compactMap(\.self),
            data: PlotData(plot: plot).table)
    }
}
