import DeterministicMath

extension Encoding {
    /// The rows reduced to what is drawn, one layer for each panel in order of appearance.
    ///
    /// - Parameter facet: the panel of a row; nil puts all rows into one layer that stands in every panel.
    func layers(facet: Channel?) throws(FigureError) -> [Layer] {
        if !fixed.isEmpty {
            try checkFixed()
            return [layer(panel: nil, series: [Series(name: nil, data: fixed)])]
        }
        guard !rows.isEmpty else { throw .noData(mark: kind.rawValue) }
        var layers: [Layer] = []
        for group in try groups(facet: facet) {
            let series = Series(name: group.key.series, data: try group.finished(as: self))
            if let index = layers.firstIndex(where: { $0.panel == group.key.panel }) {
                layers[index].series.append(series)
            } else {
                layers.append(layer(panel: group.key.panel, series: [series]))
            }
        }
        return layers
    }

    private func layer(panel: PlotValue?, series: [Series]) -> Layer {
        var layer = Layer(kind: kind, panel: panel, series: series)
        layer.isMuted = isMuted
        layer.intervalAxis = series.first?.data.first?.y?.number == nil && kind == .dot ? .x : intervalAxis
        layer.band = band
        layer.meaning = meaning
        return layer
    }

    /// The rows by panel and series, both in order of appearance.
    private func groups(facet: Channel?) throws(FigureError) -> [RowGroup] {
        var groups: [RowGroup] = []
        var indices: [RowGroup.Key: Int] = [:]
        for (number, row) in rows.enumerated() {
            let key = RowGroup.Key(panel: facet?(row).plotValue, series: by?(row).plotValue)
            let index: Int
            if let last = groups.indices.last, groups[last].key == key {
                index = last
            } else if let known = indices[key] {
                index = known
            } else {
                index = groups.count
                indices[key] = index
                groups.append(RowGroup(key: key))
            }
            let place = RowPlace(mark: kind, series: key.series, row: number + 1)
            if case .number(let value)? = key.series { try place.check(value, "by") }
            let datum = try datum(of: row, at: place)
            groups[index].add(datum, run: run?(row).plotValue)
        }
        return groups
    }

    private func datum(of row: Row, at place: RowPlace) throws(FigureError) -> Datum {
        var datum = Datum(x: x?(row).plotValue, y: y?(row).plotValue)
        if case .number(let number)? = datum.x { try place.check(number, "x") }
        if case .number(let number)? = datum.y { try place.check(number, "y") }
        if let interval = interval?(row) {
            try place.check(interval.low, "the interval's low end")
            try place.check(interval.high, "the interval's high end")
            guard interval.low <= interval.high else { throw place.inverted(interval) }
            datum.interval = interval
        }
        if let value = value?(row) {
            try place.check(value, "value")
            datum.value = value
        }
        if let (dx, dy) = reach?(row) {
            try place.check(dx, "dx")
            try place.check(dy, "dy")
            datum.dx = dx
            datum.dy = dy
        }
        datum.text = text?(row)
        return datum
    }

    private func checkFixed() throws(FigureError) {
        for (index, datum) in fixed.enumerated() {
            let place = RowPlace(mark: kind, series: datum.text.map(PlotValue.category), row: index + 1)
            if let x = datum.x?.number { try place.check(x, "x") }
            if let y = datum.y?.number { try place.check(y, "y") }
        }
    }
}
