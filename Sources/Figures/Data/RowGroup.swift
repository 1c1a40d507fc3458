import DeterministicMath

/// The rows of one series in one panel, and their mean over runs if that is asked.
struct RowGroup {
    struct Key: Hashable {
        var panel: PlotValue?
        var series: PlotValue?
    }

    let key: Key
    private var data: [Datum] = []
    private var runs: [PlotValue] = []

    init(key: Key) {
        self.key = key
    }

    mutating func add(_ datum: Datum, run: PlotValue?) {
        data.append(datum)
        if let run { runs.append(run) }
    }

    /// The data that are drawn: averaged, and in the order of x where a curve needs it.
    func finished<Row>(as encoding: Encoding<Row>) throws(FigureError) -> [Datum] {
        var result = data
        if let band = encoding.band { result = try averaged(band, mark: encoding.kind) }
        guard [.line, .band, .area, .fit].contains(encoding.kind) else { return result }
        if result.allSatisfy({ $0.x?.number != nil }) {
            result = result.enumerated().sorted {
                let (first, second) = ($0.element.x!.number!, $1.element.x!.number!)
                return first == second ? $0.offset < $1.offset : first < second
            }.map(\.element)
        }
        guard encoding.kind != .fit else { return result }
        for (first, second) in zip(result, result.dropFirst()) where first.x == second.x {
            throw .twoValues(
                mark: encoding.kind.rawValue, series: key.series?.label, x: first.x?.label ?? "")
        }
        return result
    }

    private func averaged(_ band: BandMeaning, mark: MarkKind) throws(FigureError) -> [Datum] {
        let value: AxisName = data.contains { $0.y?.number == nil } ? .x : .y
        let place: AxisName = value == .y ? .x : .y
        var order: [PlotValue] = []
        var values: [[Double]] = []
        var runsThere: [[PlotValue]] = []
        var indices: [PlotValue: Int] = [:]
        for (datum, run) in zip(data, runs) {
            guard let number = datum[value]?.number, let position = datum[place] else {
                throw .needsNumber(mark: mark.rawValue, axis: value.rawValue, category: datum[value]?.label ?? "")
            }
            let index = indices[position] ?? order.count
            if index == order.count {
                indices[position] = index
                order.append(position)
                values.append([])
                runsThere.append([])
            }
            values[index].append(number)
            runsThere[index].append(run)
        }
        var statistics = try BandStatistics(band)
        var result: [Datum] = []
        for (index, position) in order.enumerated() {
            let name = "\(place.rawValue) = \(position.label)"
            if let run = firstRepeated(runsThere[index]) {
                throw .repeatedRun(mark: mark.rawValue, series: key.series?.label, place: name, run: run.label)
            }
            guard values[index].count > 1 else {
                throw .tooFewValues(mark: mark.rawValue, series: key.series?.label, place: name)
            }
            var datum = Datum(interval: statistics.interval(of: values[index]), count: values[index].count)
            datum[place] = position
            datum[value] = .number(values[index].mean())
            result.append(datum)
        }
        return result
    }

    private func firstRepeated(_ runs: [PlotValue]) -> PlotValue? {
        var seen = Set<PlotValue>(minimumCapacity: runs.count)
        return runs.first { !seen.insert($0).inserted }
    }
}
