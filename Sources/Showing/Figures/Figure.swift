public import Exhibits

/// A figure: marks on shared axes under a title that says, as a sentence, what they show.
///
/// ```swift
/// show(
///     Figure("Per-prompt statistics take the reward from −47 to −9") {
///         Line(runs, x: \.epoch, y: \.reward, by: \.method, meanOver: \.seed, band: .t(0.95))
///         Rule(y: ceiling, "the ceiling of these problems")
///     }
///     .x("Epoch").y("Mean reward"))
/// ```
/// Drawn at two widths, with the plotted data as CSV and a description in words. `Row` is the row type of the first mark with
/// data; ``facet(_:columns:)`` reads its panel from that.
public struct Figure<Row> {
    var specification: FigureSpecification

    /// Creates a figure that claims `title`; later marks cover earlier ones.
    public init(_ title: String, @MarkBuilder marks: () -> Marks<Row>) {
        specification = FigureSpecification(title: title, marks: marks().list)
    }

    /// The figure drawn.
    public func drawn() throws(FigureError) -> DrawnFigure { try specification.drawn() }

    /// A copy with one thing changed.
    func with(_ change: (inout FigureSpecification) -> Void) -> Figure {
        var copy = self
        change(&copy.specification)
        return copy
    }
}

extension Figure: TitledExhibit {
    /// What the figure claims.
    public var title: String { specification.title }

    /// The figure drawn.
    ///
    /// - Throws: ``FigureError``, which names the series and the value that can not be drawn.
    public func exhibited() throws -> Exhibited { .figure(try drawn()) }
}
