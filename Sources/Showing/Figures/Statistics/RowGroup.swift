/// The rows of one series in one panel.
struct RowGroup {
    let panel: PlotValue?
    let series: PlotValue?
    /// The rows to be averaged, counted from 0.
    var averagedRows: [Int] = []
    /// The rows that are drawn as they are.
    var data: [Datum] = []
    /// How many rows are left out, because their x or y is nil.
    var missing = 0
    /// The places of rows without y, and how many data came before them.
    var gaps: [(x: PlotValue?, before: Int)] = []

    var isEmpty: Bool { averagedRows.isEmpty && data.isEmpty }

    /// The data that are drawn: averaged, and in the order of x where a curve needs it.
    func finished(_ mark: MarkData, means: MeanOverRuns?) throws(FigureError) -> [Datum] {
        var result = data
        if let means, let band = mark.band {
            result = try means.data(of: averagedRows, band: band, mark: mark.kind, series: series)
        }
        guard [.line, .band, .area, .fit].contains(mark.kind) else { return result }
        if result.allSatisfy({ $0.x?.number != nil }) {
            result = result.enumerated().sorted {
                let (first, second) = ($0.element.x!.number!, $1.element.x!.number!)
                return first == second ? $0.offset < $1.offset : first < second
            }.map(\.element)
        }
        for gap in gaps where means == nil {
            let after =
                gap.x?.number.map { x in result.firstIndex { $0.x!.number.map { $0 > x } ?? false } } ?? gap.before
            if let after, after > 0, after < result.count { result[after].followsGap = true }
        }
        guard mark.kind != .fit else { return result }
        for (first, second) in zip(result, result.dropFirst()) where first.x == second.x {
            throw .twoValues(mark: mark.kind.rawValue, series: series?.label, x: first.x?.label ?? "")
        }
        return result
    }
}
