public import Exhibits

/// A figure: marks on shared axes under a title that says, as a sentence, what they show.
///
/// ```swift
/// show(
///     Figure("Per-prompt statistics take the reward from −47 to −9") {
///         Line(runs, x: \.epoch, y: \.reward, by: \.method, meanOver: \.seed, band: .t(0.95))
///         Rule(y: floor, "the floor of these problems")
///     }
///     .x("Epoch").y("Mean reward"))
/// ```
/// Drawn at two widths, with the plotted data as CSV and a description in words. `Row` is the row type of the first mark with
/// data; ``facet(_:columns:)`` reads its panel from that.
public struct Figure<Row> {
    let title: String
    let marks: [any Mark]
    var x = AxisSettings()
    var y = AxisSettings()
    var facet: Encoding<Row>.Channel?
    var columns = 1
    var sliderTitle: String?
    var colors: [String: Int] = [:]
    var hasColorRamp = false

    /// Creates a figure that claims `title`; later marks cover earlier ones.
    public init(_ title: String, @MarkBuilder marks: () -> Marks<Row>) {
        self.title = title
        self.marks = marks().list
    }

    /// The figure drawn.
    public func drawn() throws(FigureError) -> DrawnFigure {
        let plot = try Plot(self)
        let description = plot.description
        let page = SVG(title: title, description: description)
        let file = SVG(title: title, description: description, isStandalone: true)
        let frames = (sliderTitle == nil ? [plot] : plot.frames).map { plot in
            DrawnFigure.Frame(
                label: plot.frameLabel, wide: page.text(of: plot.picture(in: .wide), layout: "wide", readout: plot.readout),
                narrow: page.text(of: plot.picture(in: .narrow), layout: "narrow"))
        }
        return DrawnFigure(
            title: title, frames: frames, sliderTitle: sliderTitle,
            standalone: file.text(of: plot.picture(in: .wide), layout: "wide"), description: description,
            notes: plot.notes, data: plot.data)
    }
}

extension Figure: Exhibit {
    /// The figure drawn.
    ///
    /// - Throws: ``FigureError``, which names the series and the value that can not be drawn.
    public func exhibited() throws -> Exhibited { .figure(try drawn()) }
}
