import DeterministicMath
import Exhibits

/// Squares of a few pixels that a panel is divided into.
private struct PixelGrid {
    let rect: Rect
    let side: Double
    let columns: Int
    let rows: Int

    init(_ rect: Rect, side: Double) {
        self.rect = rect
        self.side = side
        columns = Int((rect.width / side).rounded(.up))
        rows = Int((rect.height / side).rounded(.up))
    }

    /// The number of the square that a place is in; nil outside.
    func index(of place: Point) -> Int? {
        guard rect.contains(place) else { return nil }
        let column = min(columns - 1, Int((place.x - rect.left) / side))
        return min(rows - 1, Int((place.y - rect.top) / side)) * columns + column
    }

    /// A path for each of `count` steps, from square to square of that step, neighbours as one.
    func paths(_ count: Int, step: (Int) -> Int?) -> [PathData] {
        var paths = Array(repeating: PathData(), count: count)
        for row in 0..<rows {
            let middle = rect.top + (Double(row) + 0.5) * side
            var column = 0
            while column < columns {
                let (start, own) = (column, step(row * columns + column))
                while column < columns, step(row * columns + column) == own { column += 1 }
                guard let own else { continue }
                paths[own].move(to: Point(x: rect.left + Double(start) * side, y: middle))
                paths[own].line(to: Point(x: min(rect.right, rect.left + Double(column) * side), y: middle))
            }
        }
        return paths
    }
}

/// Dots and cells that are too many to be drawn one by one.
struct SquareDrawing: PanelPart {
    let panel: PanelDrawing

    /// How many dots there are in each square of a few pixels, as one of a few shades on a logarithmic scale.
    func squares(_ layer: Layer) -> [Shape] {
        let grid = PixelGrid(rect, side: 4)
        let counts = layer.series.map { series in
            var counts = Array(repeating: 0, count: grid.columns * grid.rows)
            for datum in series.data { if let square = grid.index(of: point(datum)) { counts[square] += 1 } }
            return counts
        }
        let most = counts.lazy.compactMap { $0.max() }.max() ?? 0
        return zip(layer.series, counts).flatMap { series, counts -> [Shape] in
            let paint = style(series, layer).paint
            let paths = grid.paths(Shade.count) { Shade.index(of: counts[$0], most: most) }
            return paths.enumerated().compactMap { shade, path in
                path.isEmpty
                    ? nil : .stroke(path, Stroke(paint: paint, width: grid.side, opacity: Shade.opacity(shade)))
            }
        }
    }

    /// The mean of the cells in each square of two pixels.
    func meanSquares(_ layer: Layer) -> [Shape] {
        let grid = PixelGrid(rect, side: 2)
        var sums = Array(repeating: (value: 0.0, count: 0), count: grid.columns * grid.rows)
        for datum in layer.series.flatMap(\.data) {
            guard let square = grid.index(of: point(datum)) else { continue }
            sums[square].value += datum.value!
            sums[square].count += 1
        }
        let paths = grid.paths(CellRamp.steps) { square in
            let (value, count) = sums[square]
            return count == 0 ? nil : CellRamp.step(of: value / Double(count), in: plot.cellValues!)
        }
        return paths.enumerated().compactMap { step, path in
            path.isEmpty ? nil : .stroke(path, Stroke(paint: CellRamp.paint(step), width: grid.side))
        }
    }
}

/// The shades of squares.
private enum Shade {
    static let count = 6

    /// The shade of a square with `dots` in it, where the fullest has `most`; nil for an empty one.
    static func index(of dots: Int, most: Int) -> Int? {
        guard dots > 0 else { return nil }
        return min(count - 1, Int(log(Double(dots)) / log(Double(most + 1)) * Double(count)))
    }

    static func opacity(_ shade: Int) -> Double { 0.4 + 0.6 * Double(shade) / Double(count - 1) }
}
