import DeterministicMath

/// Equally wide intervals that hold all of some numbers.
struct Bins {
    let start: Double
    let width: Double
    let count: Int

    /// - Parameters:
    ///   - numbers: one or more, all finite.
    ///   - areWhole: whether they are whole numbers, which get a bin each if they are few.
    ///   - wanted: about how many bins there should be; nil for the rule of Freedman and Diaconis.
    init(of numbers: [Double], areWhole: Bool, wanted: Int?) {
        let (low, high) = (numbers.min()!, numbers.max()!)
        if areWhole, wanted == nil, high - low < 60 {
            (start, width, count) = (low - 0.5, 1, Int(high - low) + 1)
            return
        }
        guard low < high else {
            (start, width, count) = (low - 0.5, 1, 1)
            return
        }
        var about = wanted ?? 0
        if wanted == nil {
            let quartiles = numbers.quantiles([0.25, 0.75])
            let advised = 2 * (quartiles[1] - quartiles[0]) / exp(log(Double(numbers.count)) / 3)
            about = advised > 0 ? Int(min(60, (high - low) / advised)) : 0
            about = max(about, min(10, numbers.count))
        }
        let width = Self.round((high - low) / Double(max(1, about)), isWhole: areWhole)
        let offset = areWhole ? 0.5 : 0
        let first = ((low + offset) / width).rounded(.down)
        (start, self.width) = (first * width - offset, width)
        count = Int(((high + offset) / width).rounded(.down) - first) + 1
    }

    /// 1, 2, 2.5 or 5 times a power of ten, whichever is nearest as a ratio.
    private static func round(_ width: Double, isWhole: Bool) -> Double {
        let power = magnitude(of: width)
        let steps = isWhole && power < 1 ? [1.0, 2, 5, 10] : [1, 2, 2.5, 5, 10]
        let leading = width / pow10(power)
        let best = steps.min { abs(log($0 / leading)) < abs(log($1 / leading)) }!
        let rounded = power < 0 ? best / pow10(-power) : best * pow10(power)
        return isWhole ? max(1, rounded) : rounded
    }

    /// The bin of a number that they hold.
    func index(of number: Double) -> Int { min(count - 1, max(0, Int(((number - start) / width).rounded(.down)))) }

    /// From where to where a bin reaches.
    func interval(_ index: Int) -> Interval {
        Interval(low: start + Double(index) * width, high: start + Double(index + 1) * width)
    }
}

extension MarkData {
    /// The bins of a histogram; nil for another mark.
    func sharedBins() throws(FigureError) -> Bins? {
        guard kind == .histogram, let x else { return nil }
        guard let numbers = x.allNumbers else {
            let category = x.distinct.values.first { $0.number == nil && $0 != .missing }
            throw .needsNumber(mark: kind.rawValue, axis: AxisName.x.rawValue, category: category?.label ?? "")
        }
        let present = numbers.indices.filter { !x.isMissing($0) }
        guard !present.isEmpty else { throw .noData(mark: kind.rawValue) }
        let areWhole = present.allSatisfy { x[$0].isInteger }
        return Bins(of: present.map { numbers[$0] }, areWhole: areWhole, wanted: bins)
    }

    /// The rows of one series counted in bins.
    func counted(_ data: [Datum], in bins: Bins) -> [Datum] {
        var counts = Array(repeating: 0, count: bins.count)
        for datum in data { counts[bins.index(of: datum.x!.number!)] += 1 }
        let isTime = data.first?.x?.isTime ?? false
        return counts.enumerated().map { index, count in
            let interval = bins.interval(index)
            let middle = (interval.low + interval.high) / 2
            let height: PlotValue = countsShares ? .number(Double(count) / Double(data.count)) : .integer(count)
            return Datum(x: isTime ? .time(middle) : .number(middle), y: height, interval: interval, count: count)
        }
    }
}
