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
        let (keys, groups) = try groups(facet: facet)
        var layers: [Layer] = []
        for (key, group) in zip(keys, groups) {
            let series = Series(name: key.series, data: try group.finished(key, as: self))
            if let index = layers.firstIndex(where: { $0.panel == key.panel }) {
                layers[index].series.append(series)
            } else {
                layers.append(layer(panel: key.panel, series: [series]))
            }
        }
        return layers
    }

    private func layer(panel: PlotValue?, series: [Series]) -> Layer {
        var layer = Layer(kind: kind, panel: panel, series: series)
        layer.isMuted = isMuted
        // A mean is taken along x where y has categories.
        layer.intervalAxis = band != nil && series.first?.data.first?.y?.number == nil ? .x : intervalAxis
        layer.band = band
        layer.meaning = meaning
        return layer
    }

    /// The rows by panel and series, both in order of appearance.
    private func groups(facet: Channel?) throws(FigureError) -> ([RowGroup.Key], [RowGroup]) {
        var keys = Appearance<RowGroup.Key>()
        var groups: [RowGroup] = []
        for number in rows.indices {
            let row = rows[number]
            let key = RowGroup.Key(panel: facet?(row).plotValue, series: by?(row).plotValue)
            let place = RowPlace(mark: kind, series: key.series, row: number + 1)
            if let panel = key.panel { try place.check(panel, "the panel") }
            if let series = key.series { try place.check(series, "by") }
            let index = keys.index(of: key)
            if index == groups.count { groups.append(RowGroup()) }
            if let run, let x, let y {
                try groups[index].add(x(row).plotValue, y(row).plotValue, run: run(row).plotValue, at: place)
            } else {
                groups[index].add(try datum(of: row, at: place))
            }
        }
        return (keys.values, groups)
    }

    private func datum(of row: Row, at place: RowPlace) throws(FigureError) -> Datum {
        var datum = Datum(x: x?(row).plotValue, y: y?(row).plotValue)
        if let x = datum.x { try place.check(x, "x") }
        if let y = datum.y { try place.check(y, "y") }
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
            if let x = datum.x { try place.check(x, "x") }
            if let y = datum.y { try place.check(y, "y") }
        }
    }
}
