import Exhibits

extension FigureSpecification {
    /// The figure with everything that a page needs.
    func drawn() throws(FigureError) -> DrawnFigure {
        let plot = try Plot(self).withRoomForNames()
        let description = plot.description
        let page = SVG(title: title, description: description)
        let file = SVG(title: title, description: description, isStandalone: true)
        let wide = plot.picture(in: .wide)
        let narrow = plot.picture(in: .narrow)
        let more =
            try [plot.noteOnMeans, plot.noteOnNames] + plot.notesOnLostTexts(wide: wide.lost, narrow: narrow.lost)
        let plots =
            sliderTitle == nil
            ? [(plot, wide, narrow)] : plot.frames.map { ($0, $0.picture(in: .wide), $0.picture(in: .narrow)) }
        let frames = plots.map { plot, wide, narrow in
            DrawnFigure.Frame(
                label: plot.frameLabel,
                wide: page.text(of: wide, layout: "wide", readout: plot.readout),
                narrow: page.text(of: narrow, layout: "narrow"))
        }
        return DrawnFigure(
            title: title, frames: frames, sliderTitle: sliderTitle,
            standalone: file.text(of: wide, layout: "wide"), description: description,
            notes: plot.notes + more.compactMap(\.self),
            data: plot.data)
    }
}
