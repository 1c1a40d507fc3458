/// What is plotted of the rows of one series in one panel.
struct RowGroup {
    struct Key: Hashable {
        var panel: PlotValue?
        var series: PlotValue?
    }

    /// A key by the numbers of its panel and its series, which are cheaper to compare than their names.
    struct Place: Hashable {
        var panel: Int
        var series: Int
    }

    private var data: [Datum] = []
    private var means: MeanOverRuns?

    mutating func add(_ datum: Datum) {
        data.append(datum)
    }

    /// Adds a row of a run: its number along one axis, y unless that has categories, counts towards the mean at the other.
    mutating func add(_ x: PlotValue, _ y: PlotValue, run: PlotValue, mark: MarkKind) throws(FigureError) {
        let axis: AxisName = y.number == nil ? .x : .y
        guard let value = axis == .y ? y.number : x.number else {
            throw .needsNumber(mark: mark.rawValue, axis: axis.rawValue, category: x.label)
        }
        if means == nil { means = MeanOverRuns(along: axis) }
        means!.add(value, at: axis == .y ? x : y, run: run)
    }

    /// The data that are drawn: averaged, and in the order of x where a curve needs it.
    func finished(_ key: Key, as mark: MarkData) throws(FigureError) -> [Datum] {
        var result = data
        if let means, let band = mark.band {
            result = try means.data(band: band, mark: mark.kind, series: key.series)
        }
        guard [.line, .band, .area, .fit].contains(mark.kind) else { return result }
        if result.allSatisfy({ $0.x?.number != nil }) {
            result = result.enumerated().sorted {
                let (first, second) = ($0.element.x!.number!, $1.element.x!.number!)
                return first == second ? $0.offset < $1.offset : first < second
            }.map(\.element)
        }
        guard mark.kind != .fit else { return result }
        for (first, second) in zip(result, result.dropFirst()) where first.x == second.x {
            throw .twoValues(mark: mark.kind.rawValue, series: key.series?.label, x: first.x?.label ?? "")
        }
        return result
    }
}
