import DeterministicMath
import Exhibits

/// One axis of a figure before it has a length: its domain or its categories.
struct Axis: Hashable, Sendable {
    var name: AxisName
    var settings: AxisSettings
    var low = 0.0
    var high = 1.0
    /// The smallest and largest number in the data, without the widths of bars and cells.
    var data: Interval?
    /// The places of a categorical axis in order; nil for a numeric one.
    var categories: [PlotValue]?
    var isInteger = false
    var isTime = false
}

/// A labelled value of an axis.
struct Tick: Hashable, Sendable {
    var value: PlotValue
    var label: String
    /// Where the value is, and where its label has its middle, along the axis.
    var place = 0.0
    var labelPlace = 0.0
}

/// How much room the labels along an axis have.
struct TickRoom {
    /// About how far neighbouring ticks should be apart.
    var spacing: Double
    /// The length of a label along the axis.
    var length: (String) -> Double
    /// What labels must not leave.
    var bounds: ClosedRange<Double>
    /// The smallest distance between two labels.
    var gap: Double
    /// The widest a label may be; a longer one is cut.
    var width: Double
}

extension Axis {
    /// The ticks along `scale`: as many as `room` has, so that no two labels touch.
    func ticks(along scale: Scale, in room: TickRoom) -> [Tick] {
        if let categories {
            let ticks = categories.map { category in
                let label = wrapped(name(of: category), width: room.width, size: Form.tickSize, atMost: 1)[0]
                return Tick(value: category, label: label)
            }
            for stride in 1...max(1, ticks.count) {
                let some = ticks.enumerated().filter { $0.offset.isMultiple(of: stride) }.map(\.element)
                if let placed = placed(some, scale, room) { return placed }
            }
        }
        if let written = settings.ticks {
            let ticks = written.filter { $0 >= low && $0 <= high }.map {
                Tick(value: .number($0), label: text(of: $0))
            }
            if let placed = placed(ticks, scale, room) { return placed }
        }
        let most = max(2, Int(scale.length / room.spacing) + 1)
        let placings = (2...most).reversed().lazy.compactMap { placed(numericTicks(count: $0), scale, room) }
        // One tick alone says nothing about the scale.
        let best = placings.first { $0.count > 1 } ?? placings.first
        if let best { return best }
        return placed(Array(numericTicks(count: 2).prefix(1)), scale, room) ?? []
    }

    private func numericTicks(count: Int) -> [Tick] {
        let (values, labels) = ticks(from: low, to: high, count: count)
        return zip(values, labels).map { Tick(value: .number($0), label: $1) }
    }

    /// About `count` ticks of this axis between two of its numbers.
    func ticks(from low: Double, to high: Double, count: Int) -> (values: [Double], labels: [String]) {
        if isTime { return Ticks.times(from: low, to: high, count: count) }
        if settings.scale == .log { return Ticks.logarithmic(from: low, to: high, count: count) }
        let ticks = Ticks(from: low, to: high, count: count, wholeNumbers: isInteger)
        return (ticks.values, ticks.labels)
    }

    /// The label of a category: its written name, or what it is.
    func name(of category: PlotValue) -> String {
        guard let index = category.number, !settings.names.isEmpty else { return category.label }
        return settings.names[Int(index)]
    }

    /// A number of this axis in words, with `digits` significant digits unless it is a time.
    func text(of number: Double, digits: Int = 6) -> String {
        isTime ? PlotValue.time(number).label : NumberFormat.significant(number, digits)
    }

    /// The ticks with their places; nil if two labels would touch.
    func placed(_ ticks: [Tick], _ scale: Scale, _ room: TickRoom) -> [Tick]? {
        let placed = ticks.map { tick in
            var tick = tick
            let half = room.length(tick.label) / 2
            tick.place = scale(tick.value)
            tick.labelPlace = max(room.bounds.lowerBound + half, min(room.bounds.upperBound - half, tick.place))
            return tick
        }
        let isClear = zip(placed, placed.dropFirst()).allSatisfy { first, second in
            let distance = (second.labelPlace - first.labelPlace).magnitude
            return distance >= (room.length(first.label) + room.length(second.label)) / 2 + room.gap
        }
        return isClear ? placed : nil
    }
}
