/// Bars from zero.
extension PanelDrawing {
    func bars(_ layer: Layer) -> [Shape] {
        let width = barWidth(in: layer)
        return layer.series.enumerated().compactMap { index, series in
            let shift = shift(ofSeries: index, in: layer)
            var path = PathData()
            for datum in series.data {
                let left = x(datum.x!) + shift - width / 2
                let (zero, end) = (y(0), y(datum.y!))
                let bar = Rect(
                    left: max(left, rect.left), top: max(min(zero, end), rect.top),
                    right: min(left + width, rect.right),
                    bottom: min(max(zero, end), rect.bottom))
                if bar.width > 0, bar.height > 0 { path.rect(bar) }
            }
            return path.isEmpty ? nil : .fill(path, style(series, layer).paint)
        }
    }

    /// The width of one bar, of those that share a place.
    func barWidth(in layer: Layer) -> Double {
        let half = layer.halfWidth(along: .x) ?? 0
        let room = plot.x.categories != nil ? x.categoryLength : x(plot.x.high) - x(plot.x.high - 2 * half)
        return max(1, (room > 8 ? 0.84 : 1) * room / Double(layer.series.count))
    }
}
