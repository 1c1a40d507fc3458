import DeterministicMath
import Exhibits

/// What a figure shows, in words.
struct PlotDescription: PlotPart {
    let plot: Plot

    var text: String {
        var parts: [String] = []
        if panels.count > 1 {
            parts.append("\(panels.count) small plots, from \(panels.first!!.label) to \(panels.last!!.label)")
        }
        parts.append(contentsOf: [extent(of: x), extent(of: y)])
        var sentences = [parts.joined(separator: "; ") + "."]
        let isShort = panels.count <= 4
        for layer in layers where layer.kind == .rule || (isShort && !layer.isMuted) {
            sentences += layer.series.compactMap { sentence(on: $0, in: layer) }
        }
        if !isShort { sentences.append(rangeSentence) }
        return sentences.joined(separator: " ")
    }

    private func extent(of axis: Axis) -> String {
        let title = axis.settings.title
        if let categories = axis.categories {
            let count = "\(categories.count) \(axis.name == .x ? "columns" : "rows")"
            return (title.isEmpty ? count : "\(title): \(count)")
                + " from \(axis.name(of: categories.first!)) to \(axis.name(of: categories.last!))"
        }
        let ends = axis.data ?? Interval(low: axis.low, high: axis.high)
        return (title.isEmpty ? "\(axis.name.rawValue) axis" : title)
            + " from \(axis.text(of: ends.low, digits: 3)) to \(axis.text(of: ends.high, digits: 3))"
            + (axis.settings.scale == .log ? ", logarithmic" : "")
    }

    private func sentence(on series: Series, in layer: Layer) -> String? {
        let own = series.name?.label ?? layer.kind.rawValue.lowercased()
        // A panel of one series often has its name.
        let name = layer.panel.map { $0.label == own ? own : "\($0.label), \(own)" } ?? own
        switch layer.kind {
        case .line:
            guard let first = series.data.first, let last = series.data.last else { return nil }
            return "\(name) starts at \(short(first.y!.number!)) and ends at \(short(last.y!.number!))"
                + "\(interval(last))\(excursion(series))."
        case .band:
            guard let last = series.data.last else { return nil }
            return "\(name) ends\(interval(last).dropFirst())."
        case .area, .bar:
            let (length, place): (AxisName, AxisName) = layer.lengthAxis == .x ? (.x, .y) : (.y, .x)
            guard let top = series.data.max(by: { $0[length]!.number! < $1[length]!.number! }) else { return nil }
            return "\(name) is highest at \(label(top[place]!, along: place)), with \(short(top[length]!.number!))."
        case .dot: return dots(series, name)
        case .cell:
            let byValue = series.data.sorted { $0.value! < $1.value! }
            guard let least = byValue.first, let most = byValue.last else { return nil }
            func place(_ datum: Datum) -> String {
                "\(short(datum.value!)) at (\(x.name(of: datum.x!)), \(y.name(of: datum.y!)))"
            }
            return "\(layer.meaning ?? "value") goes from \(place(least)) to \(place(most))."
        case .rule:
            guard let datum = series.data.first, let text = datum.text else { return nil }
            return "A rule at \(label(datum.y ?? datum.x!)): \(text)."
        case .fit: return series.data.last?.text.map { "Fitted line, \($0)." }
        case .arrows: return "\(NumberFormat.integer(series.data.count)) arrows."
        case .histogram:
            guard let top = series.data.max(by: { $0.count! < $1.count! }) else { return nil }
            let total = series.data.reduce(0) { $0 + $1.count! }
            let range = "\(x.text(of: top.interval!.low, digits: 3)) to \(x.text(of: top.interval!.high, digits: 3))"
            return "\(name): \(NumberFormat.integer(total)) in \(series.data.count) bins, most from \(range)."
        case .path:
            guard let first = series.data.first, let last = series.data.last else { return nil }
            func place(_ datum: Datum) -> String { "(\(x.name(of: datum.x!)), \(y.name(of: datum.y!)))" }
            return "\(name) leads from \(place(first)) to \(place(last)) in \(series.data.count - 1) steps."
        case .text: return nil
        }
    }

    /// A few dots one by one, many by their range.
    private func dots(_ series: Series, _ name: String) -> String? {
        let value: AxisName = y.categories == nil ? .y : .x
        let place: AxisName = value == .y ? .x : .y
        if series.data.count <= 12 {
            let texts = series.data.map {
                "\(label($0[place]!, along: place)): \($0[value].map(label) ?? "")\(interval($0))"
            }
            return (series.name == nil ? "" : "\(name): ") + texts.joined(separator: "; ") + "."
        }
        let sorted = series.data.sorted { ($0[value]?.number ?? 0) < ($1[value]?.number ?? 0) }
        guard let least = sorted.first, let most = sorted.last else { return nil }
        func text(_ datum: Datum) -> String {
            "\(datum[value].map(label) ?? "") at \(label(datum[place]!, along: place))"
        }
        return "\(name): \(NumberFormat.integer(series.data.count)) from \(text(least)) to \(text(most))."
    }

    /// How far the values of many panels reach: those that a colour shows, or else the heights.
    private var rangeSentence: String {
        let data = layers.filter { $0.kind != .rule }.flatMap(\.series).flatMap(\.data)
        let colours = data.compactMap(\.value)
        let values = colours.isEmpty ? data.compactMap { $0.y?.number } : colours
        guard let low = values.min(), let high = values.max() else { return "" }
        return "Values lie between \(short(low)) and \(short(high))."
    }

    private func interval(_ datum: Datum) -> String {
        datum.interval.map { ", interval \(short($0.low)) to \(short($0.high))" } ?? ""
    }

    /// How far a curve went beyond its ends, if that is more than a tenth of all that it did.
    private func excursion(_ series: Series) -> String {
        let heights = series.data.compactMap { $0.y?.number }
        guard let (start, end) = heights.first.map({ ($0, heights.last!) }), let low = heights.min(),
            let high = heights.max()
        else { return "" }
        let least = (high - low) / 10
        let words = [
            min(start, end) - low > least ? "as low as \(short(low))" : nil,
            high - max(start, end) > least ? "as high as \(short(high))" : nil,
        ].compactMap(\.self)
        return words.isEmpty ? "" : ", and goes " + words.joined(separator: " and ")
    }

    /// A place along an axis: one that differs from zero by rounding alone, as sums of steps do, is zero.
    private func label(_ value: PlotValue, along name: AxisName) -> String {
        let axis = name == .x ? x : y
        guard axis.categories == nil, !value.isTime, let number = value.number else { return axis.name(of: value) }
        let isZero = axis.settings.scale == .linear && number.magnitude < 1e-12 * (axis.high - axis.low)
        return value.isInteger ? value.label : short(isZero ? 0 : number)
    }

    private func label(_ value: PlotValue) -> String {
        guard !value.isTime, let number = value.number else { return value.label }
        return short(number)
    }

    private func short(_ number: Double) -> String { NumberFormat.significant(number, 3) }
}
