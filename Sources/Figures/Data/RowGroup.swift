/// What is plotted of the rows of one series in one panel.
struct RowGroup {
    struct Key: Hashable {
        var panel: PlotValue?
        var series: PlotValue?
    }

    private var data: [Datum] = []
    private var means: MeanOverRuns?

    mutating func add(_ datum: Datum) {
        data.append(datum)
    }

    /// Adds a row of a run: its number along one axis, y unless that has categories, counts towards the mean at the other.
    mutating func add(_ x: PlotValue, _ y: PlotValue, run: PlotValue, at place: RowPlace) throws(FigureError) {
        try place.check(x, "x")
        try place.check(y, "y")
        try place.check(run, "meanOver")
        let axis: AxisName = y.number == nil ? .x : .y
        guard let value = axis == .y ? y.number : x.number else { throw place.needsNumber(axis, found: x) }
        if means == nil { means = MeanOverRuns(along: axis) }
        means!.add(value, at: axis == .y ? x : y, run: run)
    }

    /// The data that are drawn: averaged, and in the order of x where a curve needs it.
    func finished<Row>(_ key: Key, as encoding: Encoding<Row>) throws(FigureError) -> [Datum] {
        var result = data
        if let means, let band = encoding.band {
            result = try means.data(band: band, mark: encoding.kind, series: key.series)
        }
        guard [.line, .band, .area, .fit].contains(encoding.kind) else { return result }
        if result.allSatisfy({ $0.x?.number != nil }) {
            result = result.enumerated().sorted {
                let (first, second) = ($0.element.x!.number!, $1.element.x!.number!)
                return first == second ? $0.offset < $1.offset : first < second
            }.map(\.element)
        }
        guard encoding.kind != .fit else { return result }
        for (first, second) in zip(result, result.dropFirst()) where first.x == second.x {
            throw .twoValues(mark: encoding.kind.rawValue, series: key.series?.label, x: first.x?.label ?? "")
        }
        return result
    }
}
