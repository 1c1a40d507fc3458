import Exhibits

extension FigureSpecification {
    /// The figure with everything that a page needs.
    func drawn() throws(FigureError) -> DrawnFigure {
        let plot = try Plot(self).withRoomForNames()
        let description = plot.description
        let page = SVG(title: title, description: description)
        let file = SVG(title: title, description: description, isStandalone: true)
        let wide = plot.picture(in: .wide)
        let plots = sliderTitle == nil ? [(plot, wide)] : plot.frames.map { ($0, $0.picture(in: .wide)) }
        let frames = plots.map { plot, wide in
            DrawnFigure.Frame(
                label: plot.frameLabel,
                wide: page.text(of: wide, layout: "wide", readout: plot.readout),
                narrow: page.text(of: plot.picture(in: .narrow), layout: "narrow"))
        }
        return DrawnFigure(
            title: title, frames: frames, sliderTitle: sliderTitle,
            standalone: file.text(of: wide, layout: "wide"), description: description,
            notes: plot.notes + [plot.noteOnNames].compactMap(\.self),
            data: plot.data)
    }
}
