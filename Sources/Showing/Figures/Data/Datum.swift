import DeterministicMath

/// One plotted thing: a point of a line, a dot, a cell.
struct Datum: Hashable, Sendable {
    var x: PlotValue?
    var y: PlotValue?
    /// Along the layer's `intervalAxis`.
    var interval: Interval?
    /// How many values a mean is of.
    var count: Int?
    /// What a cell's colour shows.
    var value: Double?
    var text: String?
    /// The vector of an arrow.
    var dx: Double?
    var dy: Double?
    /// Whether values are missing before it, so that no curve leads here.
    var followsGap = false

    subscript(axis: AxisName) -> PlotValue? {
        get { axis == .x ? x : y }
        set { if axis == .x { x = newValue } else { y = newValue } }
    }
}

/// The data of one colour in one layer.
struct Series: Hashable, Sendable {
    /// The value of `by:`; nil without.
    var name: PlotValue?
    var data: [Datum]

    /// The data between the gaps; none of the pieces is empty.
    var pieces: [ArraySlice<Datum>] {
        let starts = [0] + data.indices.filter { data[$0].followsGap && $0 > 0 }
        return zip(starts, starts.dropFirst() + [data.count]).compactMap { $0 < $1 ? data[$0..<$1] : nil }
    }
}

/// One mark in one panel, with its rows reduced to what is drawn.
struct Layer: Hashable, Sendable {
    var kind: MarkKind
    /// The value of the facet; nil for a mark that stands in every panel.
    var panel: PlotValue?
    var series: [Series]
    var isMuted = false
    /// The axis of intervals, and of the averaged value.
    var intervalAxis = AxisName.y
    var band: BandMeaning?
    var meaning: String?
    /// How many rows have no place, because their x or y is nil.
    var missing = 0
    /// Whether it repeats other data behind its panel.
    var isContext = false

    /// How many data there are.
    var count: Int { series.reduce(0) { $0 + $1.data.count } }
}
