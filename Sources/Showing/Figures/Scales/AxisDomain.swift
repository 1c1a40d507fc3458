import DeterministicMath

extension Axis {
    /// The axis that holds all of `layers`.
    init(_ name: AxisName, _ settings: AxisSettings, holding layers: [Layer]) throws(FigureError) {
        self.name = name
        self.settings = settings
        var places: [PlotValue] = []
        var seen = Set<PlotValue>()
        for datum in layers.lazy.flatMap(\.series).flatMap(\.data) {
            if let place = datum[name], seen.insert(place).inserted { places.append(place) }
        }
        if !settings.names.isEmpty {
            guard places.allSatisfy({ $0.number.map(settings.names.indices.contains(place:)) ?? false }) else {
                throw .badNames(axis: name.rawValue, count: settings.names.count)
            }
            categories = settings.names.indices.map(PlotValue.integer)
            return
        }
        if let category = places.first(where: { $0.number == nil }) {
            if let number = places.first(where: { $0.number != nil }) {
                throw .mixedAxis(axis: name.rawValue, category: category.label, number: number.label)
            }
            try Self.checkCategories(name, layers, category)
            categories = places
            return
        }
        isInteger = !places.isEmpty && places.allSatisfy(\.isInteger)
        isTime = places.contains(where: \.isTime)
        if isTime {
            guard places.allSatisfy(\.isTime), settings.scale == .linear else {
                throw .mixedTimes(axis: name.rawValue)
            }
            let times =
                places.map { $0.number!.magnitude }
                + [settings.domain?.lowerBound, settings.domain?.upperBound]
                .compactMap { $0?.magnitude }
            guard times.allSatisfy({ $0 <= Self.farthestTime }) else { throw .badTime(axis: name.rawValue) }
        }
        try measure(layers)
    }

    /// A million years of 365 days, in seconds.
    private static let farthestTime = 1e6 * 365 * 86_400

    private static func checkCategories(_ name: AxisName, _ layers: [Layer], _ category: PlotValue) throws(FigureError)
    {
        for layer in layers {
            let needsNumber: Bool =
                switch layer.kind {
                case .line, .area, .band: name == .y
                case .bar: name == layer.lengthAxis
                case .arrows, .fit, .histogram: true
                case .dot:
                    layer.intervalAxis == name && layer.series.contains { $0.data.contains { $0.interval != nil } }
                case .cell, .rule, .text, .path: false
                }
            guard !needsNumber else {
                throw .needsNumber(mark: layer.kind.rawValue, axis: name.rawValue, category: category.label)
            }
        }
    }

    private mutating func measure(_ layers: [Layer]) throws(FigureError) {
        var (smallest, largest) = (Double.infinity, -Double.infinity)
        var (least, most) = (Double.infinity, -Double.infinity)
        for layer in layers {
            let half = layer.halfWidth(along: name)
            for series in layer.series {
                for value in series.data.flatMap({ extent(of: $0, in: layer, half: half) }) {
                    guard settings.scale == .linear || value > 0 else {
                        throw .notPositive(
                            mark: layer.kind.rawValue, series: series.name?.label, axis: name.rawValue, value: value)
                    }
                    smallest = min(smallest, value)
                    largest = max(largest, value)
                }
                // The bins of a histogram are its data.
                let width = layer.kind == .histogram ? half : nil
                let values = series.data.flatMap { extent(of: $0, in: layer, half: width) }
                least = min(least, values.min() ?? least)
                most = max(most, values.max() ?? most)
            }
            if name == layer.lengthAxis {
                guard settings.scale == .linear else {
                    throw .needsLinearScale(mark: layer.kind.rawValue, axis: name.rawValue)
                }
                (smallest, largest) = (min(smallest, 0), max(largest, 0))
                (least, most) = (min(least, 0), max(most, 0))
            }
        }
        if least <= most { data = Interval(low: least, high: most) }
        if let domain = settings.domain {
            let (low, high) = (domain.lowerBound, domain.upperBound)
            guard low < high, low.isFinite, high.isFinite, settings.scale == .linear || low > 0 else {
                throw .badDomain(axis: name.rawValue, low: low, high: high)
            }
            try checkSpan(low, high)
            (self.low, self.high) = (low, high)
            return
        }
        guard smallest <= largest else { return }
        // Equal numbers have no span yet; others are checked before ticks are sought to stretch it to.
        if smallest < largest { try checkSpan(smallest, largest) }
        (low, high) = padded(smallest, largest, layers)
        try checkSpan(low, high)
    }

    private func checkSpan(_ low: Double, _ high: Double) throws(FigureError) {
        switch settings.scale {
        case .linear: try Figures.checkSpan(of: "the \(name.rawValue) axis", from: low, to: high)
        case .log: try checkLogarithmicSpan(of: "the \(name.rawValue) axis", from: low, to: high)
        }
    }

    /// The numbers on this axis that `datum` reaches.
    private func extent(of datum: Datum, in layer: Layer, half: Double?) -> [Double] {
        var numbers: [Double] = []
        if let number = datum[name]?.number { numbers.append(number) }
        if layer.intervalAxis == name, let interval = datum.interval { numbers += [interval.low, interval.high] }
        if let step = name == .x ? datum.dx : datum.dy, let number = numbers.first { numbers.append(number + step) }
        if let half, let number = numbers.first { numbers += [number - half, number + half] }
        return numbers
    }

    /// With air around dots and heights, none where a curve runs from side to side, none below zero where marks start there.
    private func padded(_ smallest: Double, _ largest: Double, _ layers: [Layer]) -> (Double, Double) {
        if smallest == largest {
            if settings.scale == .log { return (smallest / 2, largest * 2) }
            let half = smallest == 0 ? 1 : smallest.magnitude / 10
            return (smallest - half, largest + half)
        }
        // Bars and cells have their own air; more of it would get ticks where nothing is.
        let hasBoxes = layers.contains {
            $0.kind == .cell || ([.bar, .histogram].contains($0.kind) && name != $0.lengthAxis)
        }
        let fills =
            hasBoxes
            || layers.allSatisfy { layer in
                switch layer.kind {
                case .line, .band, .area: name == .x
                case .bar, .histogram: name != layer.lengthAxis
                case .rule: name == .x || layer.series[0].data[0].y == nil
                case .dot, .arrows, .path, .fit, .text, .cell: false
                }
            }
        if fills {
            let isCurve = name == .x && !hasBoxes
            return isCurve ? stretched(smallest, largest) : (smallest, largest)
        }
        let share = 0.06
        if settings.scale == .log {
            let reach = exp(share * log(largest / smallest))
            return (smallest / reach, largest * reach)
        }
        let pad = share * (largest - smallest)
        let startsAtZero = layers.contains { $0.lengthAxis == name }
        return (startsAtZero && smallest == 0 ? 0 : smallest - pad, startsAtZero && largest == 0 ? 0 : largest + pad)
    }
}

extension Axis {
    /// To a tick that is within a fiftieth of an end: epochs 0 to 999 get an axis to 1,000.
    private func stretched(_ smallest: Double, _ largest: Double) -> (Double, Double) {
        guard settings.scale == .linear, settings.ticks == nil else { return (smallest, largest) }
        let reach = (largest - smallest) / 50
        let ticks = ticks(from: smallest - reach, to: largest + reach, count: 5).values
        return (min(smallest, ticks.first ?? smallest), max(largest, ticks.last ?? largest))
    }
}

extension Layer {
    /// The axis along which marks reach from zero; nil for those that do not. A bar lies on its side where y has its name.
    var lengthAxis: AxisName? {
        switch kind {
        case .area, .histogram: .y
        case .bar: series.first?.data.first?.y?.number == nil ? .x : .y
        case .line, .band, .dot, .cell, .arrows, .path, .fit, .rule, .text: nil
        }
    }

    /// Half the width of a bar or cell on a numeric axis: half the smallest distance between two places.
    func halfWidth(along axis: AxisName) -> Double? {
        guard kind == .cell || (kind == .bar && axis != lengthAxis) else { return nil }
        let places = series.flatMap(\.data).compactMap { $0[axis]?.number }.sorted()
        let distances = zip(places, places.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
        return (distances.min() ?? 1) / 2
    }
}

extension Range<Int> {
    /// Whether `place` is one of these whole numbers.
    fileprivate func contains(place: Double) -> Bool {
        Int(exactly: place).map(contains) ?? false
    }
}
