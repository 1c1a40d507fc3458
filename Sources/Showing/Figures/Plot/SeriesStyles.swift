import Exhibits

/// How one series looks.
struct SeriesStyle: Hashable, Sendable {
    var paint: Paint
    var labelPaint: Paint
    var dash: [Int] = []

    /// Context stays behind: as pale as a mark may be.
    static let muted = SeriesStyle(paint: .color(Palette.axis), labelPaint: .color(Palette.muted))

    init(paint: Paint, labelPaint: Paint) {
        self.paint = paint
        self.labelPaint = labelPaint
    }

    /// The book's colour `number`, 1 to 4.
    init(number: Int) {
        paint = .color(Palette.series[number - 1])
        labelPaint = .color(Palette.seriesLabels[number - 1])
    }
}

/// The looks of all series of a figure.
struct SeriesStyles: Hashable, Sendable {
    /// The named series in order of appearance, or of their number on a ramp.
    private(set) var names: [PlotValue] = []
    private var styles: [PlotValue: SeriesStyle] = [:]

    init(layers: [Layer], colors: [String: Int], isRamp: Bool) throws(FigureError) {
        for name in layers.lazy.filter({ !$0.isMuted }).flatMap(\.series).compactMap(\.name) where styles[name] == nil {
            names.append(name)
            styles[name] = .muted
        }
        if isRamp { try rampUp() } else { try assign(colors) }
    }

    /// The style of a layer's series; one without a name is in the first colour, or in ink where others have names.
    func style(of name: PlotValue?, in layer: Layer) -> SeriesStyle {
        if layer.isMuted { return .muted }
        if let name { return styles[name]! }
        return names.isEmpty
            ? SeriesStyle(number: 1) : SeriesStyle(paint: .color(Palette.ink), labelPaint: .color(Palette.ink))
    }

    /// A second channel beside colour for the lines that cross an earlier one.
    mutating func dash(_ crossing: [PlotValue]) {
        let patterns = [[4, 2], [7, 3], [3, 3], [9, 3, 2, 3]]
        for name in crossing { styles[name]!.dash = patterns[names.firstIndex(of: name)! % patterns.count] }
    }

    private mutating func assign(_ colors: [String: Int]) throws(FigureError) {
        guard names.count <= Palette.series.count else { throw .tooManySeries(names.map(\.label)) }
        var owners: [Int: PlotValue] = [:]
        for name in names {
            guard let number = colors[name.label] else { continue }
            guard (1...Palette.series.count).contains(number) else {
                throw .noSuchColor(series: name.label, number: number)
            }
            if let owner = owners[number] { throw .sameColor(owner.label, name.label, number: number) }
            owners[number] = name
        }
        for name in names where colors[name.label] == nil {
            owners[(1...Palette.series.count).first { owners[$0] == nil }!] = name
        }
        for (number, name) in owners { styles[name] = SeriesStyle(number: number) }
    }

    private mutating func rampUp() throws(FigureError) {
        if let name = names.first(where: { $0.number == nil }) { throw .rampNeedsNumbers(series: name.label) }
        names.sort { $0.number! < $1.number! }
        let palest = 0.43
        for (rank, name) in names.enumerated() {
            let place = names.count == 1 ? 0.6 : palest + (1 - palest) * Double(rank) / Double(names.count - 1)
            styles[name] = SeriesStyle(paint: .ramp(place), labelPaint: .color(Palette.ink))
        }
    }
}
