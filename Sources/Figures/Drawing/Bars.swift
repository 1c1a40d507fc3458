/// Bars from zero.
extension PanelDrawing {
    func bars(_ layer: Layer) -> [Shape] {
        let half = layer.halfWidth(along: .x) ?? 0
        let count = Double(layer.series.count)
        return layer.series.enumerated().compactMap { index, series in
            var path = PathData()
            for datum in series.data {
                let middle = x(datum.x!)
                let room =
                    plot.x.categories != nil
                    ? x.categoryLength : x(datum.x!.number! + half) - x(datum.x!.number! - half)
                let width = max(1, (room > 8 ? 0.84 : 1) * room / count)
                let left = middle + (Double(index) - count / 2) * width
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
}
