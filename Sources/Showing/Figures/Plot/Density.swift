import Exhibits

extension MarkKind {
    /// Whether a reader can point at one of its data.
    var isReadable: Bool {
        switch self {
        case .line, .band, .area, .bar, .histogram, .dot, .cell, .arrows, .path: true
        case .rule, .fit, .text: false
        }
    }

    /// Whether many neighbouring data make one shape, of which some are enough to read.
    var isCurve: Bool { self == .line || self == .band || self == .area }
}

/// Whether the marks of a figure are too many to be drawn or read one by one.
struct Density {
    let layers: [Layer]

    /// The most dots of a figure, and cells, that are told apart.
    private static let (mostDots, mostCells) = (6_000, 10_000)

    /// Whether the dots of a layer are too many for dots of their own.
    func isDense(_ layer: Layer) -> Bool {
        layer.kind == .dot && layer.count > 300
            && layers.reduce(0) { $0 + ($1.kind == .dot ? $1.count : 0) } > Self.mostDots
    }

    /// Whether the reader can point at each datum of a layer: not if they are so many that they would make the page heavy.
    func isReadable(_ layer: Layer) -> Bool {
        layer.kind.isReadable && !layer.isContext && (layer.kind.isCurve || layer.count <= Self.mostCells)
            && !isDense(layer)
    }

    /// Throws if there are more intervals, arrows or texts than can be told apart.
    func check() throws(FigureError) {
        for layer in layers {
            let most: (things: String, count: Int)? =
                switch layer.kind {
                case .dot where layer.series.contains { $0.data.contains { $0.interval != nil } }: ("intervals", 2_000)
                case .arrows: ("arrows", 5_000)
                case .text: ("texts", 500)
                default: nil
                }
            if let most, layer.count > most.count {
                throw .tooMany(most.things, count: layer.count, most: most.count)
            }
        }
    }

    /// What is drawn in place of dots that are too many.
    var note: String? {
        let dense = layers.filter(isDense)
        guard !dense.isEmpty else { return nil }
        let count = NumberFormat.integer(dense.reduce(0) { $0 + $1.count })
        return
            "The \(count) dots are drawn as small squares: the more dots in one, the darker it is, on a logarithmic scale."
    }
}
