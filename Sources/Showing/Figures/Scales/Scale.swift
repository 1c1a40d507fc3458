import DeterministicMath

/// From values to places along one axis, in pixels.
struct Scale: Sendable {
    private enum Form {
        case linear
        case log
        case categories([PlotValue: Int])
    }

    private let form: Form
    private let low: Double
    private let high: Double
    let start: Double
    let end: Double

    /// `axis` laid from `start` to `end`; a numeric y axis has its start at the bottom.
    init(_ axis: Axis, from start: Double, to end: Double) {
        self.start = start
        self.end = end
        if let categories = axis.categories {
            form = .categories(Dictionary(uniqueKeysWithValues: categories.enumerated().map { ($1, $0) }))
            (low, high) = (-0.5, Double(categories.count) - 0.5)
        } else if axis.settings.scale == .log {
            form = .log
            (low, high) = (log10(axis.low), log10(axis.high))
        } else {
            form = .linear
            (low, high) = (axis.low, axis.high)
        }
    }

    var length: Double { (end - start).magnitude }

    /// The distance between neighbouring categories.
    var categoryLength: Double { length / (high - low) }

    func callAsFunction(_ value: PlotValue) -> Double {
        if case .categories(let places) = form, let index = places[value] { return place(Double(index)) }
        return self(value.number!)
    }

    func callAsFunction(_ value: Double) -> Double {
        if case .log = form { place(log10(value)) } else { place(value) }
    }

    /// Far beyond any picture all places are one: a number that is huge on a written domain must stay a place that paths
    /// can be clipped at and that has whole pixels.
    private func place(_ value: Double) -> Double {
        max(-1e9, min(1e9, start + (value - low) / (high - low) * (end - start)))
    }

    /// Whether `place` lies on the axis, give or take a hair.
    func contains(_ place: Double) -> Bool {
        place >= min(start, end) - 0.01 && place <= max(start, end) + 0.01
    }
}
