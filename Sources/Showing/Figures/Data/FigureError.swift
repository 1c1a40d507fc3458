/// Why a figure can not be drawn. Rows are counted from 1.
public enum FigureError: Error, Hashable, Sendable {
    /// The figure has no mark.
    case noMarks
    /// Small multiples in less than one column.
    case noColumns(Int)
    /// Panels were asked for twice: by small multiples and by a slider, or by two keys.
    case panelsTwice
    /// A mark has no rows.
    case noData(mark: String)
    /// A number is NaN or infinite.
    case notFinite(mark: String, series: String?, channel: String, row: Int, value: String)
    /// An axis with a logarithmic scale got a number that is not positive.
    case notPositive(mark: String, series: String?, axis: String, value: Double)
    /// An axis with written names has a place other than 0 up to how many names there are.
    case badNames(axis: String, count: Int)
    /// There are more arrows, intervals or texts than can be told apart.
    case tooMany(String, count: Int, most: Int)
    /// A text is wider than its cell.
    case textTooWide(String)
    /// There are more names along an axis than have room.
    case tooManyNames(axis: String, count: Int)
    /// A row has no value where it needs one.
    case missing(mark: String, channel: String, row: Int)
    /// A time is beyond a million years.
    case badTime(axis: String)
    /// An axis got both times and numbers, or has a logarithmic scale for times.
    case mixedTimes(axis: String)
    /// An axis got both categories and numbers.
    case mixedAxis(axis: String, category: String, number: String)
    /// A mark got a category where it needs a number.
    case needsNumber(mark: String, axis: String, category: String)
    /// A line has two rows at one x.
    case twoValues(mark: String, series: String?, x: String)
    /// A mean over runs found one run twice at the same place.
    case repeatedRun(mark: String, series: String?, place: String, run: String)
    /// A band needs two values or more.
    case tooFewValues(mark: String, series: String?, place: String)
    /// A confidence or quantile is not between 0 and 1, quantiles are not ascending, or there are no resamples.
    case badBand(String)
    /// A fit has fewer than three rows, or all at one x.
    case tooFewToFit(series: String?)
    /// An interval ends below its start.
    case invertedInterval(mark: String, series: String?, row: Int, low: Double, high: Double)
    /// There are more series than colours.
    case tooManySeries([String])
    /// A series that is highlighted is not in the figure.
    case noSuchSeries(String)
    /// A ramp of colours was asked for a series that is not a number.
    case rampNeedsNumbers(series: String)
    /// A colour other than 1 to 4.
    case noSuchColor(series: String, number: Int)
    /// Two series of one figure have the same colour.
    case sameColor(String, String, number: Int)
    /// A written domain is empty, or not positive on a logarithmic scale.
    case badDomain(axis: String, low: Double, high: Double)
    /// The numbers of an axis or of cells are too far apart or too close together to be divided; on a logarithmic axis, too
    /// large or too small.
    case badSpan(of: String, low: Double, high: Double)
    /// A fitted line has a slope, a height or an uncertainty that is not finite.
    case unboundedFit(series: String?)
    /// A mark needs a linear scale, because it starts at zero.
    case needsLinearScale(mark: String, axis: String)
}

extension FigureError: CustomStringConvertible {
    /// The reason as a sentence that names the place and the value.
    public var description: String {
        switch self {
        case .noMarks: "the figure has no marks"
        case .noColumns(let columns): "small multiples need one column or more, not \(columns)"
        case .panelsTwice: "a figure has one slider or one set of small multiples, not two of them"
        case .noData(let mark): "\(mark) has no rows"
        case .notFinite(let mark, let series, let channel, let row, let value):
            "\(place(mark, series)): \(channel) is \(value) in row \(row)"
        case .notPositive(let mark, let series, let axis, let value):
            "\(place(mark, series)): \(axis) is \(value), but the \(axis) axis is logarithmic"
        case .badNames(let axis, let count):
            "the \(axis) axis has \(count) names, so everything on it must be a whole number from 0 to \(count - 1)"
        case .tooMany(let things, let count, let most):
            "\(count) \(things) are more than the \(most) that can be told apart: show fewer of them"
        case .textTooWide(let text): "“\(text)” is wider than its cell: write less, or show fewer cells"
        case .tooManyNames(let axis, let count):
            "the \(count) names along \(axis) have no room: show fewer, or give numbers or dates instead of names"
        case .missing(let mark, let channel, let row): "\(mark): \(channel) is nil in row \(row)"
        case .badTime(let axis): "the \(axis) axis has a time more than a million years from 1970"
        case .mixedTimes(let axis):
            "the \(axis) axis has times, so everything on it must be one, and its scale can not be logarithmic"
        case .mixedAxis(let axis, let category, let number):
            "the \(axis) axis has both the category “\(category)” and the number \(number)"
        case .needsNumber(let mark, let axis, let category):
            "\(mark) needs numbers for \(axis), but found the category “\(category)”"
        case .twoValues(let mark, let series, let x):
            "\(place(mark, series)) has two rows at x = \(x); average them with meanOver: and band:, or split them with by:"
        case .repeatedRun(let mark, let series, let place, let run):
            "\(self.place(mark, series)) has run \(run) twice at \(place)"
        case .tooFewValues(let mark, let series, let place):
            "\(self.place(mark, series)): a band needs two values or more, but there is one at \(place)"
        case .tooFewToFit(let series): "\(place("Fit", series)) needs three rows or more, not all at one x"
        case .badBand(let text): "\(text) is not a band: shares lie between 0 and 1, in ascending order"
        case .invertedInterval(let mark, let series, let row, let low, let high):
            "\(place(mark, series)): the interval in row \(row) goes down, from \(low) to \(high)"
        case .tooManySeries(let names):
            "\(names.count) series (\(names.joined(separator: ", "))) but four colours: use highlighting(_:), facet(_:columns:), muted() or colorRamp()"
        case .noSuchSeries(let name): "highlighting(_:) names “\(name)”, which is no series of the figure"
        case .rampNeedsNumbers(let series): "colorRamp() orders series by number, but one is “\(series)”"
        case .noSuchColor(let series, let number): "the colour of “\(series)” is \(number), not 1 to 4"
        case .sameColor(let first, let second, let number): "“\(first)” and “\(second)” both have colour \(number)"
        case .badDomain(let axis, let low, let high): "the \(axis) axis can not go from \(low) to \(high)"
        case .badSpan(let what, let low, let high):
            "\(what) can not go from \(low) to \(high); distances, and numbers on logarithmic axes, must be from "
                + "1e-140 to 1e152"
        case .unboundedFit(let series):
            "\(place("Fit", series)) has numbers too large or too close together to be squared"
        case .needsLinearScale(let mark, let axis): "\(mark) starts at zero, so the \(axis) axis can not be logarithmic"
        }
    }

    private func place(_ mark: String, _ series: String?) -> String {
        series.map { "\(mark) “\($0)”" } ?? mark
    }
}
