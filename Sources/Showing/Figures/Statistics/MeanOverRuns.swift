import DeterministicMath

/// The values of several runs at each place of one axis, and their means.
struct MeanOverRuns {
    /// The axis whose numbers are averaged, y unless that has categories; the other one has the places.
    private let valueAxis: AxisName
    private let numbers: [Double]
    private let places: (values: [PlotValue], indices: [Int])
    private let runs: (values: [PlotValue], indices: [Int])

    init(x: Column, y: Column, run: Column, mark: MarkKind) throws(FigureError) {
        if let heights = y.allNumbers {
            (valueAxis, numbers, places) = (.y, heights, x.distinct)
        } else if let widths = x.allNumbers {
            (valueAxis, numbers, places) = (.x, widths, y.distinct)
        } else {
            let category = x.distinct.values.first { $0.number == nil }
            throw .needsNumber(mark: mark.rawValue, axis: AxisName.x.rawValue, category: category!.label)
        }
        runs = run.distinct
    }

    /// The mean of `rows`, which are of one series, and its band at each of their places.
    func data(of rows: [Int], band: BandMeaning, mark: MarkKind, series: PlotValue?) throws(FigureError) -> [Datum] {
        let placeAxis: AxisName = valueAxis == .y ? .x : .y
        var statistics = try BandStatistics(band)
        var lastPlace = Array(repeating: -1, count: runs.values.count)
        var data: [Datum] = []
        for (place, rows) in byPlace(rows) {
            let name = { "\(placeAxis.rawValue) = \(places.values[place].label)" }
            for row in rows {
                let run = runs.indices[row]
                guard lastPlace[run] != place else {
                    throw .repeatedRun(
                        mark: mark.rawValue, series: series?.label, place: name(), run: runs.values[run].label)
                }
                lastPlace[run] = place
            }
            guard rows.count > 1 else {
                throw .tooFewValues(mark: mark.rawValue, series: series?.label, place: name())
            }
            let values = rows.map { numbers[$0] }
            var datum = Datum(interval: statistics.interval(of: values), count: values.count)
            datum[placeAxis] = places.values[place]
            datum[valueAxis] = .number(values.mean())
            data.append(datum)
        }
        return data
    }

    /// The places of `rows` in order of appearance, each with its rows in their order: a counting sort.
    private func byPlace(_ rows: [Int]) -> [(place: Int, rows: ArraySlice<Int>)] {
        var appearance = Appearance<Int>()
        let indices = rows.map { appearance.index(of: places.indices[$0]) }
        var ends = Array(repeating: 0, count: appearance.values.count)
        for index in indices { ends[index] += 1 }
        var start = 0
        for index in ends.indices { (ends[index], start) = (start, start + ends[index]) }
        var sorted = rows
        for (row, index) in zip(rows, indices) {
            sorted[ends[index]] = row
            ends[index] += 1
        }
        return zip([0] + ends, zip(appearance.values, ends)).map { ($1.0, sorted[$0..<$1.1]) }
    }
}
