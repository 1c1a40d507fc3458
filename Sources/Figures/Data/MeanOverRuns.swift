import DeterministicMath

/// The values of several runs at each place of one series, and their means.
struct MeanOverRuns {
    /// The axis whose numbers are averaged; the other one has the places.
    private let valueAxis: AxisName
    private var places = Appearance<PlotValue>()
    private var runs = Appearance<PlotValue>()
    private var values: [[Double]] = []
    private var runsAtPlace: [[Int]] = []

    init(along valueAxis: AxisName) {
        self.valueAxis = valueAxis
    }

    mutating func add(_ value: Double, at place: PlotValue, run: PlotValue) {
        let index = places.index(of: place)
        if index == values.count {
            values.append([])
            runsAtPlace.append([])
        }
        values[index].append(value)
        runsAtPlace[index].append(runs.index(of: run))
    }

    /// The mean and its band at each place.
    func data(band: BandMeaning, mark: MarkKind, series: PlotValue?) throws(FigureError) -> [Datum] {
        let placeAxis: AxisName = valueAxis == .y ? .x : .y
        var statistics = try BandStatistics(band)
        var lastPlace = Array(repeating: -1, count: runs.values.count)
        var data: [Datum] = []
        for (index, place) in places.values.enumerated() {
            let name = "\(placeAxis.rawValue) = \(place.label)"
            for run in runsAtPlace[index] {
                guard lastPlace[run] != index else {
                    throw .repeatedRun(
                        mark: mark.rawValue, series: series?.label, place: name, run: runs.values[run].label)
                }
                lastPlace[run] = index
            }
            guard values[index].count > 1 else {
                throw .tooFewValues(mark: mark.rawValue, series: series?.label, place: name)
            }
            var datum = Datum(interval: statistics.interval(of: values[index]), count: values[index].count)
            datum[placeAxis] = place
            datum[valueAxis] = .number(values[index].mean())
            data.append(datum)
        }
        return data
    }
}
