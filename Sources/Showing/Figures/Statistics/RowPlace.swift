import DeterministicMath

/// Where in the data something is, for errors.
struct RowPlace {
    let mark: MarkKind
    let series: PlotValue?
    let row: Int

    func check(_ value: PlotValue, _ channel: String) throws(FigureError) {
        switch value {
        case .number(let number), .time(let number): try check(number, channel)
        case .integer, .category: break
        case .missing: throw .missing(mark: mark.rawValue, channel: channel, row: row)
        }
    }

    func check(_ number: Double, _ channel: String) throws(FigureError) {
        guard number.isFinite else {
            let value = number.isNaN ? "NaN" : number < 0 ? "−∞" : "∞"
            throw .notFinite(mark: mark.rawValue, series: series?.label, channel: channel, row: row, value: value)
        }
    }

    func inverted(_ interval: Interval) -> FigureError {
        .invertedInterval(
            mark: mark.rawValue, series: series?.label, row: row, low: interval.low, high: interval.high)
    }
}
