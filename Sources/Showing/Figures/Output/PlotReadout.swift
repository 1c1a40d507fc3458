import DeterministicMath
import Exhibits

extension MarkKind {
    /// How far apart the data are that are kept of a series of `count`, in a figure of as many curves: 1, 2, 5, 10, 20 …, so that
    /// round places stay round. All curves together keep about 500 data, and each at least 50 if it has them.
    fileprivate func readingStride(count: Int, curves: Int) -> Int {
        guard isCurve else { return 1 }
        let most = max(50, 500 / curves)
        var strides = [1, 2, 5]
        while count > most * strides[0] { strides = [strides[1], strides[2], 10 * strides[0]] }
        return strides[0]
    }
}

/// What the page's script says about the place under the reader's pointer.
struct PlotReadout: PlotPart {
    let plot: Plot

    /// JSON: `x` and `y` describe the axes (`low` and `high` are their ends, or `names` their categories); each of `series` has
    /// its data in columns, where a category is its index. A column of equal steps is `{"from":…,"by":…}`. Numbers
    /// have the digits that the picture can show, and long curves only some of their points.
    var json: String {
        let panelNames = panels.count > 1 ? ["panels": JSON.list(panels.map { .text($0?.label ?? "") })] : [:]
        let curves = layers.filter(\.kind.isCurve).reduce(0) { $0 + $1.series.count }
        var series: [JSON] = []
        for layer in layers where plot.density.isReadable(layer) {
            for one in layer.series { series.append(reading(one, in: layer, curves: curves)) }
        }
        let axes = ["x": reading(x), "y": reading(y), "series": JSON.list(series)]
        return JSON.object(axes.merging(panelNames) { first, _ in first }).text
    }

    private func reading(_ axis: Axis) -> JSON {
        var fields: [String: JSON] = ["title": .text(axis.settings.title)]
        if let categories = axis.categories {
            fields["names"] = .list(categories.map { .text(axis.name(of: $0)) })
        } else {
            fields["low"] = .number(axis.low)
            fields["high"] = .number(axis.high)
            if axis.settings.scale == .log { fields["log"] = .number(1) }
            if axis.isTime { fields["time"] = .number(1) }
        }
        return .object(fields)
    }

    private func reading(_ series: Series, in layer: Layer, curves: Int) -> JSON {
        let stride = layer.kind.readingStride(count: series.data.count, curves: curves)
        let last = series.data.count - 1
        let data = series.data.enumerated().filter { $0.offset.isMultiple(of: stride) || $0.offset == last }.map(
            \.element)
        let intervalAxis = layer.intervalAxis == .x ? x : y
        var fields: [String: JSON] = [
            "kind": .text(layer.kind.rawValue.lowercased()),
            "paint": .text(styles.style(of: series.name, in: layer).paint.css),
        ]
        if let name = series.name { fields["name"] = .text(name.label) }
        if let panel = layer.panel, panels.count > 1 {
            fields["panel"] = .number(Double(panels.firstIndex(of: panel)!))
        }
        if layer.intervalAxis == .x { fields["along"] = .text("x") }
        if let meaning = layer.meaning, layer.kind == .cell { fields["meaning"] = .text(meaning) }
        if layer.kind == .cell {
            fields["half"] = .list([AxisName.x, .y].map { .number(layer.halfWidth(along: $0) ?? 0.5) })
        }
        let columns: [(String, [Double?])] = [
            ("x", data.map { $0.x.map(x.reading) }), ("y", data.map { $0.y.map(y.reading) }),
            ("low", data.map { $0.interval.map { intervalAxis.rounded($0.low) } }),
            ("high", data.map { $0.interval.map { intervalAxis.rounded($0.high) } }),
            ("value", data.map { $0.value.map { rounded($0, within: plot.cellValues) } }),
            ("dx", data.map { $0.dx.map(x.rounded) }), ("dy", data.map { $0.dy.map(y.rounded) }),
        ]
        for (name, column) in columns where column.contains(where: { $0 != nil }) {
            fields[name] = JSON(column: column.compactMap(\.self))
        }
        return .object(fields)
    }
}

extension Axis {
    /// A place as a number: that of a category is its index.
    fileprivate func reading(_ value: PlotValue) -> Double {
        if let index = categories?.firstIndex(of: value) { return Double(index) }
        return value.isInteger || isTime ? value.number! : rounded(value.number!)
    }

    /// With the digits that a picture of this axis can show.
    fileprivate func rounded(_ value: Double) -> Double {
        settings.scale == .log
            ? Figures.rounded(value, within: Interval(low: 0, high: value.magnitude))
            : Figures.rounded(value, within: Interval(low: low, high: high))
    }
}

/// To about a five-thousandth of the range, in decimals.
private func rounded(_ value: Double, within range: Interval?) -> Double {
    guard let range, range.high > range.low else { return value }
    let places = 3 - magnitude(of: range.high - range.low)
    let unit = pow10(abs(places))
    return places < 0 ? (value / unit).rounded() * unit : (value * unit).rounded() / unit
}
